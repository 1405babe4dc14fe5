"""The sample planet's images: Cloud Optimized GeoTIFFs of craters under the right sun."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import numpy as np
import pytest
from osgeo import gdal, osr

from tests.sample.footprint import rings
from tests.sample.images import write_image, write_thumbnail
from tests.sample.items import item
from tests.sample.names import Urls
from tests.sample.planet import Planet
from tests.sample.surface.brightness import NODATA
from tests.sample.surface.frame import frame_of
from tests.sample.surface.relief import heights_of, render
from tests.sample.surface.sphere import Place, separation

PLANET = list(Planet(60))
POLAR, ACROSS_180, IN_BOX = PLANET[3], PLANET[4], PLANET[0]
IN_DAYLIGHT = [o for o in PLANET if 30 < o.light.incidence < 70 and abs(o.centre.lat) < 60]


@pytest.fixture(autouse=True)
def _gdal_exceptions():
    before = gdal.GetUseExceptions()
    gdal.UseExceptions()
    yield
    if not before:
        gdal.DontUseExceptions()


@pytest.mark.parametrize("observation", [IN_BOX, POLAR, ACROSS_180], ids=["box", "pole", "180"])
def test_an_image_is_what_the_item_says(tmp_path, observation):
    path = tmp_path / "image.tif"
    write_image(observation, path)
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    properties = item(observation, Urls())["properties"]
    listed = item(observation, Urls())["assets"]["image"]["raster:bands"][0]
    assert dataset.GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == "COG"
    assert band.GetOverviewCount() >= 1
    assert band.DataType == gdal.GDT_Int16
    assert (band.GetScale(), band.GetNoDataValue()) == (listed["scale"], listed["nodata"])
    assert [dataset.RasterYSize, dataset.RasterXSize] == properties["proj:shape"]
    x0, dx, rx, y0, ry, dy = properties["proj:transform"]
    assert dataset.GetGeoTransform() == pytest.approx((x0, dx, rx, y0, ry, dy), rel=1e-12)
    listed_crs = osr.SpatialReference(properties["proj:wkt2"])
    between = osr.CoordinateTransformation(dataset.GetSpatialRef(), listed_crs)
    assert between.TransformPoint(x0, y0)[:2] == pytest.approx((x0, y0), abs=0.01)
    assert 200 <= dataset.RasterXSize <= 260


@pytest.mark.parametrize("observation", [IN_BOX, POLAR, ACROSS_180], ids=["box", "pole", "180"])
def test_an_image_lies_where_the_footprint_is(observation):
    frame, pixels = frame_of(observation), render(observation)
    moon, flat = osr.SpatialReference(), osr.SpatialReference()
    moon.SetFromUserInput("IAU_2015:30100")
    flat.SetFromUserInput(f"IAU_2015:{frame.projection.code}")
    for reference in (moon, flat):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_map = osr.CoordinateTransformation(moon, flat)
    centre = observation.centre
    x, y, _ = to_map.TransformPoint(centre.lon, centre.lat)
    row, column = int((frame.top - y) / frame.pixel), int((x - frame.left) / frame.pixel)
    assert pixels[row, column] != NODATA
    outline = [to_map.TransformPoint(*point) for ring in rings(observation) for point in ring]
    strip = (pixels != NODATA).sum() * (frame.pixel / 1000.0) ** 2
    stretch = 1.0 if frame.projection.pole else math.cos(math.radians(centre.lat))
    assert strip * stretch == pytest.approx(observation.width * observation.length, rel=0.03)
    assert min(x for x, *_ in outline) >= frame.left - frame.pixel


@pytest.mark.parametrize("observation", IN_DAYLIGHT[::4], ids=lambda o: o.id)
def test_the_sun_that_the_shading_shows_is_the_labels(observation):
    pixels, heights = render(observation).astype(float), heights_of(observation)
    down, right = np.gradient(heights / frame_of(observation).pixel)
    east = right / math.cos(math.radians(observation.centre.lat))
    normals = np.stack([-east, down, np.ones_like(down)])
    normals /= np.linalg.norm(normals, axis=0)
    lit = pixels > 0.3 * np.median(pixels[pixels != NODATA])
    # Brightness is linear in the normal by Lambert's law: the factors point to the sun.
    (x, y, up), *_ = np.linalg.lstsq(normals[:, lit].T, pixels[lit], rcond=None)
    shown = Place(math.degrees(math.atan2(x, y)), math.degrees(math.atan2(up, math.hypot(x, y))))
    light = observation.light
    assert separation(shown, Place(light.sun_azimuth, 90.0 - light.incidence)) < 7.0


def test_brightness_falls_with_the_incidence_angle():
    seen = sorted(
        (o.light.incidence, float(np.median(render(o)))) for o in PLANET[:3] + PLANET[6:8]
    )
    assert all(low > high for (_, low), (_, high) in pairwise(seen))


def test_low_sun_casts_more_shadow():
    def dark(observation):
        pixels = render(observation)
        strip = pixels != NODATA
        return (pixels[strip] < 0.1 * np.median(pixels[strip])).mean()

    low = [o for o in PLANET if 75 < o.light.incidence < 85 and abs(o.centre.lat) < 10]
    high = [o for o in PLANET if o.light.incidence < 30 and abs(o.centre.lat) < 10]
    assert min(map(dark, low)) > 0.01 > max(map(dark, high))


def test_overlapping_strips_show_the_same_ground():
    first, second = next(
        (a, b)
        for a, b in combinations([o for o in PLANET if o.index % 5 < 3], 2)
        if abs(a.centre.lon - b.centre.lon) < 0.2 and abs(a.centre.lat - b.centre.lat) < 0.3
    )
    one, other = heights_of(first), heights_of(second)
    frame, across = frame_of(first), frame_of(second)
    rows, columns = np.indices(one.shape)
    x = frame.left + (columns + 0.5) * frame.pixel
    y = frame.top - (rows + 0.5) * frame.pixel
    row = np.floor((across.top - y) / across.pixel).astype(int)
    column = np.floor((x - across.left) / across.pixel).astype(int)
    both = (row >= 0) & (row < across.rows) & (column >= 0) & (column < across.columns)
    assert both.sum() > 10_000
    difference = one[both] - other[row[both], column[both]]
    assert np.median(np.abs(difference)) < 0.05 * one[both].std()


def test_a_thumbnail_is_a_jpeg_of_at_most_256_pixels(tmp_path):
    path = tmp_path / "image.jpg"
    write_thumbnail(IN_BOX, path)
    dataset = gdal.Open(str(path))
    assert dataset.GetDriver().ShortName == "JPEG"
    assert 100 < max(dataset.RasterXSize, dataset.RasterYSize) <= 256
    assert dataset.ReadAsArray().std() > 5
    assert [file.name for file in tmp_path.iterdir()] == ["image.jpg"]
