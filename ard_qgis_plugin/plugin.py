"""The plugin: puts provider, menu entry and toolbar button into QGIS and takes them out again."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction

from .bridge.footprints.crs_repair import repair_crs
from .bridge.guide import guide_url
from .bridge.versions import keep_worker_threads
from .dependencies import enable_extlibs, how_to_install, missing_libraries
from .provider import ICON_PATH, ArdProvider
from .translation import install_translator, tr

if TYPE_CHECKING:
    from qgis.gui import QgisInterface, QgsOptionsWidgetFactory
    from qgis.PyQt.QtCore import QTranslator

    from .bridge.desktop.actions import FootprintActions
    from .bridge.desktop.finder.toolbar_button import FinderAction
    from .bridge.desktop.map_state import MapState
    from .bridge.desktop.pair_actions import PairActions

MENU = "Planetary ARD"


class Plugin:
    """The plugin as QGIS knows it; `iface` is None where there is no desktop."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface: Any = iface  # of QgisInterface, wherever it is used
        self._provider: ArdProvider | None = None
        self._translator: QTranslator | None = None
        self._search: QAction | None = None
        self._settings_page: QgsOptionsWidgetFactory | None = None
        self._actions: FootprintActions | None = None
        self._pair_actions: PairActions | None = None
        self._finder: FinderAction | None = None
        self._map_state: MapState | None = None
        self._guide: QAction | None = None

    def initProcessing(self) -> None:
        """Adds the provider; all that qgis_process calls."""
        enable_extlibs()
        keep_worker_threads()
        self._translator = install_translator()
        self._provider = ArdProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Adds the provider, the menu entries and the toolbar button."""
        self.initProcessing()
        self._search = QAction(
            QIcon(str(ICON_PATH)), tr("Search analysis ready data…"), self._iface.mainWindow()
        )
        self._search.setObjectName("ardSearchAction")
        self._search.setToolTip(tr("Planetary ARD: search analysis ready data"))
        self._search.triggered.connect(self.open_search)
        self._iface.addPluginToWebMenu(MENU, self._search)
        from .bridge.desktop.actions import FootprintActions  # noqa: PLC0415  (desktop only)
        from .bridge.desktop.finder.toolbar_button import FinderAction  # noqa: PLC0415
        from .bridge.desktop.map_state import MapState  # noqa: PLC0415
        from .bridge.desktop.pair_actions import PairActions  # noqa: PLC0415
        from .bridge.desktop.settings_page import SettingsPageFactory  # noqa: PLC0415

        self._settings_page = SettingsPageFactory(str(ICON_PATH))
        self._iface.registerOptionsWidgetFactory(self._settings_page)
        self._actions = FootprintActions(self._iface, QIcon(str(ICON_PATH)), self._open_dialog)
        self._pair_actions = PairActions(self._iface, QIcon(str(ICON_PATH)), self._open_dialog)
        self._finder = FinderAction(self._iface, QIcon(str(ICON_PATH)), self._open_dialog)
        QgsProject.instance().layersAdded.connect(repair_crs)
        self._map_state = MapState(self._iface)  # after the CRSs are whole again
        self._guide = QAction(tr("User guide"), self._iface.mainWindow())
        self._guide.setObjectName("ardGuideAction")
        self._guide.triggered.connect(self.open_guide)
        self._guide.setEnabled(bool(guide_url()))
        self._iface.addPluginToWebMenu(MENU, self._guide)

    def unload(self) -> None:
        """Takes out everything that was added."""
        if self._search is not None:
            QgsProject.instance().layersAdded.disconnect(repair_crs)
            self._iface.removePluginWebMenu(MENU, self._search)
            self._search.deleteLater()
            self._search = None
        if self._guide is not None:
            self._iface.removePluginWebMenu(MENU, self._guide)
            self._guide.deleteLater()
            self._guide = None
        if self._finder is not None:
            self._finder.remove()
            self._finder = None
        if self._actions is not None:
            from .bridge.images.streaming import undo_streaming  # noqa: PLC0415  (imports GDAL)

            undo_streaming()
            self._actions.remove()
            self._actions = None
        if self._pair_actions is not None:
            self._pair_actions.remove()
            self._pair_actions = None
        if self._map_state is not None:
            self._map_state.remove()
            self._map_state = None
        if self._settings_page is not None:
            self._iface.unregisterOptionsWidgetFactory(self._settings_page)
            self._settings_page = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def open_guide(self) -> None:
        """Opens the user guide in the browser."""
        QDesktopServices.openUrl(QUrl(guide_url()))

    def open_search(self) -> None:
        """Opens the dialog of the search, the same that the Processing Toolbox opens."""
        from .bridge.desktop.first_view.menu import begin  # noqa: PLC0415 (desktop only)
        from .bridge.inputs.last_search import last_search  # noqa: PLC0415

        begin(self._iface)
        self._open_dialog("ard:search", last_search())

    def _open_dialog(self, algorithm: str, parameters: dict[str, Any]) -> None:
        if missing := missing_libraries():
            self._warn(how_to_install(missing))
            return
        try:
            from processing import execAlgorithmDialog  # noqa: PLC0415  (heavy, and can be off)
        except ImportError:
            self._warn(tr("Processing is switched off: tick it in the plugin manager and restart."))
            return
        execAlgorithmDialog(algorithm, parameters)

    def _warn(self, text: str) -> None:
        self._iface.messageBar().pushWarning(MENU, text)
