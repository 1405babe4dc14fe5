"""QGIS's red bars that no transform leads from a body to the Earth: taken away as they come.

QGIS itself looks for such transforms on every planetary project, when its CRS changes and when its
layers come, and tells that in a bar that stays. Bars of other CRSs stay too.
"""

from __future__ import annotations

import re
from typing import Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QTimer

from ...core.model.bodies import body_named

_CODE = re.compile(r"[A-Z][A-Z_]*\d*:\d+")
_CONTEXT = "QgsAppMissingGridHandler"  # where QGIS's translations have the text
_EARTH = "EPSG:4326"
_TICK, _TICKS = 100, 50  # ms; each is late where QGIS is, which pushes bars when it is idle


def dismiss_transform_bars(iface: QgisInterface) -> None:
    """Takes away the bars that what the plugin has just done brings about, as they come."""
    bar: Any = iface.messageBar()

    def dismiss_soon(_item: object = None) -> None:
        QTimer.singleShot(0, lambda: _dismiss(bar))  # QGIS still works at the item

    def tick() -> None:
        if sip.isdeleted(bar):
            return
        if next(left, None) is None:
            bar.widgetAdded.disconnect(dismiss_soon)
        else:
            QTimer.singleShot(_TICK, tick)

    left = iter(range(_TICKS))
    dismiss_soon()
    bar.widgetAdded.connect(dismiss_soon)
    tick()


def _dismiss(bar: Any) -> None:
    if sip.isdeleted(bar):  # QGIS ends
        return
    for item in list(bar.items()):
        if item.level() == Qgis.MessageLevel.Critical and is_of_a_body(item.text()):
            bar.popWidget(item)


def is_of_a_body(text: str) -> bool:
    """Says whether a text is QGIS's, and of CRSs of a body and EPSG:4326 alone."""
    said = QCoreApplication.translate(_CONTEXT, "No transform available between %1 and %2")
    pattern = re.escape(said).replace("%1", "(.+)").replace("%2", "(.+)")
    found = re.fullmatch(pattern, text.strip())
    if not found:
        return False
    codes = [code for code in found.groups() if _CODE.fullmatch(code) and code != _EARTH]
    crses = [QgsCoordinateReferenceSystem(code) for code in codes] or [QgsProject.instance().crs()]
    return all(body_named(crs.celestialBodyName()) for crs in crses)
