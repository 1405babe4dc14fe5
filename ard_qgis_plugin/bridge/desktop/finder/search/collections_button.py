"""The button that says which collections are searched, and the pop-up in which they are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSpinBox,
    QToolButton,
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
from .search_history import Wanted

_MOST = 1_000_000


class CollectionsButton(QToolButton):
    """Body and collections in a few words; a click opens their ticks, and how many are read."""

    changed = pyqtSignal()  # other collections, or another number of images

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self.setObjectName("ardFinderCollections")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Body and collections"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._make_ids(wanted)
        self._make_most(wanted)
        self.setMenu(self._make_menu())
        self._show_summary()

    @property
    def collections(self) -> tuple[str, ...]:
        """Returns the ids of the collections that are set."""
        return tuple(split_ids(self._ids.text()))

    @property
    def most(self) -> int:
        """Returns how many observations are read at most."""
        return self._most.value()

    def show_wanted(self, wanted: Wanted) -> None:
        """Shows the collections of an earlier search."""
        self._ids.setText(join_ids(wanted.collections))
        self._most.setValue(wanted.most)

    def follow_body(self) -> None:
        """Ticks collections of the body that the map shows, unless some are ticked."""
        body = body_named(QgsProject.instance().crs().celestialBodyName())
        known = [known_collection(id_) for id_ in self.collections]
        bodies = {each.body for each in known if each}
        if body and bodies and body.name not in bodies and (ids := collections_of(body.name)):
            self._ids.setText(join_ids(ids))

    def _make_ids(self, wanted: Wanted) -> None:
        self._ids = QLineEdit(join_ids(wanted.collections))
        self._ids.setObjectName("ardFinderIds")
        self._ids.setAccessibleName(tr("Collection ids"))
        self._ids.textChanged.connect(lambda _: self._show_summary())

    def _make_most(self, wanted: Wanted) -> None:
        self._most = QSpinBox()
        self._most.setObjectName("ardFinderMost")
        self._most.setAccessibleName(tr("Images at most"))
        self._most.setRange(0, _MOST)
        self._most.setSpecialValueText(tr("no limit"))
        self._most.setGroupSeparatorShown(True)
        self._most.setValue(wanted.most)
        self._most.valueChanged.connect(lambda _: self.changed.emit())

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        inside = QWidget()
        form = QFormLayout(inside)
        tree = CollectionsTree(inside)
        tree.widen()
        keep_in_step(self._ids, tree)
        form.addRow(tree)
        form.addRow(tr("Collection ids"), self._ids)
        form.addRow(tr("Images at most"), self._most)
        action = QWidgetAction(menu)
        action.setDefaultWidget(inside)
        menu.addAction(action)
        return menu

    def _show_summary(self) -> None:
        self.setText(summary(self.collections))
        self.changed.emit()


def summary(ids: Sequence[str]) -> str:
    """Returns body and collections in a few words."""
    known = {each.id: each for each in KNOWN_COLLECTIONS}
    bodies = list(dict.fromkeys(known[id_].body for id_ in ids if id_ in known))
    if len(ids) == 1:
        what = known[ids[0]].title if ids[0] in known else ids[0]
    else:
        what = tr("{count} collections").format(count=len(ids))
    return " · ".join([*map(shown_body, bodies), what])
