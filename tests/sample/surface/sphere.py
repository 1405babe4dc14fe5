"""Geometry on the sphere: distances, azimuths, and where the sun stands over the Moon."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

RADIUS_KM = 1737.4
SYNODIC_DAYS = 29.530589
_EPOCH = datetime(2009, 6, 7, 14, 43, 11, tzinfo=timezone.utc)
_EPOCH_SUBSOLAR_LONGITUDE = 4.4670
_EPOCH_SOLAR_LONGITUDE = 136.9590
_MAX_SUBSOLAR_LATITUDE = 1.54


@dataclass(frozen=True)
class Place:
    """A point on the sphere: longitude -180..180 and latitude, in degrees, positive east."""

    lon: float
    lat: float


def wrap180(degrees: float) -> float:
    """Returns the same direction in -180..180 degrees (180 itself becomes -180)."""
    return (degrees + 180.0) % 360.0 - 180.0


def separation(a: Place, b: Place) -> float:
    """Returns the angle between two places seen from the sphere's centre, in degrees."""
    half_lat = math.radians(b.lat - a.lat) / 2
    half_lon = math.radians(b.lon - a.lon) / 2
    across = math.cos(math.radians(a.lat)) * math.cos(math.radians(b.lat))
    haversine = math.sin(half_lat) ** 2 + across * math.sin(half_lon) ** 2
    return math.degrees(2 * math.asin(min(1.0, math.sqrt(haversine))))


def azimuth(start: Place, end: Place) -> float:
    """Returns the direction from start to end in degrees clockwise from north, 0..360."""
    dlon = math.radians(end.lon - start.lon)
    lat1, lat2 = math.radians(start.lat), math.radians(end.lat)
    east = math.sin(dlon) * math.cos(lat2)
    north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(dlon)
    return math.degrees(math.atan2(east, north)) % 360.0


def destination(start: Place, bearing: float, distance: float) -> Place:
    """Returns the place at `distance` (degrees of arc) from start in the direction `bearing`."""
    lat1, turn, arc = (math.radians(value) for value in (start.lat, bearing, distance))
    sine = math.sin(lat1) * math.cos(arc) + math.cos(lat1) * math.sin(arc) * math.cos(turn)
    lat2 = math.asin(max(-1.0, min(1.0, sine)))
    east = math.sin(turn) * math.sin(arc) * math.cos(lat1)
    dlon = math.atan2(east, math.cos(arc) - math.sin(lat1) * math.sin(lat2))
    return Place(wrap180(start.lon + math.degrees(dlon)), math.degrees(lat2))


def _days_since_epoch(when: datetime) -> float:
    return (when - _EPOCH).total_seconds() / 86400.0


def solar_longitude(when: datetime) -> float:
    """Returns the Moon's solar longitude L_s in degrees, 0..360."""
    return (_EPOCH_SOLAR_LONGITUDE + _days_since_epoch(when) * 360.0 / 365.25) % 360.0


def subsolar(when: datetime) -> Place:
    """Returns the place where the sun stands in the zenith: once round in a synodic month."""
    lon = _EPOCH_SUBSOLAR_LONGITUDE - _days_since_epoch(when) * 360.0 / SYNODIC_DAYS
    lat = _MAX_SUBSOLAR_LATITUDE * math.sin(math.radians(solar_longitude(when)))
    return Place(wrap180(lon), lat)


def when_subsolar_longitude(lon: float, not_before: datetime) -> datetime:
    """Returns the first time from `not_before` on at which the sun stands over longitude `lon`."""
    turn = (subsolar(not_before).lon - lon) % 360.0
    return not_before + timedelta(days=turn / 360.0 * SYNODIC_DAYS)


def hour_angle(incidence: float, lat: float, sun_lat: float) -> float:
    """Returns how far in longitude (degrees, >= 0) the sun must stand for that incidence angle.

    Where the sun never stands so high or so low, returns the nearest that it reaches.
    """
    lat, sun_lat = math.radians(lat), math.radians(sun_lat)
    cosine = math.cos(math.radians(incidence)) - math.sin(lat) * math.sin(sun_lat)
    cosine /= math.cos(lat) * math.cos(sun_lat)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
