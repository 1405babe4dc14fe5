"""Patches: cells of a mask that hang together by their sides, each as one polygon."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import shapely

from ...model.errors import CancelledError
from ..vectors import Indices, Mask, Shapes

Runs = tuple[Indices, Indices, Indices]
"""Cells side by side: their row, the column of the first, the column behind the last."""

_AT_ONCE = 1_000  # patches


def patches(
    mask: Mask,
    boxes_of: Callable[[Indices, Indices, Indices], Shapes],
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Shapes:
    """Returns the patches of a mask of shape (rows, columns).

    `boxes_of` turns runs of cells into boxes. One patch after the other, because the time that it
    takes to unite boxes grows with the square of how many pieces they are. Raises CancelledError.
    """
    runs = _runs(mask)
    patch = _patch_of(runs, mask.shape[1] + 1)
    order = np.argsort(patch, kind="stable")
    boxes = boxes_of(*(column[order] for column in runs))
    start = np.flatnonzero(np.diff(patch[order], prepend=-1))
    found: Shapes = boxes[start]
    several = np.flatnonzero(np.diff(start, append=len(boxes)) > 1)
    stop = np.append(start, len(boxes))
    for number, one in enumerate(several.tolist()):
        if number % _AT_ONCE == 0 and is_cancelled():
            raise CancelledError("The search for gaps was cancelled.")
        found[one] = shapely.union_all(boxes[start[one] : stop[one + 1]])
    return found


def _runs(mask: Mask) -> Runs:
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    row, first = np.nonzero(edges == 1)
    _, behind = np.nonzero(edges == -1)
    return row, first, behind


def _patch_of(runs: Runs, width: int) -> Indices:
    """Returns for each run the first run of its patch."""
    row, first, behind = runs
    patch = np.arange(len(row))
    one, other = _neighbours(row * width, first, behind, width)
    while True:
        least = np.minimum(patch[one], patch[other])
        before = patch.copy()
        np.minimum.at(patch, before[one], least)
        np.minimum.at(patch, before[other], least)
        for step in _settled(patch):
            patch = step
        if np.array_equal(patch, before):
            return patch


def _settled(patch: Indices) -> Iterator[Indices]:
    """Yields the numbers of patches, each run's nearer to the first one's, until they are it."""
    while not np.array_equal(jumped := patch[patch], patch):
        patch = jumped
        yield patch


def _neighbours(
    row: Indices, first: Indices, behind: Indices, width: int
) -> tuple[Indices, Indices]:
    """Returns which runs share a side with which ones of the next row; `row` is its first cell."""
    low = np.searchsorted(row + behind, row + width + first, side="right")
    high = np.searchsorted(row + first, row + width + behind, side="left")
    count = np.maximum(high - low, 0)
    one = np.repeat(np.arange(len(row)), count)
    return one, np.arange(len(one)) - np.repeat(np.cumsum(count) - count, count) + low[one]
