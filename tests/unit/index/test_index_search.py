"""Searches in an index: the same observations, in the same order, as from the API."""

from __future__ import annotations

import random
import zipfile
from datetime import datetime, timezone

import pytest
import shapely

from ard_qgis_plugin.core.catalog.request import SearchRequest
from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.geometry.region import Region
from ard_qgis_plugin.core.index.search import IndexSearch
from ard_qgis_plugin.core.model.errors import CancelledError
from tests.support.fetches import PATIENT
from tests.support.indices import MOON, found, keep, opened, same_as_api
from tests.support.searches import GLOBE, LABEL, request_of, search_of
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, across, item

pytestmark = pytest.mark.filterwarnings("error")


class SpreadApi(StacApi):
    """An API that finds items by their geometry and time, as real ones do."""

    def _search(self, wanted):
        everything = self.items
        start, _, end = wanted.get("datetime", "/").partition("/")
        name = "intersects" if "intersects" in wanted else "bbox"
        shape = Region.of_query({name: wanted[name]}).shape
        self.items = {
            name: [
                one
                for one in items
                if _in_time(one, start, end) and shape.intersects(_shape(one["id"], items))
            ]
            for name, items in everything.items()
        }
        try:
            return super()._search({"bbox": [-180, -90, 180, 90], **wanted})
        finally:
            self.items = everything


_shapes = {}


def _shape(name, items):
    if name not in _shapes:
        _shapes.update((one["id"], shapely.geometry.shape(one["geometry"])) for one in items)
    return _shapes[name]


def _in_time(one, start, end):
    properties = one["properties"]
    first = properties.get("start_datetime", properties["datetime"])
    last = properties.get("end_datetime", properties["datetime"])
    return (start in ("", "..") or last >= start) and (end in ("", "..") or first <= end)


@pytest.fixture(scope="module")
def api():
    """An API with 300 observations all over the globe, in no order, most with a label."""
    chance = random.Random(7)
    with SpreadApi({}, largest_page=40) as api:
        for collection in "abc":
            items = [_spread(api, collection, number, chance) for number in range(100)]
            chance.shuffle(items)
            api.items[collection] = [*items, across(collection, 500)]
            for each in api.items[collection]:
                del each["bbox"]
        yield api


def _spread(api, collection, number, chance):
    west, south = chance.uniform(-180, 175), chance.uniform(-90, 85)
    east, north = west + chance.uniform(1, 5), south + chance.uniform(1, 5)
    ring = [[west, south], [east, south + 0.3], [east, north], [west, north], [west, south]]
    day = 1 + number % 28
    assets = {"image": {"href": f"https://b.s3.amazonaws.com/{collection}/{number}.tif"}}
    if number % 9:
        label = LABEL.format(chance.uniform(0, 90)).encode()
        url = api.script(f"/{collection}/{number}.pvl", faults.ok(label))
        assets["caminfo_pvl"] = {"href": url, "type": "text/plain"}
    made = item(
        collection,
        number,
        geometry={"type": "Polygon", "coordinates": [ring]},
        bbox=[west, south, east, north],
        assets=assets,
    )
    made["properties"] |= {
        "datetime": f"2008-01-{day:02}T00:00:00Z",
        "start_datetime": f"2008-01-{day:02}T00:00:00Z",
        "end_datetime": f"2008-01-{day:02}T12:00:00Z",
    }
    return made


@pytest.fixture(scope="module")
def index(api, tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "moon.gpkg"
    keep(path, api)
    return path


BOXES = {
    "globe": GLOBE,
    "box": (Box(-60, -40, 70, 50),),
    "across 180": (Box(150, -90, 180, 90), Box(-180, -90, -120, 90)),
    "pole": (Box(-180, 60, 180, 90),),
    "point": (Box(10.0, 10.0, 10.0000001, 10.0000001),),
    "nowhere": (Box(0, 89.99, 0.001, 90),),
}
LIMITS = {
    "all": {},
    "incidence": {"min_incidence": 30, "max_incidence": 60},
    "low sun": {"min_incidence": 70},
    "high sun": {"max_incidence": 20.5},
    "anywhere": {"min_incidence": 30, "max_incidence": 60, "anywhere": True},
    "most": {"max_items": 50},
    "most and incidence": {"max_items": 50, "min_incidence": 30, "max_incidence": 60},
    "most is all there is": {"max_items": 303},
    "a time": {
        "start": datetime(2008, 1, 3, 6, tzinfo=timezone.utc),
        "end": datetime(2008, 1, 9, tzinfo=timezone.utc),
    },
    "after": {"start": datetime(2008, 1, 20, tzinfo=timezone.utc), "min_incidence": 10},
    "before": {"end": datetime(2008, 1, 9, 23, tzinfo=timezone.utc), "max_items": 30},
    "no labels": {"labels": False},
}


@pytest.mark.parametrize("limits", LIMITS)
@pytest.mark.parametrize("boxes", BOXES)
def test_the_same_comes_as_from_the_api(api, index, boxes, limits):
    count = same_as_api(index, api, boxes=BOXES[boxes], **LIMITS[limits])
    assert count or boxes in ("point", "nowhere")


def test_the_same_within_polygons(api, index):
    chance = random.Random(3)
    for _ in range(5):
        x, y = chance.uniform(-150, 100), chance.uniform(-60, 40)
        shape = {"type": "Polygon", "coordinates": [[[x, y], [x + 50, y + 9], [x, y + 40], [x, y]]]}
        region = Region.of_query({"intersects": shape})
        for area in (Area(MOON, (), region), Area(MOON, (region.box,), region)):
            request = SearchRequest(api.root, ("a", "b", "c"), area, max_items=40)
            with opened(index) as there:
                search = IndexSearch(request, there, lambda *_: None, bool)
                from_index = list(search)
            reference = search_of(request, PATIENT)
            assert list(reference) == from_index
            assert (search.report.read, search.report.beside, search.report.cut) == (
                reference.report.read,
                reference.report.beside,
                reference.report.cut,
            )


def test_what_most_items_left_out_is_said(api, index):
    request = request_of(api, max_items=50)
    with opened(index) as there:
        search = IndexSearch(request, there, lambda *_: None, bool)
        assert len(list(search)) == 50
    assert "MAX_ITEMS ended the reading after 50" in search.report.warnings()[0]


def test_collections_come_in_the_order_of_the_request(api, index):
    assert [one.collection for one in found(index, api, "c", "a", boxes=BOXES["pole"])] == [
        one.collection for name in "ca" for one in found(index, api, name, boxes=BOXES["pole"])
    ]


def test_a_search_can_be_cancelled(api, index):
    with opened(index) as there:
        search = IndexSearch(request_of(api), there, lambda *_: None, lambda: True)
        with pytest.raises(CancelledError):
            list(search)


def test_by_the_address_of_a_file(api, index, tmp_path):
    there = tmp_path / "my 100% moon.gpkg"
    there.write_bytes(index.read_bytes())
    same_as_api(there.as_uri(), api)


def test_from_a_zip_that_is_unpacked_once(api, index, tmp_path):
    packed = tmp_path / "moon.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(index, "folder/moon.gpkg")
    assert same_as_api(packed, api) == 303
    (there,) = (tmp_path / "unpacked").iterdir()
    before = there.stat()
    assert same_as_api(packed, api) == 303
    assert there.stat() == before
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(index, "moon.gpkg")
    assert same_as_api(packed, api) == 303
    assert len(list((tmp_path / "unpacked").iterdir())) == 1
