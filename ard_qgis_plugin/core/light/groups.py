"""Groups: images of like light, so that each lies within a few degrees of its group's leader.

Light is compared by the direction of the sun over an image's own ground (east, north, up): the
angle between two of them, which needs no care for azimuths near 0 or for a sun near the zenith.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from ..model.errors import CancelledError
from .images import Images
from .vectors import Floats, Indices, angles_between, at_most, directions

_BINS = 4.0  # a tolerance, along x, y and z
_AT_ONCE = 1_000  # bins

Groups = Indices
"""A number for each image, 1 for the largest group, 0 where the light is unknown."""


def suns_over_images(images: Images) -> Floats:
    """Returns the sun's direction over each image's centre (east, north, up), shape (n, 3)."""
    return directions(images.incidence, images.sun_azimuth)


def light_groups(
    images: Images, tolerance: float, is_cancelled: Callable[[], bool] = lambda: False
) -> Groups:
    """Returns the groups of images whose sun is within `tolerance` degrees of their leader's.

    Leader clustering: the image with the densest surroundings leads, takes all within the
    tolerance, and so on with the rest. How dense it is, is counted in bins of a quarter of the
    tolerance. The order of the input does not matter.
    """
    return sun_groups(suns_over_images(images), images.keys, tolerance, is_cancelled)


def sun_groups(
    suns: Floats,
    keys: npt.NDArray[np.str_],
    tolerance: float,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Groups:
    """Returns the groups of suns (east, north, up), shape (n, 3), as `light_groups` does."""
    known = np.flatnonzero(np.isfinite(suns).all(axis=1))
    rows = known[np.argsort(keys[known], kind="stable")]
    groups = np.zeros(len(suns), dtype=np.intp)
    groups[rows] = _by_size(_led(suns[rows], tolerance, is_cancelled))
    return groups


def groups_of_angles(
    names: Sequence[str],
    incidence: Sequence[float | None],
    azimuth: Sequence[float | None],
    tolerance: float,
) -> list[int]:
    """Returns the groups of images known by name, incidence and sun azimuth alone; 0 for None."""
    angles = [
        np.array([np.nan if each is None else each for each in values], dtype=float)
        for values in (incidence, azimuth)
    ]
    suns = directions(*angles) if names else np.empty((0, 3))
    return [int(each) for each in sun_groups(suns, np.array(names, dtype=np.str_), tolerance)]


def like_light(images: Images, row: int, tolerance: float) -> Indices:
    """Returns the images that are lit as the one of `row`, itself among them."""
    suns = suns_over_images(images)
    return np.flatnonzero(at_most(angles_between(suns, suns[row]), tolerance))


def _led(suns: Floats, tolerance: float, is_cancelled: Callable[[], bool]) -> Groups:
    """Returns the number of each sun's group, in the order in which the leaders are found."""
    groups = np.zeros(len(suns), dtype=np.intp)
    if not len(suns):
        return groups
    chord = 2 * np.sin(np.radians(tolerance) / 2)
    cells = np.round(suns * (_BINS / max(chord, 1e-9))).astype(np.int64)
    _, of_bin, size = np.unique(cells, axis=0, return_inverse=True, return_counts=True)
    of_bin = of_bin.reshape(-1)  # numpy 2.0 has it in two dimensions
    sums = np.stack([np.bincount(of_bin, column) for column in suns.T], axis=1)
    middle: Floats = sums / np.linalg.norm(sums, axis=1)[:, None]
    near = np.cos(np.radians(tolerance))
    dense = _neighbours(middle, middle, size, near, is_cancelled)
    free = np.arange(len(suns))
    number = 0
    while len(free):
        number += 1
        densest = of_bin[free][np.argmax(dense[of_bin[free]])]
        among = free[of_bin[free] == densest]
        leader = among[np.argmin(angles_between(suns[among], middle[densest]))]
        taken = at_most(angles_between(suns[free], suns[leader]), tolerance)
        groups[free[taken]] = number
        gone = np.bincount(of_bin[free[taken]], minlength=len(middle))
        bins = np.flatnonzero(gone)
        dense = dense - _neighbours(middle, middle[bins], gone[bins], near, is_cancelled)
        free = free[~taken]
    return groups


def _neighbours(
    places: Floats,
    others: Floats,
    weights: Indices,
    near: float,
    is_cancelled: Callable[[], bool],
) -> Floats:
    """Returns the weights of all others whose cosine with a place is at least `near`."""
    found = np.empty(len(places))
    for start in range(0, len(places), _AT_ONCE):
        if is_cancelled():
            raise CancelledError("The grouping by light was cancelled.")
        part = slice(start, start + _AT_ONCE)
        found[part] = (places[part] @ others.T >= near) @ weights
    return found


def _by_size(groups: Groups) -> Groups:
    """Returns the groups numbered from 1 by falling size; equals keep their order."""
    size = np.bincount(groups)[1:]
    number = np.empty(len(size) + 1, dtype=np.intp)
    number[0] = 0
    number[1 + np.argsort(-size, kind="stable")] = np.arange(1, len(size) + 1)
    return number[groups]
