"""In which order images are listed."""

from __future__ import annotations

from enum import Enum

import numpy as np

from .columns import Floats, Rows


class Order(str, Enum):
    """One order of the list; what is unknown comes last in each."""

    NEAREST = "nearest"  # to a wanted incidence
    LOW_SUN = "low_sun"
    HIGH_SUN = "high_sun"
    COVERAGE = "coverage"
    RESOLUTION = "resolution"  # the finest first
    NEWEST = "newest"
    OLDEST = "oldest"


_QUANTITY = {
    Order.COVERAGE: "coverage",
    Order.RESOLUTION: "resolution",
    Order.NEWEST: "time",
    Order.OLDEST: "time",
}
_FALLING = (Order.LOW_SUN, Order.COVERAGE, Order.NEWEST)


def quantity_of(order: Order) -> str:
    """Returns the name of the quantity that an order goes by."""
    return _QUANTITY.get(order, "incidence")


def sorted_rows(rows: Rows, values: Floats, order: Order, wanted: float) -> Rows:
    """Returns rows by their values, which are those of quantity_of(order); equal ones as before.

    `wanted` is the incidence in degrees that NEAREST is about.
    """
    keys = values[rows]
    if order is Order.NEAREST:
        keys = np.abs(keys - wanted)
    if order in _FALLING:
        keys = -keys
    return rows[np.argsort(keys, kind="stable")]  # NaN is put last
