"""What both kinds of histogram share: counts, a range, and the mouse and keys that change it."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from .....core.choice.limits import Limits, Scale
from .....translation import tr
from ..layer.ramp import Ramp

_WIDTH = 200  # pixels


@dataclass(frozen=True)
class Shown:
    """What a histogram shows: its bars' counts, the range set, and the colours of the map."""

    scale: Scale
    counts: Sequence[int] = ()
    limits: Limits | None = None
    ramp: Ramp = field(default_factory=Ramp)


class RangeView(QWidget):
    """A picture of counts on which one sets a range, `lines` of text high.

    The arrow keys move the range's first end by a bar, with Shift the last one; Delete takes the
    range away, as a double click does.
    """

    dragged = pyqtSignal(float, float)  # the first end and the last
    released = pyqtSignal()
    cleared = pyqtSignal()

    def __init__(self, lines: int, *, circle: bool) -> None:
        super().__init__()
        self.shown: Shown | None = None
        self._lines, self._is_circle = lines, circle
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(
            tr("Arrow keys move the first end, with Shift the last one; Delete takes both away.")
        )

    def show_counts(self, shown: Shown | None) -> None:
        """Draws other counts or another range."""
        self.shown = shown
        self.update()

    def let_go(self) -> None:
        """Ends what the mouse was doing."""

    def sizeHint(self) -> QSize:
        """Returns room for so many lines of text."""
        return QSize(_WIDTH, self._lines * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Returns the same."""
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Ends a range."""
        self.let_go()
        self.released.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Takes the range away."""
        self.let_go()
        self.cleared.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves an end of the range, or takes the range away."""
        key, keys = event.key(), Qt.Key
        if key in (keys.Key_Delete, keys.Key_Backspace):
            self.cleared.emit()
        elif key in (keys.Key_Left, keys.Key_Right) and self.shown is not None:
            ahead = 1 if key == keys.Key_Right else -1
            last = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move_end(self.shown, ahead, last=last)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ends a range where a key is let go."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.isAutoRepeat():
            self.released.emit()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows that the keys are for this."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shows that they are no longer."""
        super().focusOutEvent(event)
        self.update()

    def draw_focus(self, painter: QPainter) -> None:
        """Draws a frame where the keys are for this."""
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _move_end(self, shown: Shown, ahead: int, *, last: bool) -> None:
        scale = shown.scale
        limits = shown.limits or Limits(scale.low, scale.high)
        step = ahead * max(round(scale.count / max(len(shown.counts), 1)), 1)
        old = scale.position(limits.high if last else limits.low) + step
        place = old % scale.count if self._is_circle else old
        value = scale.value(min(max(place, 0), scale.count))
        low, high = (limits.low, value) if last else (value, limits.high)
        if self._is_circle or low <= high:
            self.dragged.emit(low, high)
