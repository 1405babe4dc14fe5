"""A layout that breaks a row of small widgets into lines, as text is broken."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QRect, QSize
from qgis.PyQt.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget

_GAP = 2


class FlowLayout(QLayout):
    """Widgets side by side, in as many lines as they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Takes one more, which will be as high as its line."""
        self._items.append(item)
        if widget := item.widget():
            across = widget.sizePolicy().horizontalPolicy()
            widget.setSizePolicy(across, QSizePolicy.Policy.Preferred)

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
        """Returns how high all lines are; `move` puts the widgets into them, each as high."""
        y = rect.y() - _GAP
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            x, y = rect.x(), y + _GAP
            for item in line:
                width = item.sizeHint().width()
                if move:
                    item.setGeometry(self._mirrored(rect, QRect(x, y, width, height)))
                x += width + _GAP
            y += height
        return max(y - rect.y(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Returns the widgets of each line."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            wide = item.sizeHint().width()
            if not lines or wide > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= wide + _GAP
        return lines

    def _mirrored(self, whole: QRect, rect: QRect) -> QRect:
        parent = self.parentWidget()
        return QStyle.visualRect(parent.layoutDirection(), whole, rect) if parent else rect
