"""The quiet line of the dock: what went wrong, or what was done."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel


class Notice(QLabel):
    """One line; all of what was said is in its tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ardFinderNotice")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def say(self, text: str) -> None:
        """Says something, or nothing any more."""
        first = text.strip().partition("\n")[0]
        self.setText(first)
        self.setToolTip(text)
        self.setVisible(bool(first))
