"""From where images are lit, compared with one of them."""

from __future__ import annotations

import numpy as np

from .columns import Columns, Floats, Mask

LIKE = 5.0  # degrees between directions to the sun that count as alike
ELSEWHERE = 90.0  # degrees of azimuth


def sun_angles(columns: Columns, row: int) -> Floats:
    """Returns the angle in degrees between each image's direction to the sun and one image's."""
    suns = _directions(columns)
    cross = np.linalg.norm(np.cross(suns, suns[row]), axis=1)
    angles: Floats = np.degrees(np.arctan2(cross, suns @ suns[row]))
    return angles


def azimuth_differences(columns: Columns, row: int) -> Floats:
    """Returns by how many degrees, 0..180, each image's sub-solar azimuth differs from one's."""
    azimuths = columns.of("subsolar_azimuth")
    return np.abs((azimuths - azimuths[row] + 180.0) % 360.0 - 180.0)


def lit_like(columns: Columns, row: int, tolerance: float = LIKE) -> Mask:
    """Returns the images lit from the same direction within so many degrees, itself included."""
    with np.errstate(invalid="ignore"):
        return sun_angles(columns, row) <= tolerance


def lit_from_elsewhere(columns: Columns, row: int, least: float = ELSEWHERE) -> Mask:
    """Returns the image and those whose sub-solar azimuth differs by so many degrees or more."""
    with np.errstate(invalid="ignore"):
        found = azimuth_differences(columns, row) >= least
    found[row] = True
    return found


def incidence_at(
    incidence: Floats, azimuth: Floats, centres: Floats, place: tuple[float, float]
) -> Floats:
    """Returns n images' incidence at a place, in degrees, from their angles at their centres.

    `centres` is n by (longitude, latitude), `place` one of them, in degrees. On a sphere the
    incidence is the angle between the vertical and the sun, which is far away.
    """
    lon, lat = np.radians(centres.T)
    sun, bearing = np.radians(incidence), np.radians(azimuth)
    north = np.cos(bearing) * np.sin(sun)
    sine = np.sin(lat) * np.cos(sun) + np.cos(lat) * north
    east = np.arctan2(np.sin(bearing) * np.sin(sun) * np.cos(lat), np.cos(sun) - np.sin(lat) * sine)
    turn = np.radians(place[0]) - lon - east
    here = np.radians(place[1])
    level = np.sqrt(np.clip(1.0 - sine * sine, 0.0, 1.0))
    cosine = np.sin(here) * sine + np.cos(here) * level * np.cos(turn)
    angles: Floats = np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0)))
    return angles


def _directions(columns: Columns) -> Floats:
    """Returns n by (east, north, up): the unit vectors to the sun at each image's centre."""
    incidence = np.radians(columns.of("incidence"))
    azimuth = np.radians(columns.of("subsolar_azimuth"))
    level = np.sin(incidence)
    return np.stack([level * np.sin(azimuth), level * np.cos(azimuth), np.cos(incidence)], axis=1)
