"""ard:coverage in QGIS."""

from __future__ import annotations

import resource

import numpy as np
import pytest
from osgeo import gdal
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ard_qgis_plugin.algorithms.light import coverage
from tests.qgis.conftest import RecordingFeedback
from tests.support.in_qgis.light_layers import box, footprint_layer, image, polygons, rows

pytestmark = pytest.mark.usefixtures("provider")


def run(layer, feedback, path, **parameters):
    values = {"INPUT": layer, "OUTPUT": str(path), **parameters}
    return processing.run("ard:coverage", values, feedback=feedback)


def images() -> QgsVectorLayer:
    return footprint_layer(
        image("a", box(0.5, 0.5), incidence_angle=50, subsolar_azimuth=90),
        image("b", box(1.0, 0.5), incidence_angle=60, subsolar_azimuth=90),
        image("c", box(2.5, 0.5), incidence_angle=40, subsolar_azimuth=270),
    )


def test_bands_say_how_cells_are_seen(feedback: RecordingFeedback, tmp_path) -> None:
    path, gaps = tmp_path / "map.tif", tmp_path / "gaps.gpkg"
    extent = "0,3,0,1 [IAU_2015:30100]"
    results = run(images(), feedback, path, EXTENT=extent, CELL=0.1, WANTED=58, GAPS=str(gaps))
    raster = gdal.Open(str(path))
    looks, best, lowest, highest, angle = (
        np.ma.masked_equal(raster.GetRasterBand(band).ReadAsArray(), -9999) for band in range(1, 6)
    )
    assert looks.shape == (10, 30)
    assert looks[5].tolist() == [1] * 5 + [2] * 5 + [1] * 5 + [0] * 5 + [1] * 10
    assert angle[5, 7] == pytest.approx(10.5, abs=0.01)  # the same angles half a degree apart
    assert best[5, 7] == highest[5, 7] == pytest.approx(60.25, abs=0.01)
    assert lowest[5, 7] == pytest.approx(49.75, abs=0.01)
    assert best[5].mask.tolist() == [False] * 15 + [True] * 5 + [False] * 10
    assert (results["CELLS"], results["MOST_LOOKS"]) == (300, 2)
    assert results["COVERED"] == pytest.approx(5 / 6)
    layer = QgsRasterLayer(str(path), "map")
    assert layer.crs().celestialBodyName() == "Moon"
    assert layer.renderer().type() == "singlebandpseudocolor"
    back = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem("IAU_2015:30100"), QgsProject.instance()
    ).transformBoundingBox(layer.extent())
    assert (back.xMinimum(), back.xMaximum()) == pytest.approx((0, 3), abs=1e-3)
    assert (back.yMinimum(), back.yMaximum()) == pytest.approx((0, 1), abs=0.01)
    written = QgsVectorLayer(str(gaps))
    (gap,) = rows(written)
    assert gap["area_km2"] == pytest.approx(50 * (0.1 * 30.323) ** 2, rel=1e-4)
    assert written.crs().celestialBodyName() == "Moon"
    (feature,) = written.getFeatures()
    assert feature.geometry().boundingBox().xMinimum() == pytest.approx(
        layer.extent().xMinimum() + 15 * layer.rasterUnitsPerPixelX()
    )


@pytest.mark.parametrize(
    ("place", "passes"), [({"EXTENT": "0,3,0,1 [IAU_2015:30100]"}, 1), ({}, 2)]
)
def test_the_layer_is_read_once_where_it_is_said(
    place, passes, feedback: RecordingFeedback, tmp_path, monkeypatch
) -> None:
    """Else what all footprints cover has to be known before."""
    read, reads = coverage.image_parts, []

    def counted(*arguments):
        reads.append(arguments)
        return read(*arguments)

    monkeypatch.setattr(coverage, "image_parts", counted)
    lacking = image("d", box(0.5, 0.5), incidence_angle=None)
    layer = footprint_layer(image("a", box(0.5, 0.5)), lacking)
    run(layer, feedback, tmp_path / "map.tif", CELL=0.1, **place)
    assert len(reads) == passes
    assert feedback.warnings == ["Images left out: 1 (no incidence angle)."]


