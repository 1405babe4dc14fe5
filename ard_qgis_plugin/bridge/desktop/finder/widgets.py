"""The small widgets of the dock: its scroll area, what scrolls it, its quiet line, its buttons."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt
from qgis.PyQt.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QWidget

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


class _Wheel(QObject):
    """A filter that leaves the mouse wheel to what a widget stands in, unless keys go to it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps a turn of the wheel from a widget, not from its parents."""
        is_turn = event.type() == QEvent.Type.Wheel
        if is_turn and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def keep_from_wheel(widget: QWidget) -> None:
    """Has the wheel scroll the dock where the mouse is over a value that is not being set."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_Wheel(widget))


class Notice(QLabel):
    """What went wrong, or what was done, in a line; all of what was said is in its tool tip."""

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


def tool_button(name: str, tip: str, *, text: str = "", icon: str = "") -> QToolButton:
    """Makes a button that keys reach as well; without a text it is flat and says its tip."""
    button = QToolButton()
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setText(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if icon:
        button.setIcon(QgsApplication.getThemeIcon(icon))
    if icon and text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    if not text:
        button.setAutoRaise(True)
        button.setAccessibleName(tip)
    return button
