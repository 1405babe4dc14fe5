"""Any view of a body: its boxes hold every point of it and are hardly larger than they must be."""

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsRectangle,
)

from ard_qgis_plugin.bridge.inputs.extent import area_of_extent
from ard_qgis_plugin.core.model.bodies import body_named
from tests.support.in_qgis import view_formulas
from tests.support.views import VIEWS

pytestmark = pytest.mark.usefixtures("qgis_app")

POINTS = 20_000
ENOUGH = 1.02
MOON, MARS, EUROPA = (body_named(name) for name in ("Moon", "Mars", "Europa"))


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
    drawn = view_formulas.visible_part(inverse, rectangle)
    lon, lat = view_formulas.seen_at_random(inverse, drawn, POINTS, seed=len(name))
    assert len(lon) > POINTS / 10
    assert not missed(area, lon, lat)
    lon_span, lat_span = view_formulas.smallest_box(inverse, drawn)
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
