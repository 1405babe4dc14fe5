"""Sun: where it stands over the body, and its incidence anywhere, from the angles of one image.

On a sphere the incidence is the great-circle distance to the sub-solar point, so the point says
all. Slopes of the ground and cast shadows are not included: incidence is to the sphere's normal.
"""

from __future__ import annotations

import numpy as np
import shapely

from .arc_range import arc_range
from .images import Images
from .vectors import (
    FULL_TURN,
    HALF_TURN,
    Floats,
    Mask,
    Shapes,
    angles_between,
    bearings,
    directions,
    places_of,
    to_body,
    verticals,
)

_NOON = 12.0  # hours
_HOUR = 15.0  # degrees
_OBLIQUITY_OF_MARS = 25.19  # degrees


def subsolar_points(
    incidence: Floats, azimuth: Floats, lon: Floats, lat: Floats
) -> tuple[Floats, Floats]:
    """Returns longitude and latitude under the sun, from incidence and sun azimuth at a place.

    The sun is taken as infinitely far; against 20 Kaguya labels off by at most 6e-4 degrees.
    """
    return places_of(to_body(directions(incidence, azimuth), lon, lat))


def subsolar_of_season(
    solar_longitude: Floats, local_time: Floats, lon: Floats
) -> tuple[Floats, Floats]:
    """Returns the sub-solar point on Mars, from L_s (degrees) and local time (hours) at `lon`.

    The latitude is asin(sin 25.19 sin L_s); an hour of local time is 15 degrees of longitude.
    """
    tilt = np.sin(np.radians(_OBLIQUITY_OF_MARS))
    lat = np.degrees(np.arcsin(tilt * np.sin(np.radians(solar_longitude))))
    turned = np.subtract(lon, _HOUR * np.subtract(local_time, _NOON))
    return np.asarray((turned + HALF_TURN) % FULL_TURN - HALF_TURN), np.asarray(lat)


def incidence_at(
    lon: Floats, lat: Floats, sun_lon: Floats, sun_lat: Floats, parallax: Floats | float = 0.0
) -> Floats:
    """Returns the incidence at places, in degrees, with the sun over a sub-solar point.

    `parallax` is the body's radius over the sun's distance: the ray to the sun is the direction of
    the sub-solar point less so much of the vertical (Moon: 1737.4 km over 1 au, 6.7e-4 degrees).
    """
    up = verticals(lon, lat)
    return angles_between(verticals(sun_lon, sun_lat) - np.multiply(parallax, up.T).T, up)


def sun_azimuth_at(lon: Floats, lat: Floats, sun_lon: Floats, sun_lat: Floats) -> Floats:
    """Returns the azimuth of the sun at places, clockwise from north."""
    return bearings(lon, lat, sun_lon, sun_lat)


def incidence_range(
    shapes: Shapes, sun_lon: Floats, sun_lat: Floats, parallax: Floats | None = None
) -> tuple[Floats, Floats]:
    """Returns the least and the greatest incidence anywhere in each shape (lon/lat polygons).

    `parallax` is one for each shape, as of incidence_at.

    On the outline lie both, between its vertices too, unless the shape holds the sub-solar point
    (0) or the one opposite (180): the incidence has no other extreme. NaN where the shape is empty
    or no sun is known.
    """
    known = shapely.is_geometry(shapes) & ~shapely.is_empty(shapes) & ~np.isnan(sun_lon)
    lowest, highest = np.full(len(shapes), np.nan), np.full(len(shapes), np.nan)
    if not known.any():
        return lowest, highest
    some, lon, lat = shapes[known], sun_lon[known], sun_lat[known]
    near = np.zeros(len(some)) if parallax is None else parallax[known]
    least, most = (_incidence_of(arc, near) for arc in arc_range(some, lon, lat))
    least[_holds(some, lon, lat)] = 0.0
    most[_holds(some, lon + HALF_TURN, -lat)] = HALF_TURN
    lowest[known], highest[known] = least, most
    return lowest, highest


def _incidence_of(arc: Floats, parallax: Floats) -> Floats:
    """Returns the incidence, in degrees, where the sub-solar point is an arc (radians) away."""
    return np.asarray(np.degrees(np.arctan2(np.sin(arc), np.cos(arc) - parallax)))


def planetodetic(lat: Floats, flattening: float) -> Floats:
    """Returns the latitudes of the ellipsoid's normal at planetocentric ones, in degrees.

    To it ISIS measures the incidence (on a DEM since 2017); `flattening` is 1 - b / a.
    """
    tangent = np.tan(np.radians(lat)) / (1 - flattening) ** 2
    return np.asarray(np.degrees(np.arctan(tangent)) if flattening else lat)


def on_ellipsoid(shapes: Shapes, flattening: float) -> Shapes:
    """Returns shapes with planetodetic latitudes: there the incidence is that to the normal."""
    if not flattening:
        return shapes

    def change(lonlat: Floats) -> Floats:
        return np.column_stack([lonlat[:, 0], planetodetic(lonlat[:, 1], flattening)])

    changed: Shapes = shapely.transform(shapes, change)
    return changed


def _holds(shapes: Shapes, lon: Floats, lat: Floats) -> Mask:
    wrapped = (lon + HALF_TURN) % FULL_TURN - HALF_TURN
    return np.asarray(shapely.intersects_xy(shapes, wrapped, lat))


def sun_places(images: Images) -> tuple[Floats, Floats]:
    """Returns the sub-solar point of each image: the label's own, or what its angles say."""
    normal_lat = planetodetic(images.lat, images.flattening)
    lon, lat = subsolar_points(images.incidence, images.sun_azimuth, images.lon, normal_lat)
    own = ~np.isnan(images.sun_lon) & ~np.isnan(images.sun_lat)
    return np.where(own, images.sun_lon, lon), np.where(own, images.sun_lat, lat)


def sun_vectors(images: Images) -> Floats:
    """Returns the direction of the sun for each image in the body's frame, shape (n, 3)."""
    return verticals(*sun_places(images))


def phase_angles(
    incidence: Floats, emission: Floats, sun_azimuth: Floats, spacecraft_azimuth: Floats
) -> Floats:
    """Returns the phase: cos g = cos i cos e + sin i sin e cos(A_sun - A_spacecraft)."""
    sun, camera = np.radians(incidence), np.radians(emission)
    turn = np.radians(np.subtract(sun_azimuth, spacecraft_azimuth))
    cosine = np.cos(sun) * np.cos(camera) + np.sin(sun) * np.sin(camera) * np.cos(turn)
    return np.asarray(np.degrees(np.arccos(np.clip(cosine, -1, 1))))
