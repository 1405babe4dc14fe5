"""The list of images: what is in sight, under the mouse, selected; keys."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import numpy as np
from qgis.PyQt.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QSignalBlocker,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from .....core.choice.columns import Mask
from .....translation import tr
from ..layer.chooser import Chooser
from ..layer.ramp import Ramp, ramp_of
from ..pause import pause
from .delegate import ImageDelegate, row_height, row_width
from .model import ROW_ROLE, ImageModel
from .pictures import Pictures

_PAUSE = 60  # ms
_LEAST_ROWS = 3
_MOST_RUNS = 2_000


class ImageList(QTableView):
    """The list; rows are those of the chooser's columns."""

    hovered = pyqtSignal(object)  # a row, or None
    chosen = pyqtSignal(list)  # the rows that the user has selected
    opened = pyqtSignal(int)  # a row, by double click or Enter
    stepped = pyqtSignal(int)  # a row, by the arrow keys left and right

    def __init__(self, chooser: Chooser, pictures: Pictures) -> None:
        super().__init__()
        self.setObjectName("ardFinderList")
        self.setAccessibleName(tr("Images"))
        self._chooser = chooser
        self._pictures = pictures
        self.images = ImageModel(chooser)
        self._delegate = ImageDelegate(self.images, pictures, Ramp(), self)
        self.setModel(self.images)
        self.setItemDelegate(self._delegate)
        self._set_up_looks()
        self._sight = pause(self, _PAUSE, self._look)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._sight.start())
        self._current: int | None = None  # feature id of the current image, listed or not
        self._is_untouched = False  # whether Qt alone has made a row the current one
        self.images.modelReset.connect(self._take_selection)
        self.images.modelReset.connect(self._keep_current)
        chooser.layer_changed.connect(self.take_colours)
        chooser.layer_changed.connect(self.begin_anew)
        chooser.columns_changed.connect(self._sight.start)  # their addresses are asked for anew
        pictures.changed.connect(self.viewport().update)
        self.entered.connect(lambda index: self.hovered.emit(index.data(ROW_ROLE)))
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW_ROLE)))
        self.selectionModel().currentChanged.connect(self._take_current)
        self.selectionModel().selectionChanged.connect(self._tell_selection)

    def take_colours(self) -> None:
        """Takes over the colours of the layer's classes."""
        self._delegate.ramp = ramp_of(self._chooser.layer)
        self.viewport().update()

    @property
    def pointed_row(self) -> int | None:
        """Returns the row whose footprint the mouse is over on the map."""
        return self._delegate.hovered

    def point_out(self, row: int | None) -> None:
        """Shows which row's footprint the mouse is over on the map."""
        if row == self._delegate.hovered:
            return
        self._delegate.hovered = row
        position = None if row is None else self.images.position_of(row)
        if position is not None:
            self.scrollTo(self.images.index(position, 0))
        self.viewport().update()

    def go_to(self, row: int) -> None:
        """Makes a row the current one, in sight; what is selected stays."""
        position = self.images.position_of(row)
        if position is not None:
            index = self.images.index(position, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            self._is_untouched = False
            self.scrollTo(index)
            self.viewport().update()

    def begin_anew(self) -> None:
        """Has no row be the current one: the arrow keys begin with the first."""
        self._current = None
        self.setCurrentIndex(QModelIndex())

    def current_row(self) -> int | None:
        """Returns the row of the current image."""
        row = self.currentIndex().data(ROW_ROLE)
        return None if row is None else int(row)

    def neighbour(self, row: int | None, step: int) -> int | None:
        """Returns the row so many places on in the list; at its end it begins anew."""
        count = self.images.rowCount()
        if not count:
            return None
        position = None if row is None else self.images.position_of(row)
        if position is None:
            return int(self.images.rows[0])
        return int(self.images.rows[(position + step) % count])

    def selected_rows(self) -> list[int]:
        """Returns the rows that are selected, in the list's order."""
        parts = cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())
        places = [np.arange(each.top(), each.bottom() + 1) for each in parts]
        found = np.sort(np.concatenate(places)) if places else np.empty(0, np.intp)
        chosen: list[int] = self.images.rows[found].tolist()
        return chosen

    def _take_current(self, *_change: object) -> None:
        self._delegate.current = row = self.current_row()
        self._current = None if row is None else int(self._chooser.columns.fids[row])
        self._is_untouched = False
        self.viewport().update()

    def _keep_current(self) -> None:
        """Keeps the current image in another order, and finds it again after other limits."""
        row = None if self._current is None else self._chooser.columns.row_of(self._current)
        position = None if row is None else self.images.position_of(row)
        self._delegate.current = None if position is None else row
        if position is not None:
            with QSignalBlocker(self.selectionModel()):  # the list stays where it is
                flags = QItemSelectionModel.SelectionFlag
                index = self.images.index(position, 0)
                self.selectionModel().setCurrentIndex(index, flags.NoUpdate)

    def _take_selection(self) -> None:
        """Selects what is selected in the layer."""
        self._sight.start()
        layer = self._chooser.layer
        fids = layer.selectedFeatureIds() if layer is not None else []
        selected = np.isin(self.images.rows, self._chooser.columns.rows_of(fids))
        selection = QItemSelection()
        for first, last in _runs(selected):
            selection.select(self.images.index(first, 0), self.images.index(last, 0))
        with QSignalBlocker(self.selectionModel()):
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        self.viewport().update()

    def select_from_layer(self) -> None:
        """Follows a selection that was made on the map."""
        self._take_selection()
        rows = self.selected_rows()
        if rows and len(rows) < self.images.rowCount():
            position = self.images.position_of(rows[0])
            self.scrollTo(self.images.index(position or 0, 0))

    def _tell_selection(self, *_change: object) -> None:
        self.chosen.emit(self.selected_rows())

    def _look(self) -> None:
        height = self.viewport().height()
        first, last = self.rowAt(0), self.rowAt(height - 1)
        rows = self.images.rows
        if first >= 0:
            last = len(rows) - 1 if last < 0 else last
            self._pictures.look_at([int(row) for row in rows[first : last + 1]])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Looks which rows are in sight now."""
        super().resizeEvent(event)
        self._sight.start()

    def leaveEvent(self, event: QEvent) -> None:
        """Says that the mouse is over no row."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Notes whether the first row becomes the current one just because keys go there now."""
        had_current = self.currentIndex().isValid()
        super().focusInEvent(event)
        self._is_untouched = self._is_untouched if had_current else True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps with the arrow keys to the sides, opens with Enter."""
        key = event.key()
        if key not in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            super().keyPressEvent(event)
            return
        ahead = 1 if key == Qt.Key.Key_Right else -1
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ahead = -ahead
        row = self.neighbour(None if self._is_untouched else self.current_row(), ahead)
        if row is not None:
            self.go_to(row)
            self.stepped.emit(row)

    def _set_up_looks(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header = self.verticalHeader()
        header.hide()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Makes room for another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def _fit_rows(self) -> None:
        height = row_height(self.fontMetrics().height())
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(_LEAST_ROWS * height)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(row_width(self.fontMetrics()) + bar + 2 * self.frameWidth())


def _runs(mask: Mask) -> list[tuple[int, int]]:
    """Returns the first and last place of each run; none where there are more than a list bears."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    runs = edges.reshape(-1, 2)
    return [(int(a), int(b) - 1) for a, b in runs] if len(runs) <= _MOST_RUNS else []
