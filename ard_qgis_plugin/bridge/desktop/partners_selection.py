"""The stereo partners of a footprint's image, selected in its layer."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt import sip

from ..light.partners import PartnersFound
from ..light.partners_task import PartnersSearch, partners_sentence

_TITLE = "Planetary ARD"


class PartnersSelection:
    """What an action on a footprint does: selects the image and its partners, and says how many."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._search = PartnersSearch()

    def select(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """Finds the partners of a feature's image, and selects them in the layer."""
        fid, name = feature.id(), str(feature["id"])

        def take(found: PartnersFound) -> None:
            if not sip.isdeleted(layer):
                layer.selectByIds([fid, *(each.fid for each in found.partners)])
                self._say(partners_sentence(name, found))

        self._search.ask(layer, fid, take, self._say)

    def stop(self) -> None:
        """Waits for no answer any more."""
        self._search.stop()

    def _say(self, text: str) -> None:
        self._iface.messageBar().pushInfo(_TITLE, text)
