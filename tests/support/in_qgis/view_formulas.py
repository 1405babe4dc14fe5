"""What a map rectangle shows, by closed formulas on the sphere and dense sampling.

Shares nothing with the plugin or PROJ: each projection is its textbook inverse, on a sphere of
radius 1, x and y in radii (Snyder, Map Projections - A Working Manual).
"""

import numpy as np


def geographic(x, y):
    return x, np.where(np.abs(y) <= 90, y, np.nan)


def equirectangular(x, y, lon_0=0.0):
    lat = np.degrees(y)
    return np.degrees(x) + lon_0, np.where(np.abs(lat) <= 90, lat, np.nan)


def mercator(x, y):
    return np.degrees(x), np.degrees(np.arctan(np.sinh(y)))


def sinusoidal(x, y, lon_0=0.0):
    lon = x / np.cos(y)
    seen = (np.abs(y) <= np.pi / 2) & (np.abs(lon) <= np.pi)
    return np.where(seen, np.degrees(lon) + lon_0, np.nan), np.where(seen, np.degrees(y), np.nan)


def mollweide(x, y):
    with np.errstate(invalid="ignore"):
        theta = np.arcsin(y / np.sqrt(2))
        lon = np.pi * x / (2 * np.sqrt(2) * np.cos(theta))
        lat = np.arcsin((2 * theta + np.sin(2 * theta)) / np.pi)
    seen = np.abs(lon) <= np.pi
    return np.where(seen, np.degrees(lon), np.nan), np.where(seen, np.degrees(lat), np.nan)


def orthographic(x, y, lon_0=0.0, lat_0=0.0):
    with np.errstate(invalid="ignore"):
        toward = np.sqrt(1 - x * x - y * y)
    return _turned(x, y, toward, lon_0, lat_0)


def equal_area(x, y, lon_0=0.0, lat_0=0.0):
    rho2 = x * x + y * y
    with np.errstate(invalid="ignore"):
        scale = np.sqrt(1 - rho2 / 4)
    return _turned(x * scale, y * scale, 1 - rho2 / 2, lon_0, lat_0)


def north_polar(x, y):
    lon = np.degrees(np.arctan2(x, -y))
    return lon, 90 - 2 * np.degrees(np.arctan(np.hypot(x, y) / 2))


def south_polar(x, y):
    lon = np.degrees(np.arctan2(x, y))
    return lon, 2 * np.degrees(np.arctan(np.hypot(x, y) / 2)) - 90


def _turned(right, up, toward, lon_0, lat_0):
    """The place of a unit vector that is seen from above (lon_0, lat_0)."""
    tilt = np.radians(lat_0)
    height = up * np.cos(tilt) + toward * np.sin(tilt)
    axis = toward * np.cos(tilt) - up * np.sin(tilt)
    with np.errstate(invalid="ignore"):
        lat = np.degrees(np.arcsin(np.clip(height, -1, 1)))
    return np.degrees(np.arctan2(right, axis)) + lon_0, lat


def seen_at_random(inverse, rectangle, points, seed):
    """Longitudes and latitudes of random points of the view that are on the globe."""
    xmin, ymin, xmax, ymax = rectangle
    random = np.random.default_rng(seed)
    x, y = random.uniform(xmin, xmax, points), random.uniform(ymin, ymax, points)
    return _on_globe(*inverse(x, y))


def smallest_box(inverse, rectangle):
    """The span in longitude and in latitude, degrees, of the smallest box that holds the view."""
    lon, lat = _on_globe(*inverse(*_dense(rectangle)))
    # At a pole itself a longitude means nothing.
    ordered = np.sort(np.unique(np.round(lon[np.abs(lat) < 90 - 1e-6] % 360, 9)))
    gaps = np.diff(np.append(ordered, ordered[0] + 360))
    span = 360 - gaps.max()
    return (360.0 if gaps.max() < 1 else span), lat.max() - lat.min()


def visible_part(inverse, rectangle):
    """The part of a rectangle that frames what it shows of the globe, to a thousandth."""
    for _ in range(2):
        xmin, ymin, xmax, ymax = rectangle
        x, y = np.meshgrid(np.linspace(xmin, xmax, 801), np.linspace(ymin, ymax, 801))
        seen = np.isfinite(inverse(x, y)).all(axis=0)
        x_step, y_step = (xmax - xmin) / 800, (ymax - ymin) / 800
        rectangle = (
            max(xmin, x[seen].min() - x_step),
            max(ymin, y[seen].min() - y_step),
            min(xmax, x[seen].max() + x_step),
            min(ymax, y[seen].max() + y_step),
        )
    return rectangle


def _dense(rectangle):
    """Points on the edges, ever closer to the middle lines of the map, and all over the inside."""
    xmin, ymin, xmax, ymax = rectangle
    across, along = np.linspace(xmin, xmax, 700), np.linspace(ymin, ymax, 700)
    grid_x, grid_y = np.meshgrid(across, along)
    fine = np.geomspace(1e-9, 1, 4000)
    near = np.concatenate([-fine, [0], fine])
    edge_x = np.concatenate([np.linspace(xmin, xmax, 20_001), _within(near, xmin, xmax)])
    edge_y = np.concatenate([np.linspace(ymin, ymax, 20_001), _within(near, ymin, ymax)])
    x = [grid_x.ravel(), edge_x, edge_x, np.full_like(edge_y, xmin), np.full_like(edge_y, xmax)]
    y = [grid_y.ravel(), np.full_like(edge_x, ymin), np.full_like(edge_x, ymax), edge_y, edge_y]
    # The limb of a globe seen from afar, which a grid only comes near to.
    angle = np.linspace(0, 2 * np.pi, 20_001)
    limb_x, limb_y = np.cos(angle) * (1 - 1e-12), np.sin(angle) * (1 - 1e-12)
    inside = (limb_x >= xmin) & (limb_x <= xmax) & (limb_y >= ymin) & (limb_y <= ymax)
    return np.concatenate([*x, limb_x[inside]]), np.concatenate([*y, limb_y[inside]])


def _within(values, low, high):
    return values[(values >= low) & (values <= high)]


def _on_globe(lon, lat):
    seen = np.isfinite(lon) & np.isfinite(lat)
    return lon[seen], lat[seen]
