"""Maps in CRSs that name no body: they are searched, and what to set instead is told before."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsProject,
    QgsRectangle,
)

from ard_qgis_plugin.bridge.inputs.extent import area_of_extent
from ard_qgis_plugin.bridge.inputs.map_crs import crs_instead, drawing_warning
from ard_qgis_plugin.core.model.bodies import Body, body_named
from ard_qgis_plugin.core.model.errors import AreaError

pytestmark = pytest.mark.usefixtures("qgis_app")

MOON, MARS = body_named("Moon"), body_named("Mars")
CONTEXT = QgsCoordinateTransformContext()
CASES = {  # as people write them -> the code of the same map
    "+proj=eqc +R=1737400 +units=m +no_defs": ("Moon", "IAU_2015:30110"),
    "+proj=eqc +lat_ts=0 +lon_0=180 +a=1737400 +b=1737400 +no_defs": ("Moon", "IAU_2015:30115"),
    "+proj=sinu +lon_0=0 +R=3396190 +no_defs": ("Mars", "IAU_2015:49920"),
    "+proj=eqc +a=3396190 +b=3376200 +no_defs": ("Mars", "IAU_2015:49910"),  # other latitudes
    "+proj=moll +lon_0=0 +R=3396190 +no_defs": ("Mars", "IAU_2015:49940"),
    "+proj=longlat +R=1737400 +pm=180 +no_defs": ("Moon", "IAU_2015:30100"),  # none is the same
    "+proj=ortho +lat_0=10 +lon_0=20 +R=1737400 +no_defs": ("Moon", "IAU_2015:30110"),
    "+proj=stere +lat_0=-90 +lon_0=90 +R=1737400 +no_defs": ("Moon", "IAU_2015:30135"),
}
# Newer versions of QGIS find some bodies by their size, and then have a transform.
SAME = [
    text
    for text in CASES
    if not any(each in text for each in ("ortho", "pm=", "lon_0=90", "b=3376200"))
]


def crs_of(text: str) -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem.fromProj(text)


def is_drawn(crs: QgsCoordinateReferenceSystem, body: Body) -> bool:
    """Says whether QGIS can bring footprints to a map."""
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem(body.crs), crs, CONTEXT).isValid()


@pytest.mark.parametrize("text", CASES)
def test_the_code_to_set_instead_is_told(text):
    name, code = CASES[text]
    body = body_named(name)
    warning = drawing_warning(crs_of(text), body, CONTEXT)
    if is_drawn(crs_of(text), body):
        assert warning == ""
        return
    assert f"Set the project CRS to {code}" in warning
    assert ("which is the same map" in warning) == (text in SAME)
    assert warning.endswith(".")
    assert "\n" not in warning


@pytest.mark.parametrize("text", SAME)
def test_that_code_is_the_same_map_and_qgis_draws_on_it(text):
    body = body_named(CASES[text][0])
    code = crs_instead(crs_of(text), body).partition(",")[0]
    own, instead = (QgsCoordinateReferenceSystem(each) for each in (body.crs, code))
    assert drawing_warning(instead, body, CONTEXT) == ""
    nameless = QgsCoordinateReferenceSystem.fromProj(f"+proj=longlat +R={body.radius} +no_defs")
    for lon, lat in ((10, 20), (-35, 50), (100, 70)):
        place = QgsCoordinateTransform(own, instead, CONTEXT).transform(lon, lat)
        theirs = QgsCoordinateTransform(nameless, crs_of(text), CONTEXT).transform(lon, lat)
        assert place.distance(theirs) < 1


@pytest.mark.parametrize(
    ("crs", "body"),
    [
        ("IAU_2015:30100", "Moon"),
        ("IAU_2015:30135", "Moon"),
        ("ESRI:103878", "Moon"),
        ("ESRI:104905", "Mars"),
        ("EPSG:4326", "Moon"),
        ("EPSG:3857", "Moon"),
        ("IAU_2015:49900", "Moon"),
        ("PROJ:+proj=longlat +R=1737400 +no_defs", "Moon"),
        ("", "Moon"),
    ],
)
def test_other_maps_are_not_warned_of(crs, body):
    assert drawing_warning(QgsCoordinateReferenceSystem(crs), body_named(body), CONTEXT) == ""


@pytest.mark.parametrize("wkt", ["WKT2_2019", "WKT1_GDAL", "WKT1_ESRI"])
@pytest.mark.parametrize("text", [text for text in SAME if "eqc" in text or "sinu" in text])
def test_wkt_made_of_a_proj_string_is_searched_or_told_what_to_set(text, wkt):
    """QGIS finds the body of such a CRS by its size, and may have no transform all the same.

    It is not tried with another CRS: QGIS keeps by its WKT that a transform fails, and would then
    say so of the PROJ string too.
    """
    body, code = body_named(CASES[text][0]), CASES[text][1]
    variant = getattr(QgsCoordinateReferenceSystem.WktVariant, wkt)
    crs = QgsCoordinateReferenceSystem.fromWkt(crs_of(text).toWkt(variant))
    said = [drawing_warning(crs, body, CONTEXT)]
    try:
        area_of_extent(QgsRectangle(-100_000, -100_000, 100_000, 100_000), crs, body, CONTEXT)
    except AreaError as error:
        said.append(str(error))
    told = any(f"set the project crs to {code.lower()}" in each.lower() for each in said)
    assert told != is_drawn(crs, body)


@pytest.mark.usefixtures("provider")
def test_a_search_tells_it_first_and_finds_the_same(planet, feedback):
    own = {"API_URL": planet.stac, "OUTPUT": "memory:", "MAX_ITEMS": 0}
    view = "-200000,300000,-100000,300000"
    text = "+proj=eqc +R=1737400 +units=m +no_defs"
    found = processing.run("ard:search", own | {"EXTENT": f"{view} [IAU_2015:30110]"})["FOUND"]
    given = own | {"EXTENT": f"{view} [PROJ:{text}]"}
    assert processing.run("ard:search", given, feedback=feedback)["FOUND"] == found > 0
    told = [each for each in feedback.warnings if "IAU_2015:30110, which is the same map" in each]
    assert len(told) == (0 if is_drawn(crs_of(text), MOON) else 1) == len(feedback.warnings)


@pytest.mark.usefixtures("provider")
def test_the_projects_map_counts_whatever_the_extent_is_in(planet, feedback):
    QgsProject.instance().setCrs(crs_of("+proj=eqc +R=1737400 +units=m +no_defs"))
    try:
        given = {"API_URL": planet.stac, "OUTPUT": "memory:", "EXTENT": "3,5,4,6 [IAU_2015:30100]"}
        layer = processing.run("ard:search", given, feedback=feedback)["OUTPUT"]
        processing.run("ard:addimages", {"INPUT": layer, "LIMIT": 1}, feedback=feedback)
    finally:
        QgsProject.instance().clear()
    told = [each for each in feedback.warnings if "Set the project CRS to IAU_2015:30110" in each]
    drawn = is_drawn(crs_of("+proj=eqc +R=1737400 +units=m +no_defs"), MOON)
    assert len(told) == (0 if drawn else 2)
