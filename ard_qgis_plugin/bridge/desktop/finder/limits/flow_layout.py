"""A layout that breaks a row of small widgets into lines, as text is broken."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QPoint, QRect, QSize
from qgis.PyQt.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

_GAP = 2


class FlowLayout(QLayout):
    """Widgets side by side, in as many lines as they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Takes one more."""
        self._items.append(item)

    def count(self) -> int:
        """Returns how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> Any:
        """Returns one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> Any:
        """Gives one of them away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Says that a narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Returns how high it is."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Puts the widgets into their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Returns the least that it needs."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Returns the size of the largest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        mirrored = self.parentWidget().layoutDirection() if self.parentWidget() else None
        for item in self._items:
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + _GAP, 0
            if move:
                place = QRect(QPoint(x, y), hint)
                if mirrored is not None:
                    place = QStyle.visualRect(mirrored, rect, place)
                item.setGeometry(place)
            x += hint.width() + _GAP
            line = max(line, hint.height())
        return y + line - rect.y()
