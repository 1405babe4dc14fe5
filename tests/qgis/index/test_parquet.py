"""An index as GeoParquet; by another driver where GDAL has none for that, as in Debian.

Where that driver is built as a plugin: GDAL_DRIVER_PATH=FOLDER pytest tests/qgis/index.
"""

from __future__ import annotations

import json
import random

import pytest
from osgeo import gdal, ogr
from qgis import processing
from qgis.core import QgsVectorLayer
from shapely import MultiPolygon, Polygon, box

from ard_qgis_plugin.bridge.index import parquet
from ard_qgis_plugin.core.index.storage.columns import ANGLES
from ard_qgis_plugin.core.index.storage.entry import Entry
from ard_qgis_plugin.core.index.storage.state import CollectionState
from ard_qgis_plugin.core.index.storage.store import IndexStore
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.errors import CancelledError, OutputError
from ard_qgis_plugin.core.model.observation import Angles, Asset, LabelStatus, Observation
from tests.support.caches import full_disk
from tests.support.indices import MOON

HAS_PARQUET = gdal.GetDriverByName("Parquet") is not None
needs_parquet = pytest.mark.skipif(not HAS_PARQUET, reason="this GDAL has no GeoParquet driver")
URL = "https://host/moon/TC1_ü 日本/a.tif"
TIME = "2008-01-02T03:04:05Z"
RING = Polygon(box(30, 30, 40, 40).exterior, [box(32, 32, 33, 33).exterior])
ODD = [
    Observation("nothing", "c", "Moon"),  # the first row tells no type
    Observation(
        "TC1_ü 日本",
        "c",
        "Moon",
        title='Tïtle "q" \'s',
        datetime="2008-01-02T03:04:05.25Z",
        start_datetime=TIME,
        end_datetime=TIME,
        gsd=7.4,
        footprint=MultiPolygon([box(3, 4, 5, 6)]),
        assets={"image": Asset("image", URL, "image/tiff"), "x": Asset("x", "https://x/y", "")},
        angles=Angles("caminfo", incidence=62.648),
        label_status=LabelStatus.OK,
        note="ä",
    ),
    Observation(
        "over 180",
        "c",
        "Moon",
        datetime="2008-01-02",
        footprint=MultiPolygon([box(179, -1, 180, 1), box(-180, -1, -179, 1)]),
    ),
    Observation("pole", "c", "Moon", footprint=MultiPolygon([box(-180, 80, 180, 90)])),
    Observation(
        "parts",
        "c",
        "Moon",
        datetime="2008-01-02T03:04:05+02:00",
        footprint=MultiPolygon([RING, box(10, 10, 11, 11)]),
    ),
]

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture(params=["GPKG", pytest.param("Parquet", marks=needs_parquet)])
def driver(request, monkeypatch):
    monkeypatch.setattr(parquet, "_DRIVER", request.param)
    return request.param


def written(folder, observations, body=MOON):
    """Makes an index and writes it; returns the file that was written."""
    index, target = folder / "some.gpkg", folder / "some.parquet"
    with IndexStore(index, body) as store:
        entries = store.compare("c", list(map(Entry, observations)), ())
        store.put("c", entries, CollectionState("c", "http://127.0.0.1:9/api", read_at=TIME))
    parquet.check_parquet(target)
    parquet.write_parquet(index, target)
    assert {each.name for each in folder.iterdir()} == {index.name, target.name}
    return target


def features(target):
    layer = QgsVectorLayer(str(target), "some", "ogr")
    assert layer.isValid()
    return {feature["id"]: feature for feature in layer.getFeatures()}


def geo(target):
    """Returns what the file says of its geometries."""
    dataset = gdal.OpenEx(str(target))
    layer = dataset.GetLayer(0)
    return json.loads(layer.GetMetadataItem("geo", "_PARQUET_METADATA_"))


def test_all_that_an_index_shows(driver, planet, tmp_path):
    index, target = tmp_path / "moon.gpkg", tmp_path / "moon.parquet"
    parameters = {"API_URL": planet.stac, "INDEX": str(index), "PARQUET": str(target)}
    assert processing.run("ard:index", parameters)["PARQUET"] == str(target)
    layer = QgsVectorLayer(str(target), "moon", "ogr")
    assert layer.featureCount() == planet.size
    assert driver != "Parquet" or layer.crs().authid() == MOON.crs
    kept = {one["id"]: one for one in QgsVectorLayer(str(index), "index", "ogr").getFeatures()}
    names = ["id", "title", "body", "gsd", *(column.name for column in ANGLES)]
    names += ["label_status", "label_note", "image_url", "label_url", "thumbnail_url"]
    for feature in layer.getFeatures():
        same = kept[feature["id"]]
        assert [feature[name] for name in names] == [same[name] for name in names]
        assert feature["datetime"].toSecsSinceEpoch() == same["datetime"].toSecsSinceEpoch()
        assert feature.geometry().isGeosEqual(same.geometry())
        assets = json.loads(feature["assets"])
        assert assets["image"]["href"] == feature["image_url"]
        assert assets["image"]["type"].startswith("image/tiff")
        assert assets["thumbnail"]["href"] == feature["thumbnail_url"]
        assert all(asset["href"].startswith("http") for asset in assets.values())


