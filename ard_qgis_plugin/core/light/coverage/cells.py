"""Cells: which images see which parts of an area, parts that the same images see taken together."""

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
    """Parts of an area, and the images that see each: both ways as one array with starts."""

    weights: Floats  # steradians
    images: int
    _images: Indices
    _start_of_cell: Indices
    _cells: Indices
    _start_of_image: Indices

    @property
    def size(self) -> float:
        """Returns how much is seen, in steradians."""
        return float(self.weights.sum())

    @property
    def counts(self) -> Indices:
        """Returns how many images see each part."""
        return np.diff(self._start_of_cell)

    def of_cell(self, cell: int) -> Indices:
        """Returns the images that see a part."""
        return self._images[self._start_of_cell[cell] : self._start_of_cell[cell + 1]]

    def of_image(self, image: int) -> Indices:
        """Returns the parts that an image sees."""
        return self._cells[self._start_of_image[image] : self._start_of_image[image + 1]]


def seen_cells(
    grid: Grid,
    flat_area: Shape,
    flat: Shapes,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Cells:
    """Returns what footprints see of an area, in cells whose middles lie in both.

    All are shapes of the grid's plane.
    """
    shapely.prepare(flat_area)
    seen: list[tuple[Indices, Indices]] = [(np.empty(0, np.intp), np.empty(0, np.intp))]
    for which, cells in grid.seen(flat):
        if is_cancelled():
            raise CancelledError("The choice of images was cancelled.")
        row, column = np.divmod(cells, grid.columns)
        inside = shapely.intersects_xy(flat_area, *grid.middles(column, row).T)
        seen.append((which[inside], cells[inside]))
    image, cell = (np.concatenate(column) for column in zip(*seen, strict=True))
    return _grouped(image, cell, len(flat), lambda cells: np.full(len(cells), grid.cell_area))


def seen_faces(flat_area: Shape, flat: Shapes) -> Cells:
    """Returns what footprints see of an area, in the faces that their outlines cut it into.

    All are shapes of one equal-area plane. It is exact, and takes a millisecond for ten overlaps.
    """
    outlines: Shapes = shapely.boundary(flat)
    lines = shapely.union(shapely.union_all(outlines), flat_area.boundary)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    points = shapely.point_on_surface(faces)
    shapely.prepare(flat_area)
    inside = np.flatnonzero(shapely.intersects(flat_area, points))
    image, face = shapely.STRtree(points[inside]).query(flat, predicate="intersects")
    sizes = shapely.area(faces[inside])
    return _grouped(image, face, len(flat), lambda faces: sizes[faces])


def _grouped(
    image: Indices, cell: Indices, images: int, size_of: Callable[[Indices], Floats]
) -> Cells:
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
    _, first, of_name = np.unique(name, return_index=True, return_inverse=True)
    size: Floats = np.bincount(of_name.reshape(-1), size_of(cell[start])).astype(float)
    size, first = size[np.argsort(first)], np.sort(first)
    members = image[np.repeat(np.isin(np.arange(len(start)), first), count)]
    of_group = np.repeat(np.arange(len(first)), count[first])
    start_of_cell = np.append(0, np.cumsum(count[first]))
    by_image = np.argsort(members, kind="stable")
    start_of_image = np.append(0, np.cumsum(np.bincount(members, minlength=images)))
    return Cells(size, images, members, start_of_cell, of_group[by_image], start_of_image)
