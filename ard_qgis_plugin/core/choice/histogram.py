"""How many images there are in each bar of a histogram."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .columns import Floats, Mask


class Histogram:
    """The bars of one quantity: each row is put into its bar once, so that counting is fast."""

    def __init__(self, values: Floats, low: float, high: float, bars: int) -> None:
        self.low = low
        self.high = high
        self.bars = bars
        width = (high - low) / bars or 1.0
        known = np.isfinite(values)
        place = np.zeros(len(values), np.int64)
        place[known] = np.clip((values[known] - low) / width, 0, bars - 1).astype(np.int64)
        self._bar = np.where(known, place, bars)  # one more for what is unknown
        self.unknown = int(len(values) - np.count_nonzero(known))

    def counts(self, mask: Mask | None = None) -> NDArray[np.int64]:
        """Returns the number of images in each bar, of those alone that the mask has."""
        chosen = self._bar if mask is None else self._bar[mask]
        return np.bincount(chosen, minlength=self.bars + 1)[: self.bars]

    def edges(self) -> Floats:
        """Returns the bars' ends, one more than there are bars."""
        return np.linspace(self.low, self.high, self.bars + 1)


def bar_count(low: float, high: float, step: float, most: int) -> int:
    """Returns how many bars suit a range: whole multiples of the step wide, at most so many."""
    steps = max(round((high - low) / step), 1)
    for width in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000):
        if steps / width <= most:
            return max(-(-steps // width), 1)
    return most