@pytest.mark.usefixtures("driver")
def test_odd_rows(tmp_path):
    found = features(written(tmp_path, ODD))
    assert set(found) == {one.id for one in ODD}
    assert found["nothing"].geometry().isNull()
    assert not found["nothing"]["title"]
    for one in ODD[1:]:
        geometry = found[one.id].geometry()
        assert geometry.area() == pytest.approx(one.footprint.area)
        assert geometry.constGet().numGeometries() == len(one.footprint.geoms)
    full = found["TC1_ü 日本"]
    assert (full["title"], full["label_note"], full["image_url"]) == ('Tïtle "q" \'s', "ä", URL)
    assert json.loads(full["assets"])["x"] == {"href": "https://x/y"}
    assert (full["type"], full["stac_version"], full["links"]) == ("Feature", "1.0.0", "[]")
    times = {name: found[name]["datetime"] for name in ("TC1_ü 日本", "over 180", "parts")}
    assert [time.toUTC().toString("yyyy-MM-ddTHH:mm:ss.zzz") for time in times.values()] == [
        "2008-01-02T03:04:05.250",
        "2008-01-02T00:00:00.000",
        "2008-01-02T01:04:05.000",
    ]


@needs_parquet
@pytest.mark.parametrize("body", ["Moon", "Mars", "Europa"])
@pytest.mark.parametrize("rows", [0, 1, 5])
def test_what_the_file_says_of_itself(tmp_path, rows, body):
    target = written(tmp_path, ODD[:rows], body_named(body))
    said = geo(target)["columns"]["geometry"]
    assert geo(target)["primary_column"] == "geometry"
    assert said["crs"]["type"] == "GeographicCRS"
    assert said["crs"]["id"]["code"] == body_named(body).iau_code
    assert (said["encoding"], said.get("edges", "planar")) == ("WKB", "planar")
    assert said.get("bbox") == ([-180, -1, 180, 90] if rows > 1 else None)
    layer = QgsVectorLayer(str(target), "some", "ogr")
    assert layer.featureCount() == rows
    assert rows <= 1 or layer.crs().authid() == body_named(body).crs
    dataset = gdal.OpenEx(str(target))
    definition = dataset.GetLayer(0).GetLayerDefn()
    for name in ("datetime", "start_datetime", "end_datetime"):
        assert definition.GetFieldDefn(definition.GetFieldIndex(name)).GetType() == ogr.OFTDateTime


@needs_parquet
@pytest.mark.parametrize("lacking", [1, 5000, 100_000])
def test_a_full_disk_is_one_sentence(tmp_path, lacking):
    chance = random.Random(1)
    many = [Observation(f"{n}", "c", "Moon", gsd=chance.random()) for n in range(9000)]
    target = written(tmp_path, many)
    before = target.read_bytes()
    with full_disk(len(before) - lacking), pytest.raises(OutputError) as caught:
        parquet.write_parquet(tmp_path / "some.gpkg", target)
    assert str(caught.value).endswith("check the folder's permissions and free space.")
    assert target.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.usefixtures("driver")
def test_it_can_be_cancelled_and_leaves_nothing(tmp_path):
    target = written(tmp_path, ODD)
    before = target.read_bytes()
    with pytest.raises(CancelledError):
        parquet.write_parquet(tmp_path / "some.gpkg", target, lambda: True)
    assert target.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.usefixtures("driver")
def test_a_folder_that_is_not_there_or_in_its_place(tmp_path):
    with pytest.raises(OutputError, match="doesn't exist"):
        parquet.check_parquet(tmp_path / "no" / "moon.parquet")
    written(tmp_path, ODD)
    (tmp_path / "folder.parquet").mkdir()
    with pytest.raises(OutputError, match="can't be written"):
        parquet.write_parquet(tmp_path / "some.gpkg", tmp_path / "folder.parquet")
