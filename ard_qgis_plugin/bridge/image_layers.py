"""Images as raster layers: made in the thread of an algorithm, put into groups on the map."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import (
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QTimer

from .images import Image
from .stretch import Limits, show_grey


def image_layer(image: Image, source: str, limits: Limits | None) -> QgsRasterLayer:
    """Makes the layer of an image, which may be read by way of another source: its VRT."""
    # the default style would read thousands of values over the network
    options = QgsRasterLayer.LayerOptions(loadDefaultStyle=not image.is_grey)
    layer = QgsRasterLayer(source, image.name, "gdal", options)
    if layer.isValid() and image.is_grey:
        show_grey(layer, limits)
    return layer


def load_layers(
    layers: Sequence[tuple[QgsRasterLayer, str]], output: str, context: QgsProcessingContext
) -> None:
    """Has QGIS add layers, each to its group, once the algorithm is done; needs a project."""
    project = context.project()
    if project is None:
        return
    placer = _Placer({layer.id(): group for layer, group in layers})
    _placers.append(placer)
    for layer, _ in layers:
        details = QgsProcessingContext.LayerDetails(layer.name(), project, output)
        details.forceName = True  # else QGIS would name it after its file, or its address
        context.temporaryLayerStore().addMapLayer(layer)
        context.addLayerToLoadOnCompletion(layer.id(), details)
        context.layerToLoadOnCompletionDetails(layer.id()).setPostProcessor(placer)


class _Placer(QgsProcessingLayerPostProcessorInterface):
    """Moves layers into their groups, below all else, once Processing has added them."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        super().__init__()
        self._groups = dict(groups)

    def postProcessLayer(
        self,
        layer: QgsMapLayer,  # noqa: ARG002
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        """Has the layers placed as soon as QGIS is idle; called on the main thread.

        Newer versions of QGIS put a layer into the tree only after this.
        """
        project = context.project()
        QTimer.singleShot(0, lambda: self._place(project))

    def _place(self, project: QgsProject) -> None:
        root = project.layerTreeRoot()
        for layer_id in list(self._groups):
            if node := root.findLayer(layer_id):
                copy = node.clone()
                copy.setExpanded(False)
                _group(root, self._groups.pop(layer_id)).addChildNode(copy)
                node.parent().removeChildNode(node)
        if not self._groups and self in _placers:
            _placers.remove(self)


def _group(root: QgsLayerTreeGroup, name: str) -> QgsLayerTreeGroup:
    if not name:
        return root
    return root.findGroup(name) or root.addGroup(name)


_placers: list[_Placer] = []
"""Kept here because QGIS does not own them."""
