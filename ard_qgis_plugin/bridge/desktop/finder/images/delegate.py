"""How one image looks in the list: thumbnail, light, coverage, time, resolution, tick."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QTextOption,
)
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionButton

from ..number_text import number
from .model import ROW_ROLE

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QStyleOptionViewItem

    from ..layer.ramp import Ramp
    from .model import ImageModel
    from .pictures import Pictures

_GAP = 6
_LINES = 3
_BOX = 16
_FAINT = 0.6  # of the text's opacity
_GREY = QColor(128, 128, 128)


class ImageDelegate(QStyledItemDelegate):
    """The look of rows; `hovered` is that of the footprint which the mouse is over on the map."""

    def __init__(self, model: ImageModel, pictures: Pictures, ramp: Ramp, parent: Any) -> None:
        super().__init__(parent)
        self._model = model
        self._pictures = pictures
        self.ramp = ramp
        self.hovered: int | None = None
        self.current: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: ARG002
        """Returns room for three lines."""
        return QSize(200, row_height(option.fontMetrics.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draws one row."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._background(painter, option, index)
        check, tile, text = (self._place(option, part) for part in _parts(option.rect))
        self._tick(painter, option, check, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked:
            painter.setOpacity(0.45)
        self._tile(painter, option, tile, row)
        self._text(painter, option, text, row)
        painter.restore()

    def editorEvent(self, event: QEvent, model: Any, option: Any, index: QModelIndex) -> bool:
        """Ticks by a click on the box, or by the space bar."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            check = self._place(option, _parts(option.rect)[0])
            wanted = check.adjusted(-_GAP, -_GAP, _GAP, _GAP).contains(event.pos())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            wanted = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        else:
            return False
        if not wanted:
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return bool(model.setData(index, state, Qt.ItemDataRole.CheckStateRole))

    def _place(self, option: QStyleOptionViewItem, rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, rect)

    def _background(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        states = QStyle.StateFlag
        palette, row = option.palette, index.data(ROW_ROLE)
        if option.state & states.State_Selected:
            painter.fillRect(option.rect, palette.brush(QPalette.ColorRole.Highlight))
        elif option.state & states.State_MouseOver or row == self.hovered:
            tint = QColor(palette.color(QPalette.ColorRole.Highlight))
            tint.setAlpha(60)
            painter.fillRect(option.rect, tint)
        if row == self.current:
            bar = self._place(option, QRect(option.rect.topLeft(), QSize(3, option.rect.height())))
            painter.fillRect(bar, palette.brush(QPalette.ColorRole.Highlight))
        if option.state & states.State_HasFocus:
            painter.setPen(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        line = QColor(palette.color(QPalette.ColorRole.Text))
        line.setAlpha(30)
        painter.fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), line)

    def _tick(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: QModelIndex
    ) -> None:
        box = QStyleOptionButton()
        box.rect = rect
        box.palette = option.palette
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        states = QStyle.StateFlag
        box.state = states.State_Enabled | (states.State_On if ticked else states.State_Off)
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget
        )

    def _tile(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: int) -> None:
        tile = self._pictures.tile(row)
        if tile is not None:
            painter.drawPixmap(rect, tile)
            return
        grey = QColor(_GREY)
        grey.setAlpha(90)
        painter.fillRect(rect, grey)
        if self._pictures.is_broken(row):
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
            painter.setOpacity(painter.opacity() * _FAINT)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "?")
            painter.setOpacity(painter.opacity() / _FAINT)

    def _text(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: int) -> None:
        selected = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        height = option.fontMetrics.height()
        top, middle, bottom = (
            QRect(rect.left(), rect.top() + line * (height + 1), rect.width(), height)
            for line in range(_LINES)
        )
        self._first_line(painter, option, top, row)
        when = self._model.details(row)
        painter.setFont(option.font)
        opacity = painter.opacity()
        painter.setOpacity(opacity * 0.8)
        _write(painter, option, middle, when)
        painter.setOpacity(opacity * _FAINT)
        _write(painter, option, bottom, self._model.name(row))
        painter.setOpacity(opacity)

    def _first_line(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: int
    ) -> None:
        incidence = self._model.incidence(row)
        side = rect.height() - 6
        chip = QRect(rect.left(), rect.top() + 3, side, side)
        painter.fillRect(self._within(option, rect, chip), self.ramp.colour(incidence, _GREY))
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        rest = self._within(option, rect, rect.adjusted(side + _GAP, 0, 0, 0))
        _write(painter, option, rest, f"{number(incidence, 1)}°")
        painter.setFont(option.font)
        covered = self._model.coverage(row)
        right = Qt.AlignmentFlag.AlignRight
        _write(painter, option, rest, covered, right)

    def _within(self, option: QStyleOptionViewItem, whole: QRect, rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, whole, rect)


def row_height(line: int) -> int:
    """Returns the height of a row for lines so high."""
    return _LINES * (line + 1) + 2 * _GAP


def row_width(metrics: QFontMetrics) -> int:
    """Returns the width in which a row's numbers have room."""
    widest = metrics.horizontalAdvance("0000-00-00 00:00 · 00.0 m/px")
    return widest + row_height(metrics.height()) + 4 * _GAP + _BOX


def _parts(rect: QRect) -> tuple[QRect, QRect, QRect]:
    """Returns where box, thumbnail and text are, from left to right."""
    side = rect.height() - _GAP - 2
    check = QRect(rect.left() + _GAP, rect.center().y() - _BOX // 2, _BOX, _BOX)
    tile = QRect(check.right() + 1 + _GAP, rect.top() + (rect.height() - side) // 2, side, side)
    left = tile.right() + 1 + _GAP
    text = QRect(left, rect.top() + _GAP, rect.right() - left - _GAP, rect.height() - 2 * _GAP)
    return check, tile, text


def _write(
    painter: QPainter,
    option: QStyleOptionViewItem,
    rect: QRect,
    text: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    align = QStyle.visualAlignment(option.direction, side | Qt.AlignmentFlag.AlignVCenter)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
    how = QTextOption(align)
    how.setTextDirection(Qt.LayoutDirection.LeftToRight)  # numbers before their units, everywhere
    how.setWrapMode(QTextOption.WrapMode.NoWrap)
    painter.drawText(QRectF(rect), shown, how)
