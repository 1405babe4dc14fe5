"""The range of a quantity in which an image is shown, and the scale on which one sets it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .columns import Floats, Mask
from .quantities import Quantity

_MOST_STEPS = 2_000_000_000  # Qt's sliders count in 32 bits
_STEPS_WANTED = 500


@dataclass(frozen=True, slots=True)
class Limits:
    """One range, its ends included; on a circle `low` above `high` runs over 0."""

    low: float
    high: float

    def hold(self, values: Floats) -> Mask:
        """Says of each value whether it is inside; one that is unknown is not."""
        with np.errstate(invalid="ignore"):
            above, below = values >= self.low, values <= self.high
        return above & below if self.low <= self.high else above | below


@dataclass(frozen=True, slots=True)
class Scale:
    """The whole steps on which a control's ends stand: `low` + 0..`count` times `step`."""

    low: float
    step: float
    count: int

    @property
    def high(self) -> float:
        """Returns the upper end."""
        return self.value(self.count)

    def value(self, position: int) -> float:
        """Returns the value of a position, without the dust of binary fractions."""
        return round(self.low + position * self.step, 9)

    def position(self, value: float) -> int:
        """Returns the position nearest to a value."""
        return min(max(round((value - self.low) / self.step), 0), self.count)


def scale_of(quantity: Quantity, values: Floats) -> Scale | None:
    """Returns the scale that holds all values of a quantity, None where none is known."""
    known = values[np.isfinite(values)]
    if not known.size:
        return None
    if quantity.period:
        return Scale(0.0, quantity.step, round(quantity.period / quantity.step))
    low, high = float(known.min()), float(known.max())
    step = quantity.step or _round_step(high - low, high)
    while (high - low) / step > _MOST_STEPS:
        step *= 10
    # what stands exactly on a step must not be pushed beyond it by a binary fraction
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Scale(round(first * step, 9), step, max(last - first, 1))


def _round_step(span: float, high: float) -> float:
    """Returns a power of ten that gives some hundred steps."""
    size = span if span > 0 else abs(high) or 1.0
    return float(10.0 ** math.floor(math.log10(size / _STEPS_WANTED)))
