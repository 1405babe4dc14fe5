"""Views of a body for tests: on maps of every kind, at poles, across +-180, off the globe."""

from functools import partial

import numpy as np

from tests.support.in_qgis import map_formulas, view_formulas

TILTED = "+proj=ortho +lat_0=45 +lon_0=170 +R={R} +no_defs"
LAMBERT = "+proj=laea +lat_0=-30 +lon_0=100 +R={R} +no_defs"
MERCATOR = "+proj=merc +lon_0=0 +R={R} +no_defs"

PI = np.pi
tilted = partial(view_formulas.orthographic, lon_0=170, lat_0=45)
lambert = partial(view_formulas.equal_area, lon_0=100, lat_0=-30)
clon_180 = partial(view_formulas.equirectangular, lon_0=180)
sinusoidal_180 = partial(view_formulas.sinusoidal, lon_0=180)

# What is seen, the CRS (the last two digits of the body's IAU code, or a definition), its inverse,
# and the rectangle in radii of the body (degrees where it is geographic): xmin, ymin, xmax, ymax.
VIEWS = [
    ("geographic, the tutorial's box", "00", view_formulas.geographic, (3, 4, 5, 6)),
    ("geographic, 0..360", "00", view_formulas.geographic, (200, -40, 300, 10)),
    ("geographic, all of 0..360", "00", view_formulas.geographic, (0, -90, 360, 90)),
    ("geographic, across 180", "00", view_formulas.geographic, (170, -5, 200, 5)),
    ("geographic, across -180", "00", view_formulas.geographic, (-200, -5, -170, 5)),
    ("geographic, across 0 from 360", "00", view_formulas.geographic, (350, 60, 370, 90)),
    ("geographic, wider than the world", "00", view_formulas.geographic, (-300, -90, 300, 90)),
    ("geographic, zoomed far out", "00", view_formulas.geographic, (-220, -130, 220, 130)),
    ("equirectangular", "10", view_formulas.equirectangular, (-0.3, -0.2, 0.5, 0.9)),
    ("equirectangular, across 180", "10", view_formulas.equirectangular, (3.0, 0.1, 3.3, 0.2)),
    ("equirectangular, beyond a pole", "10", view_formulas.equirectangular, (0.1, 1.2, 0.9, 1.9)),
    ("equirectangular, wider than the world", "10", view_formulas.equirectangular, (-5, -3, 5, 3)),
    ("clon 180, across 180", "15", clon_180, (-0.2, -0.4, 0.4, 0.1)),
    ("clon 180, across 0", "15", clon_180, (2.9, -0.4, 3.4, 0.1)),
    ("Mercator", MERCATOR, view_formulas.mercator, (-0.3, -0.4, 0.5, 0.9)),
    ("Mercator, near a pole", MERCATOR, view_formulas.mercator, (1.0, 3.0, 2.0, 9.0)),
    ("Mercator, across 180", MERCATOR, view_formulas.mercator, (3.0, -0.4, 3.4, 0.4)),
    ("sinusoidal", "20", view_formulas.sinusoidal, (-0.3, 0.4, 0.8, 0.9)),
    ("sinusoidal, over the rim", "20", view_formulas.sinusoidal, (1.5, 0.5, 3.5, 1.2)),
    ("sinusoidal, both rims", "20", view_formulas.sinusoidal, (-3, 0.7, 3, 0.9)),
    ("sinusoidal, around the pole", "20", view_formulas.sinusoidal, (-0.4, 1.2, 0.5, 1.8)),
    ("sinusoidal, beside the pole", "20", view_formulas.sinusoidal, (0.05, 1.3, 0.5, 1.7)),
    ("sinusoidal, all and more", "20", view_formulas.sinusoidal, (-9, -9, 9, 9)),
    ("sinusoidal clon 180, across 180", "25", sinusoidal_180, (-0.5, -0.8, 0.2, -0.1)),
    ("Mollweide", "40", view_formulas.mollweide, (-1, 0.2, 0.4, 1.3)),
    ("Mollweide, over the rim", "40", view_formulas.mollweide, (1.2, -1.2, 2.9, -0.2)),
    ("orthographic, inside", "65", view_formulas.orthographic, (-0.3, -0.2, 0.4, 0.5)),
    ("orthographic, all", "65", view_formulas.orthographic, (-1.2, -1.2, 1.2, 1.2)),
    ("orthographic, a dot in the view", "65", view_formulas.orthographic, (-80, -90, 70, 60)),
    ("orthographic, over the limb", "65", view_formulas.orthographic, (0.5, 0.4, 1.3, 1.3)),
    ("orthographic, the pole on the edge", "65", view_formulas.orthographic, (0, 0.5, 0.6, 1)),
    ("orthographic tilted, all", TILTED, tilted, (-1.2, -1.2, 1.2, 1.2)),
    ("orthographic tilted, across 180", TILTED, tilted, (-0.2, -0.8, 0.6, 0)),
    ("orthographic tilted, over the limb", TILTED, tilted, (0.3, -1.3, 1.3, -0.2)),
    ("Lambert equal-area", LAMBERT, lambert, (-0.6, -0.2, 0.8, 0.9)),
    ("Lambert equal-area, pole inside", LAMBERT, lambert, (-0.4, -1.4, 0.8, -0.6)),
    ("north polar, pole inside", "30", view_formulas.north_polar, (-0.3, -0.2, 0.4, 0.5)),
    ("north polar, pole just inside", "30", view_formulas.north_polar, (-0.3, -1e-5, 0.4, 0.5)),
    ("north polar, pole on the edge", "30", view_formulas.north_polar, (-0.3, 0, 0.4, 0.5)),
    ("north polar, pole at the corner", "30", view_formulas.north_polar, (0, 0, 0.4, 0.5)),
    ("north polar, pole just outside", "30", view_formulas.north_polar, (-0.3, 1e-5, 0.4, 0.5)),
    ("north polar, pole outside", "30", view_formulas.north_polar, (0.1, 0.1, 0.4, 0.5)),
    ("north polar, across 180", "30", view_formulas.north_polar, (-0.2, 0.3, 0.1, 0.6)),
    ("north polar, beyond the equator", "30", view_formulas.north_polar, (-5, -4, 3, 6)),
    ("south polar, pole inside", "35", view_formulas.south_polar, (-0.01, -0.2, 0.4, 0.5)),
    ("south polar, pole on the edge", "35", view_formulas.south_polar, (0, -0.2, 0.4, 0.5)),
    ("south polar, pole outside", "35", view_formulas.south_polar, (-0.5, 0.2, 0.2, 0.3)),
    ("south polar, across 180", "35", view_formulas.south_polar, (-0.1, -0.6, 0.3, -0.2)),
]


_TURNS = {"geographic": 360.0, "equirectangular": 2 * np.pi, "mercator": 2 * np.pi}


def to_map(view, lon, lat):
    """Returns where a view's map shows places, x and y in radii of the body, or in degrees."""
    inverse = view[2]
    keywords = inverse.keywords if isinstance(inverse, partial) else {}
    return getattr(map_formulas, _name(inverse))(lon, lat, **keywords)


def shown(view, lon, lat):
    """Says which places a view shows; sideways a cylindrical map shows the globe again."""
    xmin, ymin, xmax, ymax = view[3]
    x, y = to_map(view, lon, lat)
    turns = np.arange(-2, 3) * _TURNS.get(_name(view[2]), 0.0)
    return (
        (y >= ymin)
        & (y <= ymax)
        & np.any([(x + by >= xmin) & (x + by <= xmax) for by in turns], axis=0)
    )


def _name(inverse):
    return inverse.func.__name__ if isinstance(inverse, partial) else inverse.__name__
