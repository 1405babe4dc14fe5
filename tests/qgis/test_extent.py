"""Any view of a body: its boxes hold every point of it and are hardly larger than they must be."""

from functools import partial

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsRectangle,
)

from ard_qgis_plugin.bridge.extent import area_of_extent
from ard_qgis_plugin.core.bodies import body_named
from tests.qgis import oracle

pytestmark = pytest.mark.usefixtures("qgis_app")

POINTS = 20_000
ENOUGH = 1.02
MOON, MARS, EUROPA = (body_named(name) for name in ("Moon", "Mars", "Europa"))
TILTED = "+proj=ortho +lat_0=45 +lon_0=170 +R={R} +no_defs"
LAMBERT = "+proj=laea +lat_0=-30 +lon_0=100 +R={R} +no_defs"
MERCATOR = "+proj=merc +lon_0=0 +R={R} +no_defs"

PI = np.pi
tilted = partial(oracle.orthographic, lon_0=170, lat_0=45)
lambert = partial(oracle.equal_area, lon_0=100, lat_0=-30)
clon_180 = partial(oracle.equirectangular, lon_0=180)
sinusoidal_180 = partial(oracle.sinusoidal, lon_0=180)

# What is seen, the CRS (the last two digits of the body's IAU code, or a definition), its inverse,
# and the rectangle in radii of the body (degrees where it is geographic): xmin, ymin, xmax, ymax.
VIEWS = [
    ("geographic, the tutorial's box", "00", oracle.geographic, (3, 4, 5, 6)),
    ("geographic, 0..360", "00", oracle.geographic, (200, -40, 300, 10)),
    ("geographic, all of 0..360", "00", oracle.geographic, (0, -90, 360, 90)),
    ("geographic, across 180", "00", oracle.geographic, (170, -5, 200, 5)),
    ("geographic, across -180", "00", oracle.geographic, (-200, -5, -170, 5)),
    ("geographic, across 0 from 360", "00", oracle.geographic, (350, 60, 370, 90)),
    ("geographic, wider than the world", "00", oracle.geographic, (-300, -90, 300, 90)),
    ("geographic, zoomed far out", "00", oracle.geographic, (-220, -130, 220, 130)),
    ("equirectangular", "10", oracle.equirectangular, (-0.3, -0.2, 0.5, 0.9)),
    ("equirectangular, across 180", "10", oracle.equirectangular, (3.0, 0.1, 3.3, 0.2)),
    ("equirectangular, beyond a pole", "10", oracle.equirectangular, (0.1, 1.2, 0.9, 1.9)),
    ("equirectangular, wider than the world", "10", oracle.equirectangular, (-5, -3, 5, 3)),
    ("clon 180, across 180", "15", clon_180, (-0.2, -0.4, 0.4, 0.1)),
    ("clon 180, across 0", "15", clon_180, (2.9, -0.4, 3.4, 0.1)),
    ("Mercator", MERCATOR, oracle.mercator, (-0.3, -0.4, 0.5, 0.9)),
    ("Mercator, near a pole", MERCATOR, oracle.mercator, (1.0, 3.0, 2.0, 9.0)),
    ("Mercator, across 180", MERCATOR, oracle.mercator, (3.0, -0.4, 3.4, 0.4)),
    ("sinusoidal", "20", oracle.sinusoidal, (-0.3, 0.4, 0.8, 0.9)),
    ("sinusoidal, over the rim", "20", oracle.sinusoidal, (1.5, 0.5, 3.5, 1.2)),
    ("sinusoidal, both rims", "20", oracle.sinusoidal, (-3, 0.7, 3, 0.9)),
    ("sinusoidal, around the pole", "20", oracle.sinusoidal, (-0.4, 1.2, 0.5, 1.8)),
    ("sinusoidal, beside the pole", "20", oracle.sinusoidal, (0.05, 1.3, 0.5, 1.7)),
    ("sinusoidal, all and more", "20", oracle.sinusoidal, (-9, -9, 9, 9)),
    ("sinusoidal clon 180, across 180", "25", sinusoidal_180, (-0.5, -0.8, 0.2, -0.1)),
    ("Mollweide", "40", oracle.mollweide, (-1, 0.2, 0.4, 1.3)),
    ("Mollweide, over the rim", "40", oracle.mollweide, (1.2, -1.2, 2.9, -0.2)),
    ("orthographic, inside", "65", oracle.orthographic, (-0.3, -0.2, 0.4, 0.5)),
    ("orthographic, all", "65", oracle.orthographic, (-1.2, -1.2, 1.2, 1.2)),
    ("orthographic, a dot in the view", "65", oracle.orthographic, (-80, -90, 70, 60)),
    ("orthographic, over the limb", "65", oracle.orthographic, (0.5, 0.4, 1.3, 1.3)),
    ("orthographic, the pole on the edge", "65", oracle.orthographic, (0, 0.5, 0.6, 1)),
    ("orthographic tilted, all", TILTED, tilted, (-1.2, -1.2, 1.2, 1.2)),
    ("orthographic tilted, across 180", TILTED, tilted, (-0.2, -0.8, 0.6, 0)),
    ("orthographic tilted, over the limb", TILTED, tilted, (0.3, -1.3, 1.3, -0.2)),
    ("Lambert equal-area", LAMBERT, lambert, (-0.6, -0.2, 0.8, 0.9)),
    ("Lambert equal-area, pole inside", LAMBERT, lambert, (-0.4, -1.4, 0.8, -0.6)),
    ("north polar, pole inside", "30", oracle.north_polar, (-0.3, -0.2, 0.4, 0.5)),
    ("north polar, pole just inside", "30", oracle.north_polar, (-0.3, -1e-5, 0.4, 0.5)),
    ("north polar, pole on the edge", "30", oracle.north_polar, (-0.3, 0, 0.4, 0.5)),
    ("north polar, pole at the corner", "30", oracle.north_polar, (0, 0, 0.4, 0.5)),
    ("north polar, pole just outside", "30", oracle.north_polar, (-0.3, 1e-5, 0.4, 0.5)),
    ("north polar, pole outside", "30", oracle.north_polar, (0.1, 0.1, 0.4, 0.5)),
    ("north polar, across 180", "30", oracle.north_polar, (-0.2, 0.3, 0.1, 0.6)),
    ("north polar, beyond the equator", "30", oracle.north_polar, (-5, -4, 3, 6)),
    ("south polar, pole inside", "35", oracle.south_polar, (-0.01, -0.2, 0.4, 0.5)),
    ("south polar, pole on the edge", "35", oracle.south_polar, (0, -0.2, 0.4, 0.5)),
    ("south polar, pole outside", "35", oracle.south_polar, (-0.5, 0.2, 0.2, 0.3)),
    ("south polar, across 180", "35", oracle.south_polar, (-0.1, -0.6, 0.3, -0.2)),
]


