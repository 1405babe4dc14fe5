"""A histogram that one draws a range on."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from .....core.choice.limits import Limits, Scale
from ..layer.ramp import Ramp
from .ink import ink

MARGIN = 8  # pixels to both sides, as much as a slider's handle is wide
_GAP = 1.0
_LEAST = 2.0  # pixels of a bar that isn't empty
_GREY = QColor(128, 128, 128, 90)


@dataclass(frozen=True)
class Shown:
    """What a histogram shows: its bars' counts, the range set, and the colours of the map."""

    scale: Scale
    counts: Sequence[int] = ()
    limits: Limits | None = None
    ramp: Ramp = field(default_factory=Ramp)


class Bars(QWidget):
    """Bars along a line, grey outside the range; dragging across it sets another range."""

    dragged = pyqtSignal(float, float)  # two values, the lower first
    released = pyqtSignal()
    cleared = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: Shown | None = None
        self._anchor: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_counts(self, shown: Shown | None) -> None:
        """Draws other counts or another range."""
        self.shown = shown
        self.update()

    def sizeHint(self) -> QSize:
        """Returns four lines of text in height."""
        return QSize(200, 4 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Returns the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draws all bars in grey, and those inside the range in colour over them."""
        painter = QPainter(self)
        plot = self._plot()
        line = ink(self.palette())
        line.setAlpha(70)
        painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), line)
        if self.shown is None or not len(self.shown.counts):
            return
        limits, scale = self.shown.limits, self.shown.scale
        if limits is None:
            self._draw(painter, plot, self.shown, coloured=True)
            return
        self._draw(painter, plot, self.shown, coloured=False)
        left, right = self._x(limits.low, scale), self._x(limits.high, scale)
        painter.setClipRect(QRectF(left, 0, max(right - left, 1), self.height()))
        painter.fillRect(self.rect(), self.palette().brush(QPalette.ColorRole.Window))
        tint = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        tint.setAlpha(28)
        painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), tint)
        self._draw(painter, plot, self.shown, coloured=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a range."""
        if event.button() == Qt.MouseButton.LeftButton and self.shown:
            self._anchor = self._value(event.pos().x(), self.shown.scale)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Sets the range from where the mouse was pressed."""
        if self._anchor is not None and self.shown:
            value = self._value(event.pos().x(), self.shown.scale)
            self.dragged.emit(min(self._anchor, value), max(self._anchor, value))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Ends it."""
        self._anchor = None
        self.released.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Takes the range away."""
        self._anchor = None
        self.cleared.emit()

    def _draw(self, painter: QPainter, plot: QRectF, shown: Shown, *, coloured: bool) -> None:
        most = max(*shown.counts, 1)
        width = plot.width() / len(shown.counts)
        span = (shown.scale.high - shown.scale.low) / len(shown.counts)
        plain = self.palette().color(QPalette.ColorRole.Highlight)
        for place, count in enumerate(shown.counts):
            if not count:
                continue
            height = max(plot.height() * count / most, _LEAST)
            corner = QPointF(plot.left() + place * width, plot.bottom() - height)
            middle = shown.scale.low + (place + 0.5) * span
            colour = shown.ramp.colour(middle, plain) if coloured else _GREY
            gap = _GAP if width > 3 * _GAP else 0.0
            painter.fillRect(QRectF(corner.x(), corner.y(), width - gap, height), colour)

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN, 4, -MARGIN, -1)

    def _x(self, value: float, scale: Scale) -> float:
        plot = self._plot()
        share = (value - scale.low) / (scale.high - scale.low)
        return plot.left() + share * plot.width()

    def _value(self, x: float, scale: Scale) -> float:
        plot = self._plot()
        share = min(max((x - plot.left()) / plot.width(), 0.0), 1.0)
        return scale.value(round(share * scale.count))
