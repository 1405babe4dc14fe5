"""Images in like light, or lit from elsewhere, beside one image; the incidence at a place."""

from __future__ import annotations

import numpy as np

from ..light.vectors import angles_between, at_least, at_most, directions, to_body, verticals
from ..light.vectors import azimuth_differences as differences_of
from .columns import Columns, Floats, Mask

LIKE = 5.0  # degrees between directions to the sun that count as alike
ELSEWHERE = 90.0  # degrees of azimuth


def sun_angles(columns: Columns, row: int) -> Floats:
    """Returns the angle in degrees between each image's direction to the sun and one image's."""
    suns = directions(columns.of("incidence"), columns.of("subsolar_azimuth"))
    return angles_between(suns, suns[row])


def azimuth_differences(columns: Columns, row: int) -> Floats:
    """Returns by how many degrees, 0..180, each image's sub-solar azimuth differs from one's."""
    azimuths = columns.of("subsolar_azimuth")
    return differences_of(azimuths, azimuths[row])


def lit_like(columns: Columns, row: int, tolerance: float = LIKE) -> Mask:
    """Returns the images lit from the same direction within so many degrees, itself included."""
    with np.errstate(invalid="ignore"):
        return at_most(sun_angles(columns, row), tolerance)


def lit_from_elsewhere(columns: Columns, row: int, least: float = ELSEWHERE) -> Mask:
    """Returns the image and those whose sub-solar azimuth differs by so many degrees or more."""
    with np.errstate(invalid="ignore"):
        found = at_least(azimuth_differences(columns, row), least)
    found[row] = True
    return found


def incidence_at(
    incidence: Floats, azimuth: Floats, centres: Floats, place: tuple[float, float]
) -> Floats:
    """Returns n images' incidence at a place, in degrees, from their angles at their centres.

    `centres` is n by (longitude, latitude), `place` one of them, in degrees. On a sphere the
    incidence is the angle between the vertical and the sun, which is far away.
    """
    suns = to_body(directions(incidence, azimuth), *centres.T)
    return angles_between(suns, verticals(*np.array([place]).T))
