"""What an index keeps of an observation: all of it, exactly, in little room."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from shapely import MultiPolygon, Polygon, box

from ard_qgis_plugin.core.index.storage.columns import ANGLES, PLAIN
from ard_qgis_plugin.core.index.storage.entry import Entry
from ard_qgis_plugin.core.index.storage.files import KeptAssets, Packed, packed
from ard_qgis_plugin.core.index.storage.record import interval_of
from ard_qgis_plugin.core.index.storage.record_reader import KeptRows
from ard_qgis_plugin.core.index.storage.store import IndexStore
from ard_qgis_plugin.core.model.observation import Angles, Asset, LabelStatus, Observation
from tests.support.indices import MOON, check

pytestmark = pytest.mark.filterwarnings("error")

ROOT = "https://bucket.s3-us-west-2.amazonaws.com/moon/x"
HOLED = Polygon([(0.1, 0.2), (3, 0), (3, 3), (0, 3)], [[(1, 1), (1, 2), (2, 2), (2, 1)]])


def assets_of(**hrefs):
    return {key: Asset(key, href, f"type/{key}") for key, href in hrefs.items()}


FULL = Observation(
    id="A1",
    collection="other_than_searched",
    body="Moon",
    title="A title",
    datetime="2008-01-02 03:04:05+00:00",
    start_datetime="2008-01-02T03:04:05Z",
    end_datetime="no time",
    gsd=0.0,
    footprint=MultiPolygon([HOLED, box(10.123456789, -5, 11, 90)]),
    note="the footprint crossed itself and was repaired",
    assets=assets_of(image=f"{ROOT}/A1/A1.tif", thumbnail=f"{ROOT}/A1/A1 small.jpg"),
    angles=Angles(*["caminfo", *(n / 7 for n in range(1, len(Angles._fields)))]),
    label_status=LabelStatus.FALLBACK,
    label_note="caminfo_pvl: gone; é\n'\"",
    label_url=f"{ROOT}/A1/A1.lbl",
)
BARE = Observation(id="", collection="", body="Moon")
MANY = {
    "full": FULL,
    "bare": BARE,
    "label among the files": FULL._replace(label_url=f"{ROOT}/A1/A1.tif"),
    "angle zero": FULL._replace(angles=Angles("pds3", incidence=0.0)),
    "no angle in a label": FULL._replace(angles=Angles("pds3")),
    "title is the id": FULL._replace(title="A1"),
    "no title": FULL._replace(title=""),
    "one asset": FULL._replace(assets=assets_of(image=f"{ROOT}/A1/A1.tif")),
    "no folder": FULL._replace(assets=assets_of(image="A1.tif", dtm="http://x/A1.tif")),
    "the placeholder in an address": FULL._replace(assets=assets_of(image=f"{ROOT}/\x01/A1")),
    "no id": FULL._replace(id=""),
    "an id that is in the host": FULL._replace(id="s", assets=assets_of(image=f"{ROOT}/s/s.tif")),
    "signed": FULL._replace(assets=assets_of(image=f"{ROOT}/A1.tif?a=/b/c", dtm=f"{ROOT}/d")),
}


def kept(path, observations):
    """Writes observations into an index and reads them again."""
    with IndexStore(path, MOON) as store:
        entries = store.compare("searched", [Entry(each) for each in observations], ())
        store.put("searched", entries)
    check(path)
    with closing(sqlite3.connect(path)) as database:
        return KeptRows(database.execute).observations([entry.fid for entry in entries])


@pytest.mark.parametrize("name", MANY)
def test_all_of_it_comes_back(path, name):
    (back,) = kept(path, [MANY[name]])
    assert back == MANY[name]
    footprint = MANY[name].footprint
    assert footprint is None or back.footprint.wkb == footprint.wkb


def test_many_come_back_in_the_order_that_is_asked_for(path):
    many = [FULL._replace(id=f"A{number}", gsd=number / 3) for number in range(1200)]
    assert kept(path, many) == many


def test_each_field_has_a_place():
    """A field that is added to the model is a column, or somebody has thought about it."""
    packed_or_of_a_search = {
        *("footprint", "coverage", "incidence_min", "incidence_max", "title", "assets", "angles"),
        *("collection", "body", "label_status", "label_url", "bounds"),
    }
    assert set(Observation._fields) == packed_or_of_a_search | {column.field for column in PLAIN}
    assert set(Angles._fields) == {"source", *(one.field for one in ANGLES)}


def test_addresses_of_a_collection_are_kept_once():
    names = ("image", "thumbnail", "caminfo_pvl")
    shapes = {
        (one.folder, one.files)
        for number in range(100)
        for one in [
            packed(
                f"TC_{number}",
                assets_of(**{key: f"{ROOT}/TC_{number}/TC_{number}.{key}" for key in names}),
            )
        ]
    }
    assert len(shapes) == 1


def test_assets_are_a_mapping():
    assets = KeptAssets("A", Packed("http://x/\x01/", (("image", "\x01.tif", "t"),)))
    assert dict(assets) == {"image": Asset("image", "http://x/A/A.tif", "t")}
    assert "dtm" not in assets
    assert assets.get("dtm") is None
    assert len(assets) == 1


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (("1970-01-02T00:00:00Z", None, None), (86400, 86400)),
        (("1970-01-02T00:00:00.5", None, None), (86400.5, 86400.5)),
        (("1970-01-02T01:00:00+01:00", None, None), (86400, 86400)),
        (("1970-01-02 00:00:00-0030", None, None), (88200, 88200)),
        (("1970-01-02T00:00:60Z", None, None), (86460, 86460)),
        ((None, "1970-01-01T00:00:01Z", "1970-01-01T00:00:03Z"), (1, 3)),
        (("1970-01-02T00:00:00Z", "1970-01-01T00:00:01Z", None), (86400, 86400)),
        (("yesterday", None, None), None),
        (("1970-13-02T00:00:00Z", None, None), None),
        ((None, None, None), None),
    ],
)
def test_when_an_observation_was_made(times, expected):
    moment, start, end = times
    observation = BARE._replace(datetime=moment, start_datetime=start, end_datetime=end)
    assert interval_of(observation) == expected
