"""Cover: few images that cover an area, and how many are needed at least.

Set cover over the cells of an equal-area grid. Greedy takes the image that adds most, again and
again, which needs at most 1 + ln(largest set) times the fewest (Johnson, Lovasz, Chvatal); the
bounds from below are usually much closer.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from ...model.errors import CancelledError
from ..areas import Shape, areas, on_map
from ..images import Images
from ..vectors import Floats, Indices, Mask, Shapes
from .cells import Cells, seen_cells
from .grid import Grid

_CELLS_AN_IMAGE = 2_500
_MOST_LOOKS = 4_000_000
_ALIKE = math.log(1.05)  # gains within 5 % are alike: then the better image is taken
_TINY = 1e-9


@dataclass(frozen=True, eq=False)
class Cover:
    """The chosen images in the order in which they add most; `rows` are those of the images.

    `adds` is in steradians, `share` the part of the area covered so far. At least `needed` images
    cover the same part; `possible` is the part that all images together cover.
    """

    rows: Indices
    adds: Floats
    share: Floats
    needed: int
    possible: float
    cell: float  # radians


def eligible(
    images: Images,
    wanted: float | None = None,
    tolerance: float = 180.0,
    morning: bool | None = None,
) -> Mask:
    """Says which images have an incidence near the wanted one, and the sun on the wanted side.

    Morning is a sun in the east, which is an azimuth below 180.
    """
    fits = images.complete("shapes")
    if wanted is not None:
        fits &= np.abs(images.incidence - wanted) <= tolerance
    if morning is not None:
        fits &= np.isfinite(images.sun_azimuth) & ((images.sun_azimuth < 180) == morning)  # noqa: PLR2004
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
    cells = seen_cells(grid, area, images.shapes[rows], is_cancelled)
    total = max(size / grid.cell_area, float(cells.weights.sum()))
    target = min(share * total, float(cells.weights.sum()))
    greedy = _Greedy(cells, is_cancelled)
    whole = greedy.chosen(np.arange(len(rows)), float(cells.weights.sum()))
    needed = greedy.least(whole, target)
    enough = greedy.without_spare(greedy.until(whole, target), target)
    order = greedy.chosen(np.sort(enough), target)
    adds = np.array([gain for _, gain in order])
    return Cover(
        rows[np.array([image for image, _ in order], dtype=np.intp)],
        adds * grid.cell_area,
        np.cumsum(adds) / total,
        needed,
        float(cells.weights.sum()) / total,
        grid.cell,
    )


def cover_grid(area: Shape, size: float, shapes: Shapes) -> Grid:
    """Returns a grid fine enough for the footprints, and coarse enough to be counted."""
    sizes = areas(shapes)
    if not len(sizes):
        return Grid.over(area, math.sqrt(size) / 100)
    typical = min(float(np.median(sizes)), size)
    cell = max(typical / _CELLS_AN_IMAGE, float(np.minimum(sizes, size).sum()) / _MOST_LOOKS)
    return Grid.over(area, math.sqrt(cell))


Choice = list[tuple[int, float]]
"""Images in the order in which they were chosen, and how many cells each added."""


class _Greedy:
    """One set cover: which image sees which groups of cells."""

    def __init__(self, cells: Cells, is_cancelled: Callable[[], bool]) -> None:
        self._cells = cells
        self._is_cancelled = is_cancelled
        self._price = np.zeros(len(cells.weights))  # what a cell costs, in images

    def chosen(self, among: Indices, target: float) -> Choice:
        """Returns the images that add most, one after the other, until the target is covered.

        Gains only fall, so only the top of the heap has to be counted again.
        """
        left = self._cells.weights.copy()
        heap = [(-_level(self._gain(each, left)), int(each)) for each in among]
        heapq.heapify(heap)
        found: Choice = []
        covered = 0.0
        while heap and covered < target - _TINY:
            if self._is_cancelled():
                raise CancelledError("The choice of images was cancelled.")
            level, image = heapq.heappop(heap)
            gain = self._gain(image, left)
            if gain <= 0:
                continue
            if -_level(gain) > level:
                heapq.heappush(heap, (-_level(gain), image))
                continue
            seen = self._cells.of_image(image)
            self._price[seen[left[seen] > 0]] = 1 / gain
            left[seen] = 0
            covered += gain
            found.append((image, gain))
        return found

    def _gain(self, image: int, left: Floats) -> float:
        return float(left[self._cells.of_image(image)].sum())

    def until(self, choice: Choice, target: float) -> Indices:
        """Returns the first images of a choice that cover the target."""
        covered = np.cumsum([gain for _, gain in choice])
        last = int(np.searchsorted(covered, target - _TINY)) + 1
        return np.array([image for image, _ in choice[:last]], dtype=np.intp)

    def without_spare(self, chosen: Indices, target: float) -> Indices:
        """Returns the chosen images without those that the others make up for."""
        weights = self._cells.weights
        times = np.zeros(len(weights), dtype=np.intp)
        for image in chosen:
            times[self._cells.of_image(image)] += 1
        spare = float(weights[times > 0].sum()) - target
        kept = []
        for image in chosen[::-1]:  # the last ones added least
            seen = self._cells.of_image(image)
            alone = float(weights[seen[times[seen] == 1]].sum())
            if alone <= spare + _TINY:
                spare -= alone
                times[seen] -= 1
            else:
                kept.append(image)
        return np.array(kept, dtype=np.intp)

    def least(self, whole: Choice, target: float) -> int:
        """Returns a number of images below which nobody can cover the target: the best of three.

        `whole` is a greedy choice that covers all that can be covered.
        """
        if not whole or target <= _TINY:
            return 0
        return max(self._by_size(target), self._by_price(target), self._by_own(target))

    def _by_size(self, target: float) -> int:
        """Counts the largest images whose sizes together reach the target."""
        left = self._cells.weights
        sizes = np.sort([self._gain(each, left) for each in range(self._cells.images)])[::-1]
        return int(np.searchsorted(np.cumsum(sizes), target - _TINY)) + 1

    def _by_price(self, target: float) -> int:
        """Adds the prices that greedy paid for the cheapest cells that reach the target.

        Divided by the dearest image they are a solution of the dual linear program.
        """
        weights, price = self._cells.weights, self._price
        paid = weights * price
        dearest = max(float(paid[self._cells.of_image(i)].sum()) for i in range(self._cells.images))
        order = np.argsort(price, kind="stable")
        before = np.cumsum(weights[order]) - weights[order]
        taken = np.clip(target - before, 0, weights[order])
        return math.ceil(float((taken * price[order]).sum()) / dearest - _TINY)

    def _by_own(self, target: float) -> int:
        """Counts groups of cells no two of which share an image: each needs one of its own.

        As many of them as the target allows may stay uncovered.
        """
        used = np.zeros(self._cells.images, dtype=bool)
        own: list[float] = []
        for cell in np.lexsort((-self._cells.weights, self._cells.counts)):
            images = self._cells.of_cell(cell)
            if not used[images].any():
                used[images] = True
                own.append(float(self._cells.weights[cell]))
        spare = float(self._cells.weights.sum()) - target
        skipped = int(np.searchsorted(np.cumsum(np.sort(own)), spare + _TINY, side="right"))
        return len(own) - skipped


def _level(gain: float) -> int:
    """Returns the same number for gains that are alike, and a greater one for greater gains."""
    return math.floor(math.log(gain) / _ALIKE) if gain > 0 else -(10**6)


def gaps(area: Shape, shapes: Shapes) -> Shape:
    """Returns the part of an area that no footprint covers, all in longitude/latitude."""
    left: Shape = area.difference(shapely.union_all(shapes))
    return left
