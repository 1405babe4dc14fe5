"""The footprints of a layer as arrays: what filtering, counting and sorting work on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]
Rows: TypeAlias = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Columns:
    """All n footprints of a layer, in its order.

    `fids` are the layer's feature ids, `ids` the images' names; `values` has for each quantity n
    numbers, NaN where unknown; `boxes` is n by (west, south, east, north) in degrees, NaN where a
    footprint has no outline.
    """

    fids: NDArray[np.int64]
    ids: tuple[str, ...]
    values: Mapping[str, Floats]
    boxes: Floats = field(repr=False)

    def __len__(self) -> int:
        return len(self.ids)

    def row_of(self, fid: int) -> int | None:
        """Returns the row of a feature, None where there is none."""
        found = np.flatnonzero(self.fids == fid)
        return int(found[0]) if found.size else None

    def rows_of(self, fids: list[int]) -> Rows:
        """Returns the rows of those features that there are, ascending."""
        return np.flatnonzero(np.isin(self.fids, np.asarray(fids, np.int64)))

    def rows_at(self, lon: float, lat: float) -> Rows:
        """Returns the rows whose box holds a place, given in degrees."""
        west, south, east, north = self.boxes.T
        with np.errstate(invalid="ignore"):
            return np.flatnonzero((west <= lon) & (lon <= east) & (south <= lat) & (lat <= north))

    def of(self, name: str) -> Floats:
        """Returns the numbers of a quantity, all unknown where the layer doesn't have it."""
        found = self.values.get(name)
        return np.full(len(self), np.nan) if found is None else found


EMPTY = Columns(np.empty(0, np.int64), (), {}, np.empty((0, 4)))


def numbers(values: Sequence[Any]) -> Floats:
    """Returns numbers as an array; what is none, as a database's NULL, is NaN."""
    try:
        return np.array(values, np.float64)
    except (TypeError, ValueError):
        known = [value if isinstance(value, (int, float)) else np.nan for value in values]
        return np.array(known, np.float64)


def first_known(columns: list[Floats]) -> Floats:
    """Returns for each row the first number that is known."""
    result = columns[0]
    for column in columns[1:]:
        result = np.where(np.isnan(result), column, result)
    return result
