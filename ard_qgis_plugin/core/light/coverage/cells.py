"""Cells: which images see which parts of a grid, cells that the same images see taken together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from ...model.errors import CancelledError
from ..areas import Shape
from ..vectors import Floats, Indices, Shapes
from .grid import Grid

_SEED = 14


@dataclass(frozen=True, eq=False)
class Cells:
    """Groups of cells, and the images that see each: both ways as one array with starts."""

    weights: Floats  # cells of each group
    images: int
    _images: Indices
    _start_of_cell: Indices
    _cells: Indices
    _start_of_image: Indices

    @property
    def counts(self) -> Indices:
        """Returns how many images see each group."""
        return np.diff(self._start_of_cell)

    def of_cell(self, cell: int) -> Indices:
        """Returns the images that see a group of cells."""
        return self._images[self._start_of_cell[cell] : self._start_of_cell[cell + 1]]

    def of_image(self, image: int) -> Indices:
        """Returns the groups of cells that an image sees."""
        return self._cells[self._start_of_image[image] : self._start_of_image[image + 1]]


def seen_cells(
    grid: Grid,
    area: Shape,
    shapes: Shapes,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Cells:
    """Returns what footprints (lon/lat) see of an area, in cells whose middles lie in both."""
    flat = grid.flat(shapes)
    flat_area = grid.flat_area(area)
    shapely.prepare(flat_area)
    seen: list[tuple[Indices, Indices]] = [(np.empty(0, np.intp), np.empty(0, np.intp))]
    for which, cells in grid.seen(flat):
        if is_cancelled():
            raise CancelledError("The choice of images was cancelled.")
        row, column = np.divmod(cells, grid.columns)
        inside = shapely.intersects_xy(flat_area, *grid.middles(column, row).T)
        seen.append((which[inside], cells[inside]))
    image, cell = (np.concatenate(column) for column in zip(*seen, strict=True))
    return _grouped(image, cell, len(shapes))


def _grouped(image: Indices, cell: Indices, images: int) -> Cells:
    """Takes cells that the same images see together, by the sum of a random number of each."""
    names = np.random.default_rng(_SEED).integers(0, 2**63, images, dtype=np.uint64)
    order = np.lexsort((image, cell))
    image, cell = image[order], cell[order]
    start = np.flatnonzero(np.diff(cell, prepend=-1))
    count = np.diff(start, append=len(cell))
    if not len(start):
        empty = np.zeros(1, dtype=np.intp)
        return Cells(np.empty(0), images, image, empty, cell, np.zeros(images + 1, dtype=np.intp))
    name = np.add.reduceat(names[image], start)
    _, first, size = np.unique(name, return_index=True, return_counts=True)
    size, first = size[np.argsort(first)].astype(float), np.sort(first)
    members = image[np.repeat(np.isin(np.arange(len(start)), first), count)]
    of_group = np.repeat(np.arange(len(first)), count[first])
    start_of_cell = np.append(0, np.cumsum(count[first]))
    by_image = np.argsort(members, kind="stable")
    start_of_image = np.append(0, np.cumsum(np.bincount(members, minlength=images)))
    return Cells(size, images, members, start_of_cell, of_group[by_image], start_of_image)
