"""Images as raster layers: made in the thread of an algorithm, put into groups on the map."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from osgeo import gdal
from qgis.core import (
    QgsDataProvider,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer

from .inspection import Image
from .presence import is_repeated
from .stretch import Limits, show_grey


def image_layer(image: Image, source: str, limits: Limits | None) -> QgsRasterLayer:
    """Makes the layer of an image, which may be read by way of another source: its VRT."""
    if not image.is_grey:
        return QgsRasterLayer(source, image.name, "gdal")
    # QGIS reads a new layer's pixels to find a stretch, over the network one layer after the other.
    # A layer that changes its source keeps its style instead: so it begins as a pixel in memory.
    layer = QgsRasterLayer(_blank(), image.name, "gdal")
    layer.setDataSource(source, image.name, "gdal", QgsDataProvider.ProviderOptions(), False)
    if layer.isValid():
        show_grey(layer, limits)
    return layer


@cache
def _blank() -> str:
    """Returns the name of an image of one pixel."""
    name = "/vsimem/planetary_ard_blank.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(name, 1, 1)
    dataset.SetGeoTransform((0.0, 1.0, 0.0, 0.0, 0.0, -1.0))  # else QGIS has GDAL print an error
    dataset.FlushCache()
    return name


def load_layers(
    layers: Sequence[tuple[QgsRasterLayer, str]], output: str, context: QgsProcessingContext
) -> None:
    """Has QGIS add layers, each to its group, once the algorithm is done; needs a project."""
    project = context.project()
    if project is None:
        return
    plan = _Plan({layer.id(): group for layer, group in layers})
    _placers[:] = [each for each in _placers if not sip.isdeleted(each)]
    for layer, _ in layers:
        placer = _PlacementListener(plan)
        _placers.append(placer)
        details = QgsProcessingContext.LayerDetails(layer.name(), project, output)
        details.forceName = True  # else QGIS would name it after its file, or its address
        context.temporaryLayerStore().addMapLayer(layer)
        context.addLayerToLoadOnCompletion(layer.id(), details)
        context.layerToLoadOnCompletionDetails(layer.id()).setPostProcessor(placer)


class _Plan:
    """Where layers go: into their groups, below all vectors, once Processing has added them."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._groups = dict(groups)
        self._ready: set[str] = set()

    def note(self, layer: QgsMapLayer) -> None:
        """Notes that Processing is done with a layer, so that it may be moved, or removed."""
        self._ready.add(layer.id())

    def carry_out(self, project: QgsProject) -> None:
        """Places those of the layers that are in the tree and were not placed yet."""
        root = project.layerTreeRoot()
        for layer_id in [each for each in self._groups if each in self._ready]:
            node = root.findLayer(layer_id)
            layer = node.layer() if node else None
            if layer and is_repeated(layer, project):  # of a run that began before that one ended
                del self._groups[layer_id]
                project.removeMapLayer(layer_id)
            elif node:
                copy = node.clone()
                copy.setExpanded(False)
                _put(root, self._groups.pop(layer_id), copy)
                parent = node.parent()
                if isinstance(parent, QgsLayerTreeGroup):
                    parent.removeChildNode(node)


class _PlacementListener(QgsProcessingLayerPostProcessorInterface):
    """A listener for an added layer; each layer needs one of its own, as the context deletes it."""

    def __init__(self, plan: _Plan) -> None:
        super().__init__()
        self._plan = plan

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        """Has the layers placed as soon as QGIS is idle; called on the main thread.

        Newer versions of QGIS put a layer into the tree only after this.
        """
        self._plan.note(layer)
        plan, project = self._plan, context.project()
        if project:
            QTimer.singleShot(0, lambda: plan.carry_out(project))


def _put(root: QgsLayerTreeGroup, name: str, node: QgsLayerTreeLayer) -> None:
    """Puts a layer at the end of its group, or where images are seen if it has none."""
    if not name:
        root.insertChildNode(_place(root), node)
        return
    group = root.findGroup(name)
    if group is None:
        group = root.insertGroup(_place(root), name)
        group.setExpanded(False)
    group.addChildNode(node)


def _place(root: QgsLayerTreeGroup) -> int:
    """Returns the place below the vector layers that lie above the first other image.

    A basemap can lie above a grid: what is put below both would not be seen.
    """
    vectors = [
        [isinstance(node.layer(), QgsVectorLayer) for node in _layers_in(child)]
        for child in root.children()
    ]
    place = 0
    for at, entry in enumerate(vectors):
        if any(entry):
            place = at + 1
        elif entry and place:
            break
    return place


def _layers_in(node: QgsLayerTreeNode) -> list[QgsLayerTreeLayer]:
    if isinstance(node, QgsLayerTreeGroup):
        return node.findLayers()
    return [node] if isinstance(node, QgsLayerTreeLayer) else []


_placers: list[_PlacementListener] = []
"""Kept here until their context deletes them: without a reference Python would do so before."""
