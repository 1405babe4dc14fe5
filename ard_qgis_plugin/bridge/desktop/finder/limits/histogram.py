"""A histogram that one draws a range on."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette

from .....core.choice.limits import Scale
from .range_view import RangeView, Shown
from .text_colour import faint_text_colour

MARGIN = 8  # pixels to both sides, as much as a slider's handle is wide
_LINES = 4
_GAP = 1.0
_LEAST = 2.0  # pixels of a bar that isn't empty


class HistogramBars(RangeView):
    """Bars along a line, grey outside the range; dragging across it sets another range."""

    def __init__(self) -> None:
        super().__init__(_LINES, circle=False)
        self._anchor: float | None = None

    def let_go(self) -> None:
        """Ends the range that was begun."""
        self._anchor = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draws all bars in grey, and those inside the range in colour over them."""
        painter = QPainter(self)
        self.draw_focus(painter)
        plot = self._plot()
        line = faint_text_colour(self.palette())
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

    def _draw(self, painter: QPainter, plot: QRectF, shown: Shown, *, coloured: bool) -> None:
        most = max(*shown.counts, 1)
        width = plot.width() / len(shown.counts)
        span = (shown.scale.high - shown.scale.low) / len(shown.counts)
        plain = self.palette().color(QPalette.ColorRole.Highlight)
        grey = faint_text_colour(self.palette())
        for place, count in enumerate(shown.counts):
            if not count:
                continue
            height = max(plot.height() * count / most, _LEAST)
            corner = QPointF(plot.left() + place * width, plot.bottom() - height)
            middle = shown.scale.low + (place + 0.5) * span
            colour = shown.ramp.colour(middle, plain) if coloured else grey
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