def crs_of(body, definition):
    if definition.startswith("+"):
        return QgsCoordinateReferenceSystem.fromProj(definition.format(R=body.radius))
    return QgsCoordinateReferenceSystem(f"IAU_2015:{body.iau_code // 100}{definition}")


def searched(crs, rectangle, body):
    return area_of_extent(QgsRectangle(*rectangle), crs, body, QgsCoordinateTransformContext())


@pytest.mark.parametrize("body", [MOON, MARS, EUROPA], ids=lambda body: body.name)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view[0])
def test_boxes_hold_the_view_and_little_more(view, body):
    name, definition, inverse, rectangle = view
    crs = crs_of(body, definition)
    assert crs.isValid()
    radius = 1 if crs.isGeographic() else body.radius
    area, warnings = searched(crs, [side * radius for side in rectangle], body)
    assert warnings == []
    assert area.body == body
    assert all(-180 <= box.west < box.east <= 180 for box in area.boxes)
    assert all(-90 <= box.south < box.north <= 90 for box in area.boxes)
    drawn = oracle.drawn_part(inverse, rectangle)
    lon, lat = oracle.seen_at_random(inverse, drawn, POINTS, seed=len(name))
    assert len(lon) > POINTS / 10
    assert not missed(area, lon, lat)
    lon_span, lat_span = oracle.smallest_box(inverse, drawn)
    size = sum((box.east - box.west) * (box.north - box.south) for box in area.boxes)
    assert size <= ENOUGH * lon_span * lat_span


def missed(area, lon, lat):
    """Points that no box holds, by more than rounding."""
    lon = (lon + 180) % 360 - 180
    held = np.zeros(len(lon), dtype=bool)
    for box in area.boxes:
        for turn in (-360, 0, 360):
            across = (lon + turn >= box.west - 1e-9) & (lon + turn <= box.east + 1e-9)
            held |= across & (lat >= box.south - 1e-9) & (lat <= box.north + 1e-9)
    return list(zip(lon[~held], lat[~held], strict=True))
