"""The ways to a first view: the menu of bodies and places, and what a button does before all."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ....core.model.errors import OutputError
from ....core.model.places import Place, bodies_with_places, places_of
from ....translation import tr
from ...body_names import shown_body

_MENU = "Planetary ARD"


def places_menu(iface: QgisInterface, parent: QWidget) -> QMenu:
    """Makes the menu; it lives as long as its parent."""
    menu = QMenu(tr("Go to"), parent)
    menu.setObjectName("ardPlaces")
    for body in bodies_with_places():
        places = menu.addMenu(shown_body(body))
        for place in places_of(body):
            entry = places.addAction(place_title(place))
            entry.triggered.connect(partial(_go, iface, place))
    return menu


def place_title(place: Place) -> str:
    """Returns what a place is called."""
    names = {"": tr("All of it"), "north pole": tr("North pole"), "south pole": tr("South pole")}
    return names.get(place.name, place.name)


def begin(iface: Any) -> None:
    """Has a map that shows nothing yet show a body."""
    from .view import ensure_view  # noqa: PLC0415 (nothing of it at QGIS's start)

    try:
        ensure_view(iface)
    except OutputError as error:
        iface.messageBar().pushWarning(_MENU, str(error))


def _go(iface: Any, place: Place, *_checked: bool) -> None:
    from .view import show_place  # noqa: PLC0415

    try:
        show_place(iface, place)
    except OutputError as error:
        iface.messageBar().pushWarning(_MENU, str(error))
