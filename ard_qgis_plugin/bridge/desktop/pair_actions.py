"""Actions on stereo pairs: select, add or download both images, through their footprints."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsMapLayer,
    QgsMapLayerType,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface, QgsGui, QgsMapLayerAction
from qgis.PyQt.QtGui import QIcon

from ...translation import tr
from ..inputs.footprint_source import is_footprint_layer
from ..light.pair_fields import FOOTPRINTS, is_pair_layer

_MENU = "Planetary ARD"

OpenDialog = Callable[[str, dict[str, Any]], Any]
"""Opens the dialog of an algorithm with some of its parameters."""


class _PairAction(QgsMapLayerAction):
    """An action on one pair; other layers don't have it."""

    def __init__(self, title: str, icon: QIcon, parent: Any) -> None:
        kind, target = QgsMapLayerType.VectorLayer, QgsMapLayerAction.Target.SingleFeature
        super().__init__(title, parent, kind, target, icon)

    def canRunUsingLayer(self, layer: QgsMapLayer, *_context: Any) -> bool:
        """Says whether the layer has stereo pairs."""
        return isinstance(layer, QgsVectorLayer) and is_pair_layer(layer.fields().names())


class PairActions:
    """The actions on stereo pairs in QGIS; `remove` takes them out again."""

    def __init__(self, iface: QgisInterface, icon: QIcon, open_dialog: OpenDialog) -> None:
        self._iface = iface
        self._open_dialog = open_dialog
        self._actions = []
        for title, algorithm in (
            (tr("Select both images"), ""),
            (tr("Add both images to the map"), "ard:addimages"),
            (tr("Download both images"), "ard:download"),
        ):
            action = _PairAction(title, icon, iface.mainWindow())
            action.triggeredForFeature.connect(self._slot(algorithm))
            QgsGui.mapLayerActionRegistry().addMapLayerAction(action)
            self._actions.append(action)

    def remove(self) -> None:
        """Takes the actions out of QGIS."""
        for action in self._actions:
            QgsGui.mapLayerActionRegistry().removeMapLayerAction(action)
            action.deleteLater()

    def _slot(self, algorithm: str) -> Callable[[QgsVectorLayer, QgsFeature], None]:
        def run(layer: QgsVectorLayer, feature: QgsFeature) -> None:
            footprints = select_both(layer, feature)
            if footprints is None:
                text = tr("The footprints of the two images are in no layer of the project.")
                self._iface.messageBar().pushWarning(_MENU, text)
            elif algorithm:
                chosen = QgsProcessingFeatureSourceDefinition(
                    footprints.id(), selectedFeaturesOnly=True
                )
                self._open_dialog(algorithm, {"INPUT": chosen})

        return run


def select_both(pairs: QgsVectorLayer, pair: QgsFeature) -> QgsVectorLayer | None:
    """Selects the footprints of a pair's images; returns their layer, or None where there is none.

    That is the layer which the pairs were found in, or any that holds both images.
    """
    wanted = " OR ".join(
        f'("id" = {_quoted(pair[f"id_{side}"])}'
        f" AND coalesce(\"collection\", '') = {_quoted(pair[f'collection_{side}'])})"
        for side in "ab"
    )
    source = pairs.customProperty(FOOTPRINTS)
    loaded = QgsProject.instance().mapLayers().values()
    layers: list[QgsVectorLayer] = [each for each in loaded if _is_ours(each)]
    for layer in sorted(layers, key=lambda each: each.source() != source):
        layer.selectByExpression(wanted)
        if len({feature["id"] for feature in layer.selectedFeatures()}) == len("ab"):
            return layer
        layer.removeSelection()
    return None


def _quoted(value: Any) -> str:
    return QgsExpression.quotedString(value if isinstance(value, str) else "")


def _is_ours(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsVectorLayer) and is_footprint_layer(layer.fields().names())
