"""Places: which images see a point, a line or an area, and in which light each shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from ..model.errors import CancelledError
from .areas import Shape, areas, centroids
from .images import Images
from .rank import morphology_ranks
from .sun import incidence_at, incidence_range, sun_azimuth_at, sun_places
from .vectors import FULL_TURN, Floats, Indices, Mask, Shapes, angles_between, verticals

_LINE, _POLYGON = 1, 2
_FULL = 0.999  # so much of a place is all of it
REPEAT_INCIDENCE = 3.0  # degrees; Speyerer et al., LPSC 2015: images to compare for changes
REPEAT_ANGLE = 5.0  # degrees between the suns


@dataclass(frozen=True, eq=False)
class PlaceLooks:
    """The images that see one place, best first, a row each; angles in degrees.

    `incidence` is at the middle of the place; the range is over what the image shows of it.
    `sun_angle` is the largest to any other look. `coverage` is the part that is seen, 0..1.
    """

    rows: Indices
    incidence: Floats
    incidence_min: Floats
    incidence_max: Floats
    sun_azimuth: Floats
    sun_angle: Floats
    coverage: Floats

    def take(self, chosen: Mask) -> PlaceLooks:
        """Returns some of the looks; `sun_angle` stays that to all."""
        return PlaceLooks(**{name: column[chosen] for name, column in vars(self).items()})


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

    Images without footprint, incidence or sun azimuth are no looks. Best is who sees all of it,
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
    lowest, highest = incidence_range(seen, *sun)
    coverage = _sizes(seen) / max(_sizes(np.array([place]))[0], 1e-300)
    looks = PlaceLooks(
        rows,
        incidence_at(lon, lat, *sun),
        lowest,
        highest,
        sun_azimuth_at(lon, lat, *sun),
        _largest_angles(verticals(*sun)),
        np.clip(coverage, 0, 1),
    )
    some = images.take(rows)
    partly = np.where(looks.coverage >= _FULL, 0.0, 1 - looks.coverage)
    best = np.lexsort((some.keys, morphology_ranks(some), partly))
    return PlaceLooks(**{name: column[best] for name, column in vars(looks).items()})


def middle_of(place: Shape) -> tuple[float, float]:
    """Returns the longitude and latitude of the middle of a place."""
    if shapely.get_dimensions(place) == _POLYGON:
        lon, lat = centroids(np.array([place], dtype=object))
        return float(lon[0]), float(lat[0])
    middle = place.centroid
    return float(middle.x), float(middle.y)


def _sizes(shapes: Shapes) -> Floats:
    """Returns areas of polygons, lengths (degrees) of lines, and 1 for points."""
    dimension = shapely.get_dimensions(shapes)
    size = np.where(shapely.is_empty(shapes), 0.0, 1.0)
    size = np.where(dimension == _LINE, shapely.length(shapes), size)
    return np.where(dimension == _POLYGON, areas(shapes), size)


def _largest_angles(suns: Floats) -> Floats:
    """Returns for each sun the angle to the one farthest from it; NaN where it is the only one."""
    if len(suns) < 2:  # noqa: PLR2004  (an angle is between two)
        return np.full(len(suns), np.nan)
    cosines = suns @ suns.T
    farthest = np.argmin(cosines, axis=1)
    return angles_between(suns, suns[farthest])


def summary(
    images: Images,
    looks: PlaceLooks,
    tolerance: float = REPEAT_ANGLE,
    max_delta_incidence: float = REPEAT_INCIDENCE,
) -> PlaceSummary:
    """Returns what the looks at a place are worth together."""
    suns = verticals(*sun_places(images.take(looks.rows)))
    first, second, angle = _repeat(looks, suns, tolerance, max_delta_incidence)
    return PlaceSummary(
        len(looks.rows),
        azimuth_gap(looks.sun_azimuth),
        sigma_ratio(suns),
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
    looks: PlaceLooks, suns: Floats, tolerance: float, max_delta: float
) -> tuple[int | None, int | None, float]:
    """Returns the two looks with the most alike suns within the limits, and the angle."""
    best: tuple[int | None, int | None, float] = (None, None, np.nan)
    for first in range(len(suns) - 1):
        angles = angles_between(suns[first + 1 :], suns[first])
        alike = np.abs(looks.incidence[first + 1 :] - looks.incidence[first]) <= max_delta
        angles = np.where(alike, angles, np.inf)
        second = int(np.argmin(angles))
        if angles[second] <= tolerance and not angles[second] >= best[2]:
            best = first, first + 1 + second, float(angles[second])
    return best
