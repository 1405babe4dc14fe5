"""The top of the dock: what to search and where, the button, the progress."""

from __future__ import annotations

from typing import cast

from qgis.core import QgsApplication, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from .....core.model.bodies import body_named
from .....core.model.known_collections import (
    KNOWN_COLLECTIONS,
    collections_of,
    known_collection,
)
from .....translation import tr
from ....body_names import shown_body
from ....inputs.collections_parameter import join_ids, split_ids
from ...collections_widget import CollectionsTree, keep_in_step
from ..layer.layer_watch import is_ours
from .search import Search
from .search_history import Wanted, load_last, load_recent

_MOST = 1_000_000


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
        project = QgsProject.instance()
        project.layersAdded.connect(self._except_ours)
        project.crsChanged.connect(self._follow_body)
        self._except_ours()
        self._follow_body()
        self._show_summary()

    def wanted(self) -> Wanted:
        """Returns the search that is set."""
        layer = cast("QgsVectorLayer | None", self._place.currentLayer())
        collections = tuple(split_ids(self._ids.text()))
        most = self._most.value()
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
        QgsProject.instance().crsChanged.disconnect(self._follow_body)

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
        self._what = QToolButton()
        self._what.setObjectName("ardFinderCollections")
        self._what.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._what.setAccessibleName(tr("Body and collections"))
        self._what.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._what.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._what.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._what.setMenu(self._collections_menu(last))
        self._recent = _tool("/mIconHistory.svg", "ardFinderRecent", tr("Recent searches"))
        self._recent.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._recent)
        menu.aboutToShow.connect(lambda: self._list_recent(menu))
        self._recent.setMenu(menu)
        dialog = _tool("/mActionOptions.svg", "ardFinderDialog", tr("Search with all options…"))
        dialog.clicked.connect(lambda _: self.dialog_wanted.emit())
        line = QHBoxLayout()
        for part in (self._what, self._recent, dialog):
            line.addWidget(part)
        return line

    def _collections_menu(self, last: Wanted) -> QMenu:
        menu = QMenu(self._what)
        inside = QWidget()
        form = QFormLayout(inside)
        self._ids = QLineEdit(join_ids(last.collections))
        self._ids.setObjectName("ardFinderIds")
        self._ids.setAccessibleName(tr("Collection ids"))
        self._ids.textChanged.connect(lambda _: self._show_summary())
        tree = CollectionsTree(inside)
        tree.setMinimumWidth(60 * tree.fontMetrics().averageCharWidth())
        keep_in_step(self._ids, tree)
        self._most = QSpinBox()
        self._most.setObjectName("ardFinderMost")
        self._most.setAccessibleName(tr("Images at most"))
        self._most.setRange(0, _MOST)
        self._most.setSpecialValueText(tr("no limit"))
        self._most.setGroupSeparatorShown(True)
        self._most.setValue(last.most)
        form.addRow(tree)
        form.addRow(tr("Collection ids"), self._ids)
        form.addRow(tr("Images at most"), self._most)
        action = QWidgetAction(menu)
        action.setDefaultWidget(inside)
        menu.addAction(action)
        return menu

    def _second_line(self, last: Wanted) -> QHBoxLayout:
        self._place = QgsMapLayerComboBox()
        self._place.setObjectName("ardFinderPlace")
        self._place.setAccessibleName(tr("Where to search"))
        self._place.setAllowEmptyLayer(True, tr("What the map shows"))
        self._place.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place.setLayer(QgsProject.instance().mapLayer(last.layer))
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
        self._bar.setTextVisible(False)
        cancel = QPushButton(tr("Cancel"))
        cancel.setObjectName("ardFinderCancel")
        cancel.clicked.connect(lambda _: self._search.cancel())
        line.addWidget(self._bar, 1)
        line.addWidget(cancel)
        self._running.hide()
        return self._running

    def _follow_body(self) -> None:
        """Ticks collections of the body that the map shows, unless some are ticked."""
        body = body_named(QgsProject.instance().crs().celestialBodyName())
        known = [known_collection(id_) for id_ in split_ids(self._ids.text())]
        bodies = {each.body for each in known if each}
        if body and bodies and body.name not in bodies and (ids := collections_of(body.name)):
            self._ids.setText(join_ids(ids))

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

    def _show_summary(self) -> None:
        self._what.setText(summary(split_ids(self._ids.text())))
        if self._moving.isChecked():
            self._search.follow_map(True, self.wanted())

    def _list_recent(self, menu: QMenu) -> None:
        menu.clear()
        for each in load_recent():
            text = f"{summary(each.collections)} · {each.extent or _layer_name(each.layer)}"
            menu.addAction(text).triggered.connect(lambda _=False, it=each: self._repeat(it))
        if menu.isEmpty():
            menu.addAction(tr("No search yet")).setEnabled(False)

    def _repeat(self, wanted: Wanted) -> None:
        self._ids.setText(join_ids(wanted.collections))
        self._most.setValue(wanted.most)
        self._place.setLayer(QgsProject.instance().mapLayer(wanted.layer))
        self._search.start(wanted)

    def _except_ours(self, *_layers: object) -> None:
        ours = [each for each in QgsProject.instance().mapLayers().values() if is_ours(each)]
        self._place.setExceptedLayerList(ours)


def summary(ids: list[str] | tuple[str, ...]) -> str:
    """Returns body and collections in a few words."""
    known = {each.id: each for each in KNOWN_COLLECTIONS}
    bodies = list(dict.fromkeys(known[id_].body for id_ in ids if id_ in known))
    if len(ids) == 1:
        what = known[ids[0]].title if ids[0] in known else ids[0]
    else:
        what = tr("{count} collections").format(count=len(ids))
    return " · ".join([*map(shown_body, bodies), what])


def _layer_name(id_: str) -> str:
    layer = QgsProject.instance().mapLayer(id_)
    return layer.name() if layer else tr("a layer that is gone")


def _tool(icon: str, name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(QgsApplication.getThemeIcon(icon))
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
