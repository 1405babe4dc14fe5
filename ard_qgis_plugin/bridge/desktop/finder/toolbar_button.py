"""The toolbar button that opens and closes the image finder, which is made when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QToolButton, QWidget

from ....translation import tr
from ..first_view.menu import begin, places_menu

if TYPE_CHECKING:
    from .dock import FinderDock

_MENU = "Planetary ARD"


class FinderAction:
    """The button, and the dock once it has been opened."""

    def __init__(
        self,
        iface: QgisInterface,
        icon: QIcon,
        open_dialog: Callable[[str, dict[str, Any]], Any],
    ) -> None:
        self._iface = iface
        self._open_dialog = open_dialog
        self._dock: FinderDock | None = None
        self._action = QAction(icon, tr("Image finder"), iface.mainWindow())
        self._action.setObjectName("ardFinderAction")
        self._action.setToolTip(tr("Planetary ARD: find images by their light"))
        self._action.setCheckable(True)
        self._action.triggered.connect(self._show)
        self._places = places_menu(iface, iface.mainWindow())
        iface.addPluginToWebMenu(_MENU, self._action)
        iface.addPluginToWebMenu(_MENU, self._places.menuAction())
        iface.addWebToolBarIcon(self._action)
        self._offer_places(iface.webToolBar().widgetForAction(self._action))

    def remove(self) -> None:
        """Takes button and dock out of QGIS."""
        self._iface.removePluginWebMenu(_MENU, self._places.menuAction())
        self._places.deleteLater()
        self._iface.removePluginWebMenu(_MENU, self._action)
        self._iface.removeWebToolBarIcon(self._action)
        self._action.deleteLater()
        if self._dock is not None:
            self._dock.end()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None

    def _offer_places(self, button: QWidget | None) -> None:
        """Gives the button an arrow with the places below it."""
        if isinstance(button, QToolButton):
            button.setMenu(self._places)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def _show(self, on: bool) -> None:
        if on:
            begin(self._iface)
        if self._dock is None:
            from .dock import FinderDock  # noqa: PLC0415 (nothing of it at QGIS's start)

            self._dock = FinderDock(self._iface, self._open_dialog)
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
            self._dock.visibilityChanged.connect(self._follow)
        self._dock.setUserVisible(on)

    def _follow(self, _visible: bool) -> None:
        if self._dock is not None:
            self._action.setChecked(self._dock.isUserVisible())
