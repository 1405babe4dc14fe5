"""Where a map shows a place, by closed formulas on the sphere: those of `view_formulas`, inverted.

Shares nothing with the plugin or PROJ. Longitudes and latitudes in degrees to x and y in radii of
the body (degrees on a geographic map), not finite where the map doesn't show the place.
"""

import numpy as np


def geographic(lon, lat):
    return lon, lat


def equirectangular(lon, lat, lon_0=0.0):
    return np.radians(_around(lon, lon_0)), np.radians(lat)


def mercator(lon, lat):
    with np.errstate(divide="ignore"):
        return np.radians(_around(lon, 0)), np.arctanh(np.sin(np.radians(lat)))


def sinusoidal(lon, lat, lon_0=0.0):
    lat = np.radians(lat)
    return np.radians(_around(lon, lon_0)) * np.cos(lat), lat


def mollweide(lon, lat):
    low, high = np.full(np.shape(lat), -np.pi / 2), np.full(np.shape(lat), np.pi / 2)
    goal = np.pi * np.sin(np.radians(lat))
    for _ in range(60):
        theta = (low + high) / 2
        is_low = 2 * theta + np.sin(2 * theta) < goal
        low, high = np.where(is_low, theta, low), np.where(is_low, high, theta)
    x = 2 * np.sqrt(2) / np.pi * np.radians(_around(lon, 0)) * np.cos(theta)
    return x, np.sqrt(2) * np.sin(theta)


def orthographic(lon, lat, lon_0=0.0, lat_0=0.0):
    right, up, toward = _seen_from(lon, lat, lon_0, lat_0)
    return np.where(toward >= 0, right, np.nan), np.where(toward >= 0, up, np.nan)


def equal_area(lon, lat, lon_0=0.0, lat_0=0.0):
    right, up, toward = _seen_from(lon, lat, lon_0, lat_0)
    with np.errstate(divide="ignore", invalid="ignore"):
        scale = np.sqrt(2 / (1 + toward))
        return right * scale, up * scale


def north_polar(lon, lat):
    radius = 2 * np.tan(np.radians(90 - lat) / 2)
    return radius * np.sin(np.radians(lon)), -radius * np.cos(np.radians(lon))


def south_polar(lon, lat):
    radius = 2 * np.tan(np.radians(90 + lat) / 2)
    return radius * np.sin(np.radians(lon)), radius * np.cos(np.radians(lon))


def _around(lon, lon_0):
    """Longitudes from the map's middle, -180..180."""
    return (lon - lon_0 + 180) % 360 - 180


def _seen_from(lon, lat, lon_0, lat_0):
    """The unit vector of a place as seen from above (lon_0, lat_0): right, up, toward."""
    lon, lat, tilt = np.radians(lon - lon_0), np.radians(lat), np.radians(lat_0)
    axis = np.cos(lat) * np.cos(lon)
    up = np.sin(lat) * np.cos(tilt) - axis * np.sin(tilt)
    return np.cos(lat) * np.sin(lon), up, np.sin(lat) * np.sin(tilt) + axis * np.cos(tilt)
