"""The top of the dock: what to search and where, the button, the progress."""

from __future__ import annotations

from typing import cast

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .....translation import tr
from ..layer.layer_watch import is_ours
from ..widgets import keep_from_wheel, tool_button
from .collections_button import CollectionsButton, summary
from .search import Search
from .search_history import Wanted, load_last, load_recent


class SearchBox(QWidget):
    """Body and collections in a line, the place, *Search*, and what is going on."""

    dialog_wanted = pyqtSignal()

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self._make(load_last())
        search.begun.connect(lambda: self._show_running(True))
        search.ended.connect(lambda _: self._show_running(False))
        search.progressed.connect(self._show_progress)
        self._what.changed.connect(self._search_what_is_set)
        project = QgsProject.instance()
        project.layersAdded.connect(self._except_ours)
        project.crsChanged.connect(self._what.follow_body)
        self._except_ours()
        self._what.follow_body()

    def wanted(self) -> Wanted:
        """Returns the search that is set."""
        layer = cast("QgsVectorLayer | None", self._place.currentLayer())
        collections, most = self._what.collections, self._what.most
        if layer is None:
            return Wanted(collections, self._search.map_extent(), most=most)
        selected = self._selected.isChecked() and layer.selectedFeatureCount() > 0
        return Wanted(collections, layer=layer.id(), selected=selected, most=most)

    def begin(self) -> None:
        """Searches what is set."""
        self._search.start(self.wanted())

    def end(self) -> None:
        """Stops listening to QGIS."""
        QgsProject.instance().layersAdded.disconnect(self._except_ours)
        QgsProject.instance().crsChanged.disconnect(self._what.follow_body)

    def _make(self, last: Wanted) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._first_line(last))
        column.addLayout(self._second_line(last))
        self._moving = QCheckBox(tr("Search as the map moves"))
        self._moving.setObjectName("ardFinderMoving")
        self._moving.toggled.connect(lambda on: self._search.follow_map(on, self.wanted()))
        column.addWidget(self._moving)
        column.addWidget(self._running_line())

    def _first_line(self, last: Wanted) -> QHBoxLayout:
        self._what = CollectionsButton(last)
        self._recent = tool_button(
            "ardFinderRecent", tr("Recent searches"), icon="/mIconHistory.svg"
        )
        self._recent.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._recent)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._list_recent(menu))
        self._recent.setMenu(menu)
        tip = tr("Search with all options…")
        dialog = tool_button("ardFinderDialog", tip, icon="/mActionOptions.svg")
        dialog.clicked.connect(lambda _: self.dialog_wanted.emit())
        line = QHBoxLayout()
        for part in (self._what, self._recent, dialog):
            line.addWidget(part)
        return line

    def _second_line(self, last: Wanted) -> QHBoxLayout:
        self._place = QgsMapLayerComboBox()
        self._place.setObjectName("ardFinderPlace")
        self._place.setAccessibleName(tr("Where to search"))
        self._place.setAllowEmptyLayer(True, tr("What the map shows"))
        self._place.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        keep_from_wheel(self._place)
        self._choose_place(last)
        self._selected = QCheckBox(tr("selection"))
        self._selected.setObjectName("ardFinderSelected")
        self._selected.setChecked(last.selected)
        self._place.layerChanged.connect(lambda _: self._show_place())
        self._button = QPushButton(tr("Search"))
        self._button.setObjectName("ardFinderSearch")
        self._button.setDefault(True)
        self._button.clicked.connect(lambda _: self.begin())
        line = QHBoxLayout()
        line.addWidget(self._place, 1)
        line.addWidget(self._selected)
        line.addWidget(self._button)
        self._selected.setVisible(self._place.currentLayer() is not None)
        return line

    def _running_line(self) -> QWidget:
        self._running = QWidget()
        line = QHBoxLayout(self._running)
        line.setContentsMargins(0, 0, 0, 0)
        self._bar = QProgressBar()
        self._bar.setObjectName("ardFinderProgress")
        self._bar.setAccessibleName(tr("Progress of the search"))
        self._bar.setTextVisible(False)
        cancel = QPushButton(tr("Cancel"))
        cancel.setObjectName("ardFinderCancel")
        cancel.clicked.connect(lambda _: self._search.cancel())
        line.addWidget(self._bar, 1)
        line.addWidget(cancel)
        self._running.hide()
        return self._running

    def _show_running(self, on: bool) -> None:
        self._bar.setRange(0, 0)  # nobody knows how much there is, at first
        self._running.setVisible(on)

    def _show_progress(self, percent: float) -> None:
        if percent > 0:
            self._bar.setRange(0, 100)
            self._bar.setValue(round(percent))

    def _show_place(self) -> None:
        on_map = self._place.currentLayer() is None
        self._selected.setVisible(not on_map)
        self._moving.setEnabled(on_map)
        if not on_map:
            self._moving.setChecked(False)

    def _search_what_is_set(self) -> None:
        """Has the search as the map moves go on with other collections."""
        if self._moving.isChecked():
            self._search.follow_map(True, self.wanted())

    def _list_recent(self, menu: QMenu) -> None:
        menu.clear()
        for each in load_recent():
            is_gone = bool(each.layer) and QgsProject.instance().mapLayer(each.layer) is None
            text = each.name or f"{summary(each.collections)} · {_place_name(each)}"
            gone = f" · {tr('a layer that is gone')}" if each.name and is_gone else ""
            action = menu.addAction(text + gone)
            action.setToolTip(each.extent)
            action.triggered.connect(lambda _=False, it=each: self._repeat(it))
            action.setEnabled(not is_gone)
        if menu.isEmpty():
            menu.addAction(tr("No search yet")).setEnabled(False)

    def _repeat(self, wanted: Wanted) -> None:
        self._what.show_wanted(wanted)
        self._choose_place(wanted)
        self._selected.setChecked(wanted.selected)
        self._search.start(wanted)

    def _choose_place(self, wanted: Wanted) -> None:
        """Chooses a search's layer, or what the map shows; without a layer QGIS chooses neither."""
        layer = QgsProject.instance().mapLayer(wanted.layer)
        if layer is None:
            self._place.setCurrentIndex(0)
        else:
            self._place.setLayer(layer)

    def _except_ours(self, *_layers: object) -> None:
        ours = [each for each in QgsProject.instance().mapLayers().values() if is_ours(each)]
        self._place.setExceptedLayerList(ours)


def _place_name(wanted: Wanted) -> str:
    if not wanted.layer:
        return wanted.extent or tr("everywhere")
    layer = QgsProject.instance().mapLayer(wanted.layer)
    return layer.name() if layer else tr("a layer that is gone")