@pytest.mark.parametrize("lat", [89.5, -89.5])
def test_at_a_pole(feedback: RecordingFeedback, tmp_path, lat) -> None:
    south, north = lat - 0.5, lat + 0.5
    ring = f"MultiPolygon(((-180 {south},180 {south},180 {north},-180 {north},-180 {south})))"
    path = tmp_path / "pole.tif"
    results = run(footprint_layer(image("cap", ring)), feedback, path, CELL=1000, UNIT="metres")
    assert results["COVERED"] == 1
    cap = 2 * np.pi * 1737.4**2 * (1 - np.cos(np.radians(1)))
    assert results["CELLS"] == pytest.approx(cap, rel=0.02)
    assert QgsRasterLayer(str(path)).crs().celestialBodyName() == "Moon"


def test_too_many_cells(feedback: RecordingFeedback, tmp_path) -> None:
    with pytest.raises(QgsProcessingException, match="choose a larger cell"):
        run(images(), feedback, tmp_path / "m.tif", CELL=0.01, UNIT="metres")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(feedback: RecordingFeedback, tmp_path) -> None:
    with pytest.raises(QgsProcessingException, match="can't be written"):
        run(images(), feedback, tmp_path / "no" / "m.tif")


def test_an_earlier_map_is_replaced_and_other_files_are_not(
    feedback: RecordingFeedback, tmp_path
) -> None:
    path, other = tmp_path / "m.tif", tmp_path / "other.tif"
    run(images(), feedback, path, CELL=0.5)
    first = path.stat().st_size
    run(images(), feedback, path, CELL=0.05)
    assert path.stat().st_size > first
    other.write_text("mine")
    with pytest.raises(QgsProcessingException, match="holds something else"):
        run(images(), feedback, other)
    assert other.read_text() == "mine"


def test_another_body(feedback: RecordingFeedback, tmp_path) -> None:
    area = polygons("Polygon((0 0,1 0,1 1,0 0))", crs="IAU_2015:49900")
    with pytest.raises(QgsProcessingException, match="shows Mars"):
        run(images(), feedback, tmp_path / "m.tif", AREA=area)


def test_an_image_of_the_users_own_stays(feedback: RecordingFeedback, tmp_path) -> None:
    path = tmp_path / "terrain.tif"
    gdal.GetDriverByName("GTiff").Create(str(path), 2, 2).FlushCache()
    before = path.read_bytes()
    with pytest.raises(QgsProcessingException, match="holds something else, which would be lost"):
        run(images(), feedback, path)
    assert path.read_bytes() == before
    for _ in range(2):  # its own map can go
        run(images(), feedback, tmp_path / "map.tif")


@pytest.mark.parametrize("cell", [2, 400])
def test_cells_larger_than_the_area(cell: float, feedback: RecordingFeedback, tmp_path) -> None:
    """No map of nothing: what to do is said."""
    with pytest.raises(QgsProcessingException, match="No cell has its middle in the area: choose"):
        run(
            images(), feedback, tmp_path / "m.tif", EXTENT="0,0.5,0,0.5 [IAU_2015:30100]", CELL=cell
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("room", [3_000, 10_000, 20_000])
def test_a_disk_without_room_for_the_map(room: int, feedback: RecordingFeedback, tmp_path) -> None:
    """The earlier map stays, and what to do is said."""
    layer, path = footprint_layer(image("a", box(0, 0, 0.1))), tmp_path / "map.tif"
    run(layer, feedback, path, CELL=0.05)
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        with pytest.raises(QgsProcessingException, match=r"can't be written .* free space"):
            run(layer, feedback, path, CELL=0.02, EXTENT="-10,10,-10,10 [IAU_2015:30100]")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".*"))
