"""Vectors: directions on a globe and at a place, as arrays of shape (n, 3).

Two frames: that of the body (x to longitude 0, y to 90 east, z to the north pole) and that of a
place (east, north, up). Angles are in degrees, azimuths clockwise from north.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
"""Numbers of one column, shape (n,), or vectors, shape (n, 3)."""
Mask = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.intp]
Shapes = npt.NDArray[np.object_]
"""Shapely geometries in longitude/latitude, None where there is none; shape (n,)."""

FULL_TURN = 360.0
HALF_TURN = 180.0
_ROUNDING = 1e-9  # degrees: what decides nothing at a limit


def directions(angle: Floats, azimuth: Floats) -> Floats:
    """Returns l(e, A) = (sin e sin A, sin e cos A, cos e): east, north, up, towards sun or camera.

    `angle` is the one to the vertical: incidence for the sun, emission for the spacecraft.
    """
    zenith, bearing = np.radians(angle), np.radians(azimuth)
    return np.stack(
        [np.sin(zenith) * np.sin(bearing), np.sin(zenith) * np.cos(bearing), np.cos(zenith)],
        axis=-1,
    )


def angles_of(local: Floats) -> tuple[Floats, Floats]:
    """Returns the angle to the vertical and the azimuth, 0..360, of local vectors."""
    east, north, up = np.moveaxis(local, -1, 0)
    return (
        np.degrees(np.arctan2(np.hypot(east, north), up)),
        np.degrees(np.arctan2(east, north)) % FULL_TURN,
    )


def verticals(lon: Floats, lat: Floats) -> Floats:
    """Returns the unit vectors of places in the frame of the body."""
    along, up = np.radians(lon), np.radians(lat)
    return np.stack([np.cos(up) * np.cos(along), np.cos(up) * np.sin(along), np.sin(up)], axis=-1)


def places_of(vectors: Floats) -> tuple[Floats, Floats]:
    """Returns longitude, -180..180, and latitude of vectors in the frame of the body."""
    x, y, z = np.moveaxis(vectors, -1, 0)
    return np.degrees(np.arctan2(y, x)), np.degrees(np.arctan2(z, np.hypot(x, y)))


def frames(lon: Floats, lat: Floats) -> Floats:
    """Returns the rows east, north and up of places in the frame of the body, shape (n, 3, 3)."""
    along = np.radians(lon)
    up = verticals(lon, lat)
    east = np.stack([-np.sin(along), np.cos(along), np.zeros_like(along)], axis=-1)
    return np.stack([east, np.cross(up, east), up], axis=-2)


def to_body(local: Floats, lon: Floats, lat: Floats) -> Floats:
    """Turns vectors of a place's frame (east, north, up) into the body's."""
    turned: Floats = np.einsum("...i,...ij->...j", local, frames(lon, lat))
    return turned


def to_local(vectors: Floats, lon: Floats, lat: Floats) -> Floats:
    """Turns vectors of the body's frame into (east, north, up) of a place."""
    turned: Floats = np.einsum("...ij,...j->...i", frames(lon, lat), vectors)
    return turned


def angles_between(first: Floats, second: Floats) -> Floats:
    """Returns the angles between vectors, 0..180; by atan2, which keeps its digits near 0."""
    across = np.linalg.norm(np.cross(first, second), axis=-1)
    angles: Floats = np.degrees(np.arctan2(across, np.sum(first * second, axis=-1)))
    return angles


def at_most(angles: Floats, limit: float) -> Mask:
    """Says which angles are not beyond a limit, but for rounding; NaN is none."""
    return np.asarray(angles <= limit + _ROUNDING)


def at_least(angles: Floats, limit: float) -> Mask:
    """Says which angles are not below a limit, but for rounding; NaN is none."""
    return np.asarray(angles >= limit - _ROUNDING)


def bearings(lon: Floats, lat: Floats, to_lon: Floats, to_lat: Floats) -> Floats:
    """Returns the azimuths, 0..360, in which great circles leave for other places.

    What ISIS's Camera::GroundAzimuth gives, and so SubSolarGroundAzimuth of a label.
    """
    turn = np.radians(np.subtract(to_lon, lon))
    here, there = np.radians(lat), np.radians(to_lat)
    east = np.sin(turn) * np.cos(there)
    north = np.cos(here) * np.sin(there) - np.sin(here) * np.cos(there) * np.cos(turn)
    return np.asarray(np.degrees(np.arctan2(east, north)) % FULL_TURN)


def azimuth_differences(first: Floats, second: Floats) -> Floats:
    """Returns how far azimuths are apart, 0..180: 350 and 10 are 20 apart."""
    turn = np.abs(np.subtract(first, second)) % FULL_TURN
    return np.asarray(np.minimum(turn, FULL_TURN - turn))
