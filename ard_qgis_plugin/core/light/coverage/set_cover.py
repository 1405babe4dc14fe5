"""Set cover: few images that see so much of an area, and how many are needed at least.

Greedy takes the image that adds most, again and again, which needs at most 1 + ln(largest set)
times the fewest (Johnson, Lovasz, Chvatal); the bounds from below are usually much closer.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable

import numpy as np

from ...model.errors import CancelledError
from ..vectors import Floats, Indices
from .cells import Cells

_ALIKE = math.log(1.05)  # gains within 5 % are alike: then the better image is taken
_ROUNDING = 1e-9  # of all that is seen
_ROUNDING_UP = 1e-6  # images

Choice = list[tuple[int, float]]
"""Images in the order in which they were chosen, and how much each added."""


class SetCover:
    """One set cover: which image sees which parts of an area, and how large these are."""

    def __init__(self, cells: Cells, is_cancelled: Callable[[], bool]) -> None:
        self._cells = cells
        self._is_cancelled = is_cancelled
        self._hair = _ROUNDING * cells.size

    def chosen(self, among: Indices, target: float) -> Choice:
        """Returns the images that add most, one after the other, until the target is covered.

        Gains only fall, so only the top of the heap has to be counted again.
        """
        left = self._cells.weights.copy()
        heap = [(-_level(self._gain(each, left)), int(each)) for each in among]
        heapq.heapify(heap)
        found: Choice = []
        covered = 0.0
        while heap and covered < target - self._hair:
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
            left[seen] = 0
            covered += gain
            found.append((image, gain))
        return found

    def few(self, whole: Choice, target: float) -> Choice:
        """Returns few images that cover the target, of a greedy choice that covers all."""
        enough = self._without_spare(self._until(whole, target), target)
        return self.chosen(np.sort(enough), target)

    def _gain(self, image: int, left: Floats) -> float:
        return float(left[self._cells.of_image(image)].sum())

    def _until(self, choice: Choice, target: float) -> Indices:
        """Returns the first images of a choice that cover the target."""
        covered = np.cumsum([gain for _, gain in choice])
        last = int(np.searchsorted(covered, target - self._hair)) + 1
        return np.array([image for image, _ in choice[:last]], dtype=np.intp)

    def _without_spare(self, chosen: Indices, target: float) -> Indices:
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
            if alone <= spare + self._hair:
                spare -= alone
                times[seen] -= 1
            else:
                kept.append(image)
        return np.array(kept, dtype=np.intp)

    def least(self, whole: Choice, target: float) -> int:
        """Returns a number of images below which nobody can cover the target: the best of three.

        `whole` is a greedy choice that covers all that can be covered.
        """
        if not whole or target <= self._hair:
            return 0
        if self._is_cancelled():
            raise CancelledError("The choice of images was cancelled.")
        return max(self._by_size(target), self._by_price(whole, target), self._by_own(target))

    def _by_size(self, target: float) -> int:
        """Counts the largest images whose sizes together reach the target."""
        left = self._cells.weights
        sizes = np.sort([self._gain(each, left) for each in range(self._cells.images)])[::-1]
        return int(np.searchsorted(np.cumsum(sizes), target - self._hair)) + 1

    def _prices(self, whole: Choice) -> Floats:
        """Returns what a greedy choice paid for each part, for its size, in images."""
        prices = np.zeros(len(self._cells.weights))
        for image, gain in reversed(whole):  # who saw a part first has paid for it
            prices[self._cells.of_image(image)] = 1 / gain
        return prices

    def _by_price(self, whole: Choice, target: float) -> int:
        """Adds the prices that greedy paid for the cheapest cells that reach the target.

        Divided by the dearest image they are a solution of the dual linear program.
        """
        weights, price = self._cells.weights, self._prices(whole)
        paid = weights * price
        dearest = max(float(paid[self._cells.of_image(i)].sum()) for i in range(self._cells.images))
        order = np.argsort(price, kind="stable")
        before = np.cumsum(weights[order]) - weights[order]
        taken = np.clip(target - before, 0, weights[order])
        return math.ceil(float((taken * price[order]).sum()) / dearest - _ROUNDING_UP)

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
        skipped = int(np.searchsorted(np.cumsum(np.sort(own)), spare + self._hair, side="right"))
        return len(own) - skipped


def _level(gain: float) -> int:
    """Returns the same number for gains that are alike, and a greater one for greater gains."""
    return math.floor(math.log(gain) / _ALIKE) if gain > 0 else -(10**6)
