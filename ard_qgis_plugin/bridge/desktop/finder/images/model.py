"""The images of the list as a model: it only says what the chooser holds."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

import math
from datetime import datetime, timezone
from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from .....core.choice.columns import Rows
from .....translation import tr
from ..layer.chooser import Chooser
from ..number_text import number, percent, resolution

ROW_ROLE = Qt.ItemDataRole.UserRole
_NONE = QModelIndex()


class ImageModel(QAbstractTableModel):
    """One row for each image listed, in the list's order; a table, for it lays out in no time."""

    def __init__(self, chooser: Chooser) -> None:
        super().__init__()
        self._chooser = chooser
        self.rows: Rows = np.empty(0, np.intp)
        chooser.choice_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Takes over what the chooser lists now."""
        rows = self._chooser.listed()
        if np.array_equal(rows, self.rows) and len(rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = _NONE) -> int:
        """Returns how many images are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = _NONE) -> int:
        """Returns one."""
        return 0 if parent.isValid() else 1

    def flags(self, index: QModelIndex) -> Any:  # noqa: ARG002
        """Says that each image can be selected and ticked."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns an image's row among the columns, its tick, and what a screen reader says."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = int(self.rows[index.row()])
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._chooser.columns.ids[row]
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
            return off if self._chooser.choice.is_left_out(row) else ticked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(row)
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ticks an image, or ticks it off."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self._chooser.tick(int(self.rows[index.row()]), on)
        return True

    def incidence(self, row: int) -> float:
        """Returns an image's incidence in degrees, at the place where there is one; maybe NaN."""
        return float(self._chooser.incidence()[row])

    def name(self, row: int) -> str:
        """Returns an image's name."""
        return self._chooser.columns.ids[row]

    def coverage(self, row: int) -> str:
        """Returns how much of what was searched an image covers."""
        return percent(self._value("coverage", row))

    def details(self, row: int) -> str:
        """Returns when an image was taken, and how large its pixels are."""
        metres, seconds = self._value("resolution", row), self._value("time", row)
        return f"{_moment(seconds)} · {resolution(metres)}"

    def _value(self, name: str, row: int) -> float:
        values = self._chooser.columns.values.get(name)
        return math.nan if values is None else float(values[row])

    def _spoken(self, row: int) -> str:
        light = tr("incidence {angle}°").format(angle=number(self.incidence(row), 1))
        covered = tr("covers {share}").format(share=self.coverage(row))
        return "\n".join([self.name(row), f"{light} · {covered}", self.details(row)])

    def position_of(self, row: int) -> int | None:
        """Returns where a row is in the list, None where it isn't."""
        found = np.flatnonzero(self.rows == row)
        return int(found[0]) if found.size else None


def _moment(seconds: float) -> str:
    if np.isnan(seconds):
        return "–"
    return f"{datetime.fromtimestamp(seconds, timezone.utc):%Y-%m-%d %H:%M}"
