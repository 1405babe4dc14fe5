"""Partners: with which of many images one image makes stereo pairs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from ..images import Images
from ..vectors import Indices
from .finder import PairMeasure, usable_images
from .pairs import PairLimits, PairTable
from .positions import with_axes


@dataclass(frozen=True, eq=False)
class Partners:
    """The stereo pairs of one image, best first: `first` is its row, `second` its partner's.

    `lacking` and `outside` name the columns of Images that keep the image itself out of any pair:
    those that it lacks, and those beyond the limits.
    """

    pairs: PairTable
    lacking: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def stereo_partners(
    images: Images,
    row: int,
    limits: PairLimits | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Partners:
    """Returns the partners of the image of `row` among all images, the strongest first.

    The pairs and their numbers are those of `find_pairs`, but only what lies about this image is
    looked at: among 100,000 footprints some hundredths of a second. Raises CancelledError, and
    InputError for limits the wrong way round.
    """
    limits = limits or PairLimits()
    near = _near(images, row)
    some = images.take(near)
    rows, _ = usable_images(some, limits)
    own = int(np.searchsorted(near, row))
    measure = PairMeasure(with_axes(some.take(rows)), limits)
    place = np.flatnonzero(rows == own)
    others = np.flatnonzero(rows != own) if len(place) else np.empty(0, dtype=np.intp)
    found = measure.pairs(np.full(len(others), place.sum()), others, is_cancelled)
    found = found.take(np.lexsort((found.second, -np.round(found.strength, 12))))
    _, left_out = usable_images(images.take(np.array([row])), limits)
    return Partners(
        found.renumbered(near[rows]),
        tuple(name for name, count in left_out.lacking.items() if count),
        tuple(name for name, count in left_out.outside.items() if count),
    )


def _near(images: Images, row: int) -> Indices:
    """Returns the rows of footprints whose boxes meet a piece of this one, its own among them."""
    west, south, east, north = shapely.bounds(images.shapes).T
    near = np.zeros(len(images), dtype=bool)
    near[row] = True
    for left, low, right, high in shapely.bounds(shapely.get_parts(images.shapes[row])):
        near |= (west <= right) & (east >= left) & (south <= high) & (north >= low)
    return np.flatnonzero(near)
