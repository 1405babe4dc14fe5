"""Cover: few images that cover an area, and how many are needed at least.

Set cover over the faces that the outlines of footprints cut an equal-area plane into, or, where
very many footprints overlap, over the cells of a grid.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from ..areas import Shape, areas, on_map
from ..images import Images
from ..vectors import FULL_TURN, HALF_TURN, Floats, Indices, Mask, Shapes, at_most
from .cells import Cells, seen_cells, seen_faces
from .grid import Grid
from .set_cover import Choice, SetCover

_CELLS_AN_IMAGE = 2_500
_MOST_LOOKS = 4_000_000
_MOST_OVERLAPS = 10_000  # pairs of footprints, of which all faces are found in a second
_ROUNDS = 5
_ROUNDING = 1e-9  # of the area
_UNSURE = 2e-3  # of an area that is counted in cells


@dataclass(frozen=True, eq=False)
class Cover:
    """The chosen images in the order in which they add most; `rows` are those of the images.

    `adds` is in steradians, `share` the part of the area covered so far. At least `needed` images
    cover the same part; `possible` is the part that all images together cover. All of it is exact
    unless more than 10,000 pairs of footprints overlap: then `needed` and `possible` hold for the
    cells of a grid, and `adds` is in proportion to cells.
    """

    rows: Indices
    adds: Floats
    share: Floats
    needed: int
    possible: float


def eligible(
    images: Images,
    wanted: float | None = None,
    tolerance: float = 180.0,
    morning: bool | None = None,
) -> Mask:
    """Says which images have an incidence near the wanted one, and the sun on the wanted side.

    Morning is a sun in the east, which is an azimuth of 0 to 180 (-90 is 270).
    """
    fits = images.complete("shapes")
    if wanted is not None:
        fits &= at_most(np.abs(images.incidence - wanted), tolerance)
    if morning is not None:
        is_east = np.mod(images.sun_azimuth, FULL_TURN) < HALF_TURN
        fits &= np.isfinite(images.sun_azimuth) & (is_east == morning)
    return fits


def cover(
    images: Images,
    area: Shape,
    share: float = 1.0,
    preference: Floats | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Cover:
    """Returns few images that cover `share` of an area in lon/lat, or what can be covered of it.

    Of images that add alike (within 5 %) the one of least `preference` is taken. The order of the
    input does not matter. All images take part: choose the eligible ones before.
    """
    rows = np.flatnonzero(images.complete("shapes"))
    shapely.prepare(area)
    rows = rows[shapely.intersects(area, images.shapes[rows])]
    better = np.zeros(len(images)) if preference is None else np.nan_to_num(preference, nan=np.inf)
    rows = rows[np.lexsort((images.keys[rows], better[rows]))]
    size = float(areas(on_map(np.array([area], dtype=object)))[0])
    grid = cover_grid(area, size, images.shapes[rows])
    scene = _Scene(grid.flat_area(area), grid.flat(images.shapes[rows]))
    cells = scene.cells(grid, is_cancelled)
    problem = SetCover(cells, is_cancelled)
    total = float(scene.area.area)
    target = min(share * total, cells.size)
    whole = problem.chosen(np.arange(len(rows)), cells.size)
    needed = problem.least(whole, target if scene.is_exact else target * (1 - _UNSURE))
    order, adds = scene.enough(problem, whole, target, cells.size)
    return Cover(
        rows[order],
        adds,
        np.minimum(np.cumsum(adds) / total, 1.0),
        needed,
        min(cells.size / total, 1.0),
    )


@dataclass(frozen=True, eq=False)
class _Scene:
    """An area and footprints in one equal-area plane."""

    area: Shape
    footprints: Shapes

    @cached_property
    def is_exact(self) -> bool:
        """Says whether few enough footprints overlap to find all faces."""
        first, second = shapely.STRtree(self.footprints).query(self.footprints)
        return int(np.count_nonzero(first < second)) <= _MOST_OVERLAPS

    def cells(self, grid: Grid, is_cancelled: Callable[[], bool]) -> Cells:
        """Returns the parts of the area, and who sees each."""
        if self.is_exact:
            return seen_faces(self.area, self.footprints)
        return seen_cells(grid, self.area, self.footprints, is_cancelled)

    def enough(
        self, problem: SetCover, whole: Choice, wanted: float, most: float
    ) -> tuple[Indices, Floats]:
        """Returns few footprints that really cover so much, and what each adds, in steradians.

        Cells may say more than there is: then more of them are covered.
        """
        target = wanted
        for _ in range(_ROUNDS):
            choice = problem.few(whole, target)
            order = np.array([image for image, _ in choice], dtype=np.intp)
            adds = np.array([gain for _, gain in choice])
            if self.is_exact or not len(order):
                break
            adds *= self._covered(order) / adds.sum()
            lacks = wanted - float(adds.sum())
            if lacks <= _ROUNDING * wanted or target >= most:
                break
            target = min(target + 1.5 * lacks, most)
        return order, adds

    def _covered(self, some: Indices) -> float:
        whole = shapely.union_all(self.footprints[some])
        return float(shapely.intersection(whole, self.area).area)


def cover_grid(area: Shape, size: float, shapes: Shapes) -> Grid:
    """Returns a grid fine enough for the footprints, and coarse enough to be counted."""
    sizes = areas(shapes)
    if not len(sizes):
        return Grid.over(area, math.sqrt(size) / 100)
    typical = min(float(np.median(sizes)), size)
    cell = max(typical / _CELLS_AN_IMAGE, float(np.minimum(sizes, size).sum()) / _MOST_LOOKS)
    return Grid.over(area, math.sqrt(cell))


def gaps(area: Shape, shapes: Shapes) -> Shape:
    """Returns the part of an area that no footprint covers, all in longitude/latitude."""
    left: Shape = area.difference(shapely.union_all(shapes))
    return left
