"""The light where it was searched: the sub-solar point, and the incidence over part of a footprint.

Incidence is to the normal of the body's ellipsoid; slopes of the ground are not included.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

import numpy as np

from ..catalog.request import SearchRequest
from ..geometry.arrays import Floats, Marks, Shapes, shape_array
from ..geometry.region import Region
from ..light.areas import centroids, have_middles
from ..light.sun import (
    incidence_at,
    incidence_range,
    on_ellipsoid,
    planetodetic,
    subsolar_of_season,
    subsolar_points,
)
from ..model.bodies import Body, body_named
from ..model.observation import Angles, Observation
from .report import SearchReport

_AU = 149_597_870.7  # km
# Mean distances from the sun (au), where it is near enough for its rays not to be parallel.
_SUN = {"Mercury": 0.387, "Venus": 0.723, "Moon": 1.0, "Mars": 1.524}
_SEASONAL = "Mars"
# Degrees by which the incidence of a season's sun may miss the label's: 0.34 for the normal that it
# was measured to, the rest for an image's length. A local time of another kind misses by more.
_SEASON_OFF = 1.0

_COLUMNS = (
    *("incidence", "subsolar_azimuth", "subsolar_longitude", "subsolar_latitude"),
    *("solar_longitude", "local_time"),
)


def wanted_of(
    page: Sequence[Observation], request: SearchRequest, region: Region, report: SearchReport
) -> list[Observation]:
    """Returns those of the observations whose light is asked for, with the light of the region.

    The report counts them.
    """
    known = with_light(page, region) if request.anywhere else page
    wanted: list[Observation] = []
    dropped: list[Observation] = []
    for each in known:
        (wanted if request.keeps(each) else dropped).append(each)
    report.count(known, dropped)
    return wanted if request.anywhere else with_light(wanted, region)


def with_light(observations: Sequence[Observation], region: Region) -> list[Observation]:
    """Returns observations with what they cover of a region, and what their angles say there.

    That is `coverage`, `incidence_min` and `incidence_max` over the part of the footprint inside
    the region, and the sub-solar point where the label leaves it out; None where it can't be told.
    """
    found = list(observations)
    drawn = [at for at, each in enumerate(observations) if each.footprint is not None]
    if not drawn:
        return found
    shapes = shape_array([observations[at].footprint for at in drawn])
    within = region.within(shapes)
    lit = np.array([observations[at].angles is not None for at in drawn])
    body = body_named(observations[drawn[0]].body)
    known = [angles for at in drawn if (angles := observations[at].angles) is not None]
    lights = iter(_lights(known, shapes[lit], within[lit], body) if known else ())
    for at, coverage in zip(drawn, region.coverages(within), strict=True):
        each = observations[at]
        angles, least, most = next(lights) if each.angles is not None else (None, None, None)
        found[at] = each._replace(
            coverage=coverage, angles=angles, incidence_min=least, incidence_max=most
        )
    return found


def _lights(
    angles: Sequence[Angles], shapes: Shapes, within: Shapes, body: Body | None
) -> Iterator[tuple[Angles, float | None, float | None]]:
    """Yields angles with the sub-solar point, and the least and greatest incidence of each."""
    rows = np.array(list(map(attrgetter(*_COLUMNS), angles)), dtype=float)
    columns = dict(zip(_COLUMNS, rows.T, strict=True))
    stated = ~np.isnan(columns["subsolar_longitude"] + columns["subsolar_latitude"])
    lon, lat = _suns(columns, shapes, stated, body)
    parallax = np.where(stated, _parallax(body), 0.0)
    least, most = incidence_range(on_ellipsoid(within, _flattening(body)), lon, lat, parallax)
    suns = zip(stated.tolist(), _numbers(lon), _numbers(lat), strict=True)
    known = [
        each if is_stated else each._replace(subsolar_longitude=east, subsolar_latitude=north)
        for each, (is_stated, east, north) in zip(angles, suns, strict=True)
    ]
    yield from zip(known, _numbers(least), _numbers(most), strict=True)


def _suns(
    columns: dict[str, Floats], shapes: Shapes, stated: Marks, body: Body | None
) -> tuple[Floats, Floats]:
    """Returns the sub-solar points: the label's own, else by season, else by the sun's direction.

    That of the season must meet the label's incidence. NaN where the footprint's middle is not the
    place of the angles.
    """
    lon, lat = columns["subsolar_longitude"].copy(), columns["subsolar_latitude"].copy()
    rows = np.flatnonzero(~stated)
    if not len(rows):
        return lon, lat
    middle_lon, middle_lat = centroids(shapes[rows])
    middle_lon[~have_middles(shapes[rows])] = np.nan
    some = {name: column[rows] for name, column in columns.items()}
    normal_lat = planetodetic(middle_lat, _flattening(body))
    sun = subsolar_points(some["incidence"], some["subsolar_azimuth"], middle_lon, normal_lat)
    if body and body.name == _SEASONAL:
        by_season = subsolar_of_season(some["solar_longitude"], some["local_time"], middle_lon)
        off = incidence_at(middle_lon, normal_lat, *by_season) - some["incidence"]
        known = np.abs(off) <= _SEASON_OFF  # NaN is not
        sun = (np.where(known, by_season[0], sun[0]), np.where(known, by_season[1], sun[1]))
    lon[rows], lat[rows] = sun
    return lon, lat


def _parallax(body: Body | None) -> float:
    """Returns the body's radius over the sun's distance, 0 where it doesn't matter."""
    distance = _SUN.get(body.name) if body else None
    return body.radius / 1000 / (distance * _AU) if body and distance else 0.0


def _flattening(body: Body | None) -> float:
    return body.flattening if body else 0.0


def _numbers(values: Floats) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 (NaN)
