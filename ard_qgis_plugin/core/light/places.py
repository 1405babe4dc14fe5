"""Places: which images see a point, a line or an area, and in which light each shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from ..model.errors import CancelledError
from .areas import Shape
from .images import Images
from .measures import middle_of, parts_seen
from .rank import morphology_ranks
from .sun import (
    incidence_at,
    incidence_range,
    on_ellipsoid,
    planetodetic,
    sun_azimuth_at,
    sun_places,
)
from .vectors import FULL_TURN, Floats, Indices, Mask, Shapes, angles_between, at_most, verticals

_FULL = 0.999  # so much of a place is all of it
REPEAT_INCIDENCE = 3.0  # degrees; Speyerer et al., LPSC 2015: images to compare for changes
REPEAT_ANGLE = 5.0  # degrees between the suns


@dataclass(frozen=True, eq=False)
class PlaceLooks:
    """The images that see one place, best first, a row each; angles in degrees.

    `incidence` is at the middle of the place; the range is over what the image shows of it.
    `sun_angle` is the largest to any other of them. `coverage` is the part that is seen, 0..1.
    `suns` are the directions of the suns in the body's frame, shape (n, 3).
    """

    rows: Indices
    incidence: Floats
    incidence_min: Floats
    incidence_max: Floats
    sun_azimuth: Floats
    sun_angle: Floats
    coverage: Floats
    suns: Floats

    def take(self, chosen: Mask | Indices) -> PlaceLooks:
        """Returns some of the looks, in that order; `sun_angle` is that to those alone."""
        some = {name: column[chosen] for name, column in vars(self).items()}
        return PlaceLooks(**{**some, "sun_angle": _largest_angles(some["suns"])})


@dataclass(frozen=True, slots=True)
class PlaceSummary:
    """What the looks at a place are worth together.

    `azimuth_gap` is the largest turn without a sun, 360 for one look. `sigma_ratio` is the least
    over the greatest singular value of the suns' unit vectors: 0 where they lie in a plane, and
    photometric stereo can't tell slopes. `first` and `second` are the rows of the two images that
    suit a search for changes best (most alike in light), or None.
    """

    looks: int
    azimuth_gap: float
    sigma_ratio: float
    first: int | None
    second: int | None
    pair_sun_angle: float
    pair_delta_incidence: float


def looks_at(
    images: Images,
    places: Shapes,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> list[PlaceLooks]:
    """Returns the looks at each place; places are points, lines or polygons in lon/lat.

    Images without footprint, incidence or sun azimuth are no looks, nor is an image that only
    touches a line or polygon. Best is who sees all of it,
    then the finest by pixel / cos e, then the order of keys.
    """
    lon, lat = sun_places(images)
    known = np.flatnonzero(images.complete("shapes") & np.isfinite(lon))
    tree = shapely.STRtree(images.shapes[known])
    found = []
    for place in places:
        if is_cancelled():
            raise CancelledError("The search for looks was cancelled.")
        rows = known[np.sort(tree.query(place, predicate="intersects"))]
        found.append(_looks(images, rows, place, (lon[rows], lat[rows])))
    return found


def _looks(images: Images, rows: Indices, place: Shape, sun: tuple[Floats, Floats]) -> PlaceLooks:
    x, y = middle_of(place)
    seen: Shapes = shapely.intersection(images.shapes[rows], place)
    lon, lat = np.full(len(rows), x), np.full(len(rows), y)
    flattening = images.flattening
    lowest, highest = incidence_range(on_ellipsoid(seen, flattening), *sun)
    looks = PlaceLooks(
        rows,
        incidence_at(lon, planetodetic(lat, flattening), *sun),
        lowest,
        highest,
        sun_azimuth_at(lon, lat, *sun),
        np.full(len(rows), np.nan),
        parts_seen(place, images.shapes[rows], seen),
        verticals(*sun),
    )
    some = images.take(rows)
    partly = np.where(looks.coverage >= _FULL, 0.0, 1 - looks.coverage)
    best = np.lexsort((some.keys, morphology_ranks(some), partly))
    return looks.take(best[looks.coverage[best] > 0])


def _largest_angles(suns: Floats) -> Floats:
    """Returns for each sun the angle to the one farthest from it; NaN where it is the only one."""
    if len(suns) < 2:  # noqa: PLR2004  (an angle is between two)
        return np.full(len(suns), np.nan)
    cosines = suns @ suns.T
    farthest = np.argmin(cosines, axis=1)
    return angles_between(suns, suns[farthest])


def summary(
    looks: PlaceLooks,
    tolerance: float = REPEAT_ANGLE,
    max_delta_incidence: float = REPEAT_INCIDENCE,
) -> PlaceSummary:
    """Returns what the looks at a place are worth together."""
    first, second, angle = _repeat(looks, tolerance, max_delta_incidence)
    return PlaceSummary(
        len(looks.rows),
        azimuth_gap(looks.sun_azimuth),
        sigma_ratio(looks.suns),
        None if first is None else int(looks.rows[first]),
        None if second is None else int(looks.rows[second]),
        angle,
        np.nan
        if first is None or second is None
        else float(abs(looks.incidence[first] - looks.incidence[second])),
    )


def azimuth_gap(azimuths: Floats) -> float:
    """Returns the largest turn between neighbouring azimuths, in degrees; 360 for one or none."""
    around = np.sort(np.mod(azimuths, FULL_TURN))
    if not len(around):
        return FULL_TURN
    return float(np.max(np.diff(np.append(around, around[0] + FULL_TURN))))


def sigma_ratio(suns: Floats) -> float:
    """Returns the least over the greatest singular value of suns' unit vectors, shape (n, 3)."""
    if len(suns) < 3:  # noqa: PLR2004  (two lie in a plane)
        return 0.0
    values = np.linalg.svd(suns, compute_uv=False)
    return float(values[-1] / values[0])


def _repeat(
    looks: PlaceLooks, tolerance: float, max_delta: float
) -> tuple[int | None, int | None, float]:
    """Returns the two looks with the most alike suns within the limits, and the angle."""
    best: tuple[int | None, int | None, float] = (None, None, np.nan)
    suns = looks.suns
    for first in range(len(suns) - 1):
        angles = angles_between(suns[first + 1 :], suns[first])
        alike = at_most(np.abs(looks.incidence[first + 1 :] - looks.incidence[first]), max_delta)
        angles = np.where(alike, angles, np.inf)
        second = int(np.argmin(angles))
        if at_most(angles[second], tolerance) and not angles[second] >= best[2]:
            best = first, first + 1 + second, float(angles[second])
    return best
