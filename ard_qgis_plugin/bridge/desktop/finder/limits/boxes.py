"""The boxes in which the two ends of a range are typed."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QDateTime, QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import QDateTimeEdit, QDoubleSpinBox

from .....core.choice.limits import Scale
from .....core.choice.quantities import COVERAGE, TIME, Quantity
from ..number_text import units
from ..widgets import keep_from_wheel

_PERCENT = 100.0


class NumberBox:
    """A number, with its unit; on a circle it goes on at 0."""

    def __init__(self, quantity: Quantity, on_change: Callable[[], None]) -> None:
        self._factor = _PERCENT if quantity is COVERAGE else 1.0
        self.widget = box = QDoubleSpinBox()
        box.setSuffix(units()[quantity.name])
        box.setWrapping(bool(quantity.period))
        box.setKeyboardTracking(False)
        box.setAccelerated(True)
        box.valueChanged.connect(lambda _: on_change())

    def show_value(self, value: float) -> None:
        """Shows a value without saying that it has changed."""
        with QSignalBlocker(self.widget):
            self.widget.setValue(value * self._factor)

    def value(self) -> float:
        """Returns the value that it shows."""
        return self.widget.value() / self._factor

    def fit(self, scale: Scale) -> None:
        """Takes over ends and step."""
        step = scale.step * self._factor
        with QSignalBlocker(self.widget):
            digits = max(0, len(f"{step:.9f}".rstrip("0").partition(".")[2]))
            self.widget.setDecimals(digits)
            self.widget.setSingleStep(step)
            self.widget.setRange(scale.low * self._factor, scale.high * self._factor)


class TimeBox:
    """A time in UTC."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self.widget = box = QDateTimeEdit()
        box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # or the format is turned round
        box.setTimeSpec(Qt.TimeSpec.UTC)
        box.setDisplayFormat("yyyy-MM-dd HH:mm")
        box.setCalendarPopup(True)
        box.setKeyboardTracking(False)
        box.dateTimeChanged.connect(lambda _: on_change())

    def show_value(self, value: float) -> None:
        """Shows a value without saying that it has changed."""
        with QSignalBlocker(self.widget):
            self.widget.setDateTime(_moment(value))

    def value(self) -> float:
        """Returns the value that it shows."""
        return float(self.widget.dateTime().toSecsSinceEpoch())

    def fit(self, scale: Scale) -> None:
        """Takes over ends."""
        with QSignalBlocker(self.widget):
            self.widget.setDateTimeRange(_moment(scale.low), _moment(scale.high))


def box_for(quantity: Quantity, on_change: Callable[[], None]) -> NumberBox | TimeBox:
    """Makes the box that suits a quantity."""
    box = TimeBox(on_change) if quantity is TIME else NumberBox(quantity, on_change)
    keep_from_wheel(box.widget)
    return box


def _moment(seconds: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(round(seconds), Qt.TimeSpec.UTC)
