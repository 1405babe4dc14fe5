"""The scroll area of the dock, for screens that are low."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QWidget

_LETTERS = 58  # of a line, when it is first opened


class Scrolled(QScrollArea):
    """Its content, scrolled where a screen is low; as wide with a layer as without."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(inside.minimumSizeHint().width() + bar)

    def sizeHint(self) -> QSize:
        """Returns room for a line of some words, whatever is in it just now."""
        letters = _LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(max(letters, self.minimumWidth()), 2 * letters)
