"""One quantity's control: histogram, range slider, two boxes."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from qgis.gui import QgsRangeSlider
from qgis.PyQt.QtCore import QEvent, QObject, QSignalBlocker, Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from .....core.choice.histogram import Histogram, bar_count
from .....core.choice.limits import Limits, Scale, scale_of
from .....core.choice.quantities import INCIDENCE, Quantity
from .....translation import tr
from ..layer.chooser import Chooser
from ..layer.ramp import Ramp, ramp_of
from ..number_text import count, names
from ..pause import pause
from .boxes import box_for
from .circular_histogram import CircularHistogram
from .histogram import HistogramBars
from .range_view import RangeView, Shown

_BARS = 60
_PETALS = 36
_SETTLE = 400  # ms after the last key


class RangeControl(QWidget):
    """A histogram of one quantity, and the range that images are narrowed to."""

    def __init__(self, quantity: Quantity, chooser: Chooser) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # numbers grow so everywhere
        self._quantity = quantity
        self._chooser = chooser
        self._scale: Scale | None = None
        self._histogram: Histogram | None = None
        self._ramp = Ramp()
        self._settle = pause(self, _SETTLE, chooser.settle)
        self._make()
        chooser.columns_changed.connect(self.begin)
        chooser.columns_grown.connect(self.begin)
        chooser.layer_changed.connect(self.begin)
        chooser.choice_changed.connect(self.refresh)
        self.begin()

    def begin(self) -> None:
        """Takes the values of the layer's images."""
        values = self._chooser.columns.of(self._quantity.name)
        self._scale = scale = scale_of(self._quantity, values)
        if self._quantity is INCIDENCE:
            self._ramp = ramp_of(self._chooser.layer)
        self._histogram = None
        for each in (self.slider, self.low.widget, self.high.widget):
            each.setEnabled(scale is not None)
        self._unknown.hide()
        if scale is not None:
            bars = (
                _PETALS
                if self._quantity.period
                else bar_count(scale.low, scale.high, scale.step, _BARS)
            )
            self._histogram = Histogram(values, scale.low, scale.high, bars)
            self._fit(scale, self._histogram)
        self.refresh()

    def refresh(self) -> None:
        """Shows what the chooser says now."""
        if not self.isVisible():
            return
        scale, histogram = self._scale, self._histogram
        if scale is None or histogram is None:
            self.view.show_counts(None)
            return
        limits = self._chooser.choice.limits.get(self._quantity.name)
        counts = histogram.counts(self._chooser.choice.shown_but_for(self._quantity.name))
        self.view.show_counts(Shown(scale, counts.tolist(), limits, self._ramp))
        shown = limits or Limits(scale.low, scale.high)
        self.low.show_value(shown.low)
        self.high.show_value(shown.high)
        if not self._quantity.period:
            with QSignalBlocker(self.slider):
                self.slider.setRange(scale.position(shown.low), scale.position(shown.high))

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up with what has changed while it was folded away."""
        super().showEvent(event)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes that the slider was let go."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._settle.stop()
            self._chooser.settle()
        return super().eventFilter(watched, event)

    def _fit(self, scale: Scale, histogram: Histogram) -> None:
        self.low.fit(scale)
        self.high.fit(scale)
        with QSignalBlocker(self.slider):
            self.slider.setRangeLimits(0, scale.count)
            self.slider.setSingleStep(1)
            self.slider.setPageStep(max(scale.count // 20, 1))
        if histogram.unknown:
            text = tr("Images without this value: {count}; a range leaves them out.")
            self._unknown.setText(text.format(count=count(histogram.unknown)))
            self._unknown.show()

    def _set(self, low: float, high: float) -> None:
        scale = self._scale
        if scale is None:
            return
        whole = (low, high) == (scale.low, scale.high)
        if not self._quantity.period and low > high:
            low, high = high, low
        self._chooser.limit(self._quantity.name, None if whole else Limits(low, high))

    def _slide(self, low: int, high: int) -> None:
        if self._scale is not None:
            self._set(self._scale.value(low), self._scale.value(high))
            self._settle.start()

    def _type(self) -> None:
        self._set(self.low.value(), self.high.value())
        self._settle.start()

    def _clear(self) -> None:
        self._chooser.limit(self._quantity.name, None)
        self._chooser.settle()

    def _make(self) -> None:
        circle = bool(self._quantity.period)
        self.view: RangeView = CircularHistogram() if circle else HistogramBars()
        self.view.dragged.connect(self._set)
        self.view.released.connect(self._chooser.settle)
        self.view.cleared.connect(self._clear)
        self.slider = QgsRangeSlider(Qt.Orientation.Horizontal)
        self.slider.setVisible(not circle)
        self.slider.rangeChanged.connect(self._slide)
        self.slider.installEventFilter(self)
        self.low = box_for(self._quantity, self._type)
        self.high = box_for(self._quantity, self._type)
        self._unknown = QLabel()
        self._unknown.setWordWrap(True)
        self._name_parts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.view)
        column.addWidget(self.slider)
        row = QGridLayout()
        for place, part in enumerate((self.low.widget, QLabel("–"), self.high.widget)):
            row.addWidget(part, 0, place)
        for place in (0, 2):
            row.setColumnStretch(place, 1)
        column.addLayout(row)
        column.addWidget(self._unknown)

    def _name_parts(self) -> None:
        """Gives each part the name by which it is found and read out."""
        title = names()[self._quantity.name]
        end = "" if self._quantity is INCIDENCE else f"_{self._quantity.name}"
        for part, name, spoken in (
            (self.view, "ardFinderHistogram", tr("{name}: histogram")),
            (self.slider, "ardFinderRange", tr("{name}: range")),
            (self.low.widget, "ardFinderLow", tr("{name}: smallest")),
            (self.high.widget, "ardFinderHigh", tr("{name}: largest")),
        ):
            part.setObjectName(f"{name}{end}")
            part.setAccessibleName(spoken.format(name=title))
        for box in (self.low.widget, self.high.widget):
            box.setMinimumWidth(1)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
