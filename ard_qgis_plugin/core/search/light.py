"""The light where it was searched: the sub-solar point, and the incidence over part of a footprint.

Incidence is to the normal of the body's ellipsoid; slopes of the ground are not included.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ..catalog.request import SearchRequest
from ..geometry.arrays import Floats, Marks, Shapes
from ..geometry.region import Region
from ..light.areas import centroids, have_middles
from ..light.sun import (
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
    """Returns observations with what their angles say of the light where was searched.

    That is `incidence_min` and `incidence_max` over the part of the footprint inside the region,
    and the sub-solar point where the label leaves it out; None where neither can be told.
    """
    found = list(observations)
    lit = [
        (at, each, each.angles)
        for at, each in enumerate(observations)
        if each.angles is not None and each.footprint is not None
    ]
    if not lit:
        return found
    body = body_named(lit[0][1].body)
    shapes: Shapes = np.empty(len(lit), dtype=object)
    shapes[:] = [each.footprint for _, each, _ in lit]
    columns = {
        name: np.array([getattr(angles, name) for *_, angles in lit], dtype=float)
        for name in _COLUMNS
    }
    stated = ~np.isnan(columns["subsolar_longitude"] + columns["subsolar_latitude"])
    lon, lat = _suns(columns, shapes, stated, body)
    parallax = np.where(stated, _parallax(body), 0.0)
    within = on_ellipsoid(region.within(shapes), _flattening(body))
    least, most = incidence_range(within, lon, lat, parallax)
    for place, (at, each, angles) in enumerate(lit):
        found[at] = replace(
            each,
            angles=angles if stated[place] else _under_sun(angles, lon[place], lat[place]),
            incidence_min=_number(least[place]),
            incidence_max=_number(most[place]),
        )
    return found


def _under_sun(angles: Angles, lon: float, lat: float) -> Angles:
    return replace(angles, subsolar_longitude=_number(lon), subsolar_latitude=_number(lat))


def _suns(
    columns: dict[str, Floats], shapes: Shapes, stated: Marks, body: Body | None
) -> tuple[Floats, Floats]:
    """Returns the sub-solar points: the label's own, else by season, else by the sun's direction.

    NaN where the footprint's middle is not the place of the angles.
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
        known = ~np.isnan(by_season[0] + by_season[1])
        sun = (np.where(known, by_season[0], sun[0]), np.where(known, by_season[1], sun[1]))
    lon[rows], lat[rows] = sun
    return lon, lat


def _parallax(body: Body | None) -> float:
    """Returns the body's radius over the sun's distance, 0 where it doesn't matter."""
    distance = _SUN.get(body.name) if body else None
    return body.radius / 1000 / (distance * _AU) if body and distance else 0.0


def _flattening(body: Body | None) -> float:
    return body.flattening if body else 0.0


def _number(value: Any) -> float | None:
    return None if np.isnan(value) else float(value)
