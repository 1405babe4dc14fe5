"""Actions on stereo pairs: select, add or download both images, through their footprints."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsExpression, QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtGui import QIcon

from ...translation import tr
from ..inputs.footprint_source import is_footprint_layer
from ..light.pair_fields import FOOTPRINTS, is_pair_layer
from .feature_actions import FeatureActions, OpenDialog, Slot, is_suited, source_of

_MENU = "Planetary ARD"


class PairActions:
    """The actions on stereo pairs in QGIS; `remove` takes them out again."""

    def __init__(self, iface: QgisInterface, icon: QIcon, open_dialog: OpenDialog) -> None:
        self._iface = iface
        self._open_dialog = open_dialog
        slots = (
            (title, self._slot(algorithm))
            for title, algorithm in (
                (tr("Select both images"), ""),
                (tr("Add both images to the map"), "ard:addimages"),
                (tr("Download both images"), "ard:download"),
            )
        )
        self._actions = FeatureActions(iface, icon, is_pair_layer, slots)

    def remove(self) -> None:
        """Takes the actions out of QGIS."""
        self._actions.remove()

    def _slot(self, algorithm: str) -> Slot:
        def run(layer: QgsVectorLayer, feature: QgsFeature) -> None:
            footprints = select_both(layer, feature)
            if footprints is None:
                text = tr("The footprints of the two images are in no layer of the project.")
                self._iface.messageBar().pushWarning(_MENU, text)
            elif algorithm:
                self._open_dialog(algorithm, {"INPUT": source_of(footprints, selected=True)})

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
    layers: list[QgsVectorLayer] = [each for each in loaded if is_suited(each, is_footprint_layer)]
    for layer in sorted(layers, key=lambda each: each.source() != source):
        layer.selectByExpression(wanted)
        if len({feature["id"] for feature in layer.selectedFeatures()}) == len("ab"):
            return layer
        layer.removeSelection()
    return None


def _quoted(value: Any) -> str:
    return QgsExpression.quotedString(value if isinstance(value, str) else "")
