"""Ranks: how close an image or a pair comes to the best, as ISIS counts it.

Only an order, no measure: Becker et al. give limits and best values, and the sum is ISIS's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .images import Images
from .vectors import Floats, Mask

_LEVEL = 90.0


@dataclass(frozen=True, slots=True)
class Criterion:
    """The limits of one quantity, and the best value or range of values in them."""

    low: float
    high: float
    best: float
    best_high: float | None = None

    def holds(self, values: Floats) -> Mask:
        """Says which values are within the limits; NaN is not."""
        return np.asarray((values >= self.low) & (values <= self.high))

    def ranks(self, values: Floats) -> Floats:
        """Returns 1 at the best, falling to 0 at the limit farther from it; 0 outside the limits.

        r = 1 - |best - v| / max(|best - low|, |high - best|).
        """
        top = self.best if self.best_high is None else self.best_high
        off = np.maximum(np.maximum(self.best - values, values - top), 0.0)
        span = max(self.best - self.low, self.high - top)
        with np.errstate(invalid="ignore"):
            rank = 1 - off / span if span else np.ones_like(values)
        return np.where(self.holds(values), rank, 0.0)


IMAGE_CRITERIA: Mapping[str, Criterion] = {
    "incidence": Criterion(40, 65, 50),
    "emission": Criterion(0, 45, 15),
    "phase": Criterion(5, 120, 30),
}
"""Becker's limits; the best emission is that of ISIS's example, he gives none."""

PAIR_CRITERIA: Mapping[str, Criterion] = {
    "resolution_ratio": Criterion(1, 2.5, 1),
    "parallax_height_ratio": Criterion(0.1, 1, 0.4, 0.6),
    "shadow_tip_distance": Criterion(0, 2.58, 0),
    "overlap": Criterion(0.3, 1, 0.5, 1),
}


def rank_sums(columns: Mapping[str, Floats], criteria: Mapping[str, Criterion]) -> Floats:
    """Returns the sum of the ranks of each row."""
    ranks = [criterion.ranks(columns[name]) for name, criterion in criteria.items()]
    return np.asarray(np.sum(ranks, axis=0))


def image_ranks(images: Images, criteria: Mapping[str, Criterion]) -> Floats:
    """Returns the sum of the ranks of each image."""
    ranks = rank_sums({name: getattr(images, name) for name in criteria}, criteria)
    return np.zeros(len(images)) + ranks  # of no criterion there is but one sum


def morphology_ranks(images: Images) -> Floats:
    """Returns ISIS phocube's MorphologyRank, pixel / cos e: the least comes first in a mosaic.

    Infinite from 90 degrees on, where ISIS's turns negative and would come first.
    """
    return np.asarray(images.resolution * _secants(images.emission))


def albedo_ranks(images: Images) -> Floats:
    """Returns ISIS phocube's AlbedoRank, pixel x (1 / cos e + 1 / cos i): the least comes first.

    Infinite from 90 degrees on, which is the dark.
    """
    slope = _secants(images.emission) + _secants(images.incidence)
    return np.asarray(images.resolution * slope)


def _secants(angles: Floats) -> Floats:
    return np.where(angles >= _LEVEL, np.inf, 1 / np.cos(np.radians(angles)))
