"""The widget that ticks known collections, grouped by body, beside a text that takes any id."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameters,
)
from qgis.gui import (
    QgsAbstractProcessingParameterWidgetWrapper,
    QgsFilterLineEdit,
    QgsGui,
    QgsProcessingGui,
)
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from ...core.model.known_collections import KNOWN_COLLECTIONS, KnownCollection
from ...translation import tr
from ..body_names import shown_body
from ..inputs.collections_parameter import join_ids, split_ids

_ID_ROLE = Qt.ItemDataRole.UserRole
_TICKED = Qt.CheckState.Checked
_ROWS_SHOWN = 8


class CollectionsTree(QTreeWidget):
    """The known collections by body; ticking a body ticks all of its collections."""

    ticked = pyqtSignal(str, bool)  # the collection's id, and whether it is ticked now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([tr("Known collections"), tr("Incidence angle")])
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        bodies: dict[str, QTreeWidgetItem] = {}
        self._leaves: dict[str, QTreeWidgetItem] = {}
        for collection in KNOWN_COLLECTIONS:
            if collection.body not in bodies:
                bodies[collection.body] = self._add_body(collection.body)
            self._leaves[collection.id] = _leaf(collection, bodies[collection.body])
        self.setFixedHeight(self.header().sizeHint().height() + _ROWS_SHOWN * self._row_height())
        self.itemChanged.connect(self._tell)

    def widen(self) -> None:
        """Makes itself as wide as its longest line, for a place that would cut it."""
        columns = [self.header().sectionSizeHint(column) for column in range(2)]
        for leaf in self._leaves.values():
            for column in range(2):
                hint = self.sizeHintForIndex(self.indexFromItem(leaf, column)).width()
                columns[column] = max(columns[column], hint)
        beside = 2 * (self.indentation() + self.frameWidth())
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(sum(columns) + beside + bar)

    def show_ids(self, ids: Collection[str]) -> None:
        """Ticks exactly the known ones among the ids, and opens the bodies that have a tick."""
        with QSignalBlocker(self):
            for id_, leaf in self._leaves.items():
                leaf.setCheckState(0, _TICKED if id_ in ids else Qt.CheckState.Unchecked)
        for id_, leaf in self._leaves.items():
            if id_ in ids:
                leaf.parent().setExpanded(True)

    def ids(self) -> list[str]:
        """Returns the ids of the ticked collections, from top to bottom."""
        return [id_ for id_, leaf in self._leaves.items() if leaf.checkState(0) == _TICKED]

    def _add_body(self, name: str) -> QTreeWidgetItem:
        body = QTreeWidgetItem(self, [shown_body(name)])
        body.setFlags(
            body.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
        )
        return body

    def _row_height(self) -> int:
        return max(self.sizeHintForRow(0), self.fontMetrics().height() + 4)

    def _tell(self, item: QTreeWidgetItem) -> None:
        if id_ := item.data(0, _ID_ROLE):
            self.ticked.emit(id_, item.checkState(0) == _TICKED)


def keep_in_step(text: QLineEdit, tree: CollectionsTree) -> None:
    """Lets a tick change the text, and the text the ticks; ids that are not known stay in it."""

    def write(id_: str, on: bool) -> None:
        others = [other for other in split_ids(text.text()) if other != id_]
        text.setText(join_ids([*others, id_] if on else others))

    text.textChanged.connect(lambda value: tree.show_ids(split_ids(value)))
    tree.ticked.connect(write)
    tree.show_ids(split_ids(text.text()))


def offer_ticks(text: QLineEdit) -> CollectionsTree:
    """Puts a button into a line of text that opens the ticks, for where room is short."""
    menu = QMenu(text)
    tree = CollectionsTree(menu)
    tree.widen()
    inside = QWidgetAction(menu)
    inside.setDefaultWidget(tree)
    menu.addAction(inside)
    button = text.addAction(
        QgsApplication.getThemeIcon("/mActionSelectAllTree.svg"),
        QLineEdit.ActionPosition.TrailingPosition,
    )
    button.setToolTip(tr("Tick known collections"))
    button.triggered.connect(lambda: menu.popup(text.mapToGlobal(text.rect().bottomLeft())))
    keep_in_step(text, tree)
    return tree


class CollectionsWrapper(QgsAbstractProcessingParameterWidgetWrapper):
    """The parameter in the dialog of an algorithm, a batch and a model."""

    def __new__(  # type: ignore[misc]  # that QGIS gets a widget of another class is the point
        cls, parameter: QgsProcessingParameterDefinition, dialog: QDialog, *_cell: int
    ) -> QWidget | CollectionsWrapper:
        """Returns QGIS's own widget in the Model Designer: it knows a model's inputs."""
        if type(dialog).__name__ == "ModelerParametersDialog":
            return _model_widget(parameter, dialog)
        return super().__new__(cls)

    def __init__(
        self, parameter: QgsProcessingParameterDefinition, dialog: QDialog, *_cell: int
    ) -> None:
        batch = type(dialog).__name__ == "BatchAlgorithmDialog"
        kinds = QgsProcessingGui.WidgetType
        super().__init__(parameter, kinds.Batch if batch else kinds.Standard, dialog)

    def createWidget(self) -> QWidget:  # noqa: N802
        """Returns a line of text, with the ticks below or, in a batch's cell, behind a button."""
        self._text = QgsFilterLineEdit()
        self._text.setPlaceholderText(tr("Collection ids, separated by commas"))
        self._text.textChanged.connect(lambda _: self.widgetValueHasChanged.emit(self))
        holder = QWidget()  # QGIS wraps what it gets anew: only its children can be kept here
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        if self.type() == QgsProcessingGui.WidgetType.Batch:
            self._tree = offer_ticks(self._text)
        else:
            self._tree = CollectionsTree(holder)
            keep_in_step(self._text, self._tree)
            column.addWidget(self._tree)
        return holder

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:  # noqa: N802
        """Shows the ids of a parameter value."""
        shown = QgsProcessingParameters.parameterAsString(
            self.parameterDefinition(), value, context
        )
        self._text.setText(shown)
        self._text.setCursorPosition(0)

    def widgetValue(self) -> str:  # noqa: N802
        """Returns the ids as the text says them."""
        return self._text.text().strip()


def _leaf(collection: KnownCollection, body: QTreeWidgetItem) -> QTreeWidgetItem:
    angle = tr("from its label") if collection.labels else ""
    leaf = QTreeWidgetItem(body, [collection.title, angle])
    leaf.setData(0, _ID_ROLE, collection.id)
    leaf.setToolTip(0, collection.id)
    leaf.setFlags(leaf.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    leaf.setCheckState(0, Qt.CheckState.Unchecked)
    return leaf


def _model_widget(parameter: QgsProcessingParameterDefinition, dialog: Any) -> QWidget:
    """Returns the Model Designer's widget for a text, with the ticks behind its line of text."""
    widget: Any = QgsGui.processingGuiRegistry().createModelerParameterWidget(
        dialog.model, dialog.childId, parameter, dialog.context
    )
    widget.setDialog(dialog)
    # Kept with the widget: else Python would forget a tree that only C++ holds, and its ticks.
    widget.ticks = [
        offer_ticks(text)
        for text in widget.findChildren(QLineEdit)
        if not isinstance(text, QgsFilterLineEdit)  # that one is for an expression
    ]
    return cast("QWidget", widget)
