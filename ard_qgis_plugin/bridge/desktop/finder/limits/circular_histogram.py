"""A histogram on a circle, for azimuths and times: its range may run over 0."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)

from .range_view import RangeView
from .text_colour import faint_text_colour, text_colour

_LINES = 9
_HANDLE = 5.0  # pixels
_INNER = 0.25  # of the radius
_FULL = 360.0


class CircularHistogram(RangeView):
    """Petals around a circle, 0 at the top, clockwise; dragging sets a range, clockwise too."""

    def __init__(self) -> None:
        super().__init__(_LINES, circle=True)
        self._moved: str | None = None
        self._anchor = 0.0

    def let_go(self) -> None:
        """Lets go of the end that is held."""
        self._moved = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draws the circle, its petals, and the range with its two ends."""
        painter = QPainter(self)
        self.draw_focus(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = text_colour(self.palette())
        faint = faint_text_colour(self.palette())
        painter.setPen(QPen(faint, 1))
        painter.drawEllipse(self._circle(1.0))
        painter.drawEllipse(self._circle(_INNER))
        self._write_degrees(painter, text)
        if self.shown is None or not len(self.shown.counts):
            return
        limits = self.shown.limits
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        self._draw(painter, self.shown.counts, faint if limits else accent)
        if limits is None:
            return
        painter.save()
        painter.setClipPath(self._sector(limits.low, (limits.high - limits.low) % _FULL, 0.0, 1.0))
        tint = QColor(accent)
        tint.setAlpha(40)
        painter.fillRect(self.rect(), tint)
        self._draw(painter, self.shown.counts, accent)
        painter.restore()
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(self.palette().brush(QPalette.ColorRole.Base))
        for end in (limits.low, limits.high):
            painter.drawLine(self._point(end, _INNER), self._point(end, 1.0))
            painter.drawEllipse(self._point(end, 1.0), _HANDLE, _HANDLE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of an end of the range, or begins another range."""
        if event.button() != Qt.MouseButton.LeftButton or self.shown is None:
            return
        self._anchor = self._angle(event)
        self._moved = "new"
        if limits := self.shown.limits:
            for name, end in (("low", limits.low), ("high", limits.high)):
                place = self._point(end, 1.0) - QPointF(event.pos())
                if math.hypot(place.x(), place.y()) <= 2 * _HANDLE:
                    self._moved = name

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves what was taken hold of."""
        if self._moved is None or self.shown is None:
            return
        angle, limits = self._angle(event), self.shown.limits
        if self._moved == "new" or limits is None:
            self.dragged.emit(self._anchor, angle)
        elif self._moved == "low":
            self.dragged.emit(angle, limits.high)
        else:
            self.dragged.emit(limits.low, angle)

    def _draw(self, painter: QPainter, counts: Sequence[int], colour: QColor) -> None:
        most, width = max(*counts, 1), _FULL / len(counts)
        for place, count in enumerate(counts):
            if count:
                reach = _INNER + (1.0 - _INNER) * max(count / most, 0.1)
                path = self._sector(place * width + 0.5, width - 1.0, _INNER, reach)
                painter.fillPath(path, colour)

    def _write_degrees(self, painter: QPainter, colour: QColor) -> None:
        painter.setPen(colour)
        height = self.fontMetrics().height()
        for degrees in (0, 90, 180, 270):
            middle = self._point(degrees, 1.0)
            away = 0.9 * height * (0.7 if degrees % 180 == 0 else 1.4)
            turn = math.radians(degrees)
            middle += QPointF(math.sin(turn), -math.cos(turn)) * away
            box = QRectF(middle.x() - 30, middle.y() - height / 2, 60, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{degrees}°")

    def _radius(self) -> float:
        return min(self.width(), self.height()) / 2 - 1.1 * self.fontMetrics().height()

    def _circle(self, reach: float) -> QRectF:
        middle, radius = QRectF(self.rect()).center(), self._radius() * reach
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def _point(self, degrees: float, reach: float) -> QPointF:
        turn, radius = math.radians(degrees), self._radius() * reach
        away = QPointF(math.sin(turn), -math.cos(turn)) * radius
        return QRectF(self.rect()).center() + away

    def _sector(self, start: float, sweep: float, inner: float, outer: float) -> QPainterPath:
        path = QPainterPath()
        from_ = 90.0 - start  # Qt's angles begin at three o'clock and go the other way
        path.arcMoveTo(self._circle(outer), from_)
        path.arcTo(self._circle(outer), from_, -sweep)
        if inner:
            path.arcTo(self._circle(inner), from_ - sweep, sweep)
        else:
            path.lineTo(QRectF(self.rect()).center())
        path.closeSubpath()
        return path

    def _angle(self, event: QMouseEvent) -> float:
        away = QPointF(event.pos()) - QRectF(self.rect()).center()
        degrees = math.degrees(math.atan2(away.x(), -away.y())) % _FULL
        return float(round(degrees)) % _FULL
