"""What a catalogue sends though it was not asked for is left out, counted and told once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from ard_qgis_plugin.core.geometry.box import Box
from tests.support.searches import nothing_left, request_of, search, search_of
from tests.support.servers.stac_api import StacApi, answer, item

pytestmark = pytest.mark.filterwarnings("error")

NEAR, FAR = (Box(-1.0, -1.0, 2.0, 2.0),), 50.0


class ApiWithoutParameters(StacApi):
    """An API that ignores parameters."""

    def __init__(self, items, *ignored, **options):
        super().__init__(items, **options)
        self._ignored = ignored
        self.asked_for = None

    def _search(self, wanted):
        self.asked_for = self.asked_for or wanted
        heard = {name: value for name, value in wanted.items() if name not in self._ignored}
        return super()._search(heard)


def at(collection, number, west=0.0, **properties):
    return item(collection, number, west, properties=properties)


def nameless(collection, number):
    return {**item(collection, number), "collection": None}


def day(number):
    return f"2009-06-{number:02}T12:00:00Z"


def june(number, hour=0):
    return datetime(2009, 6, number, hour, tzinfo=timezone.utc)


MIXED = {
    name: [at(name, number, datetime=day(1 + number)) for number in range(5)] for name in ("a", "b")
}


def test_items_of_other_collections_are_left_out():
    with ApiWithoutParameters(MIXED, "collections") as api:
        result = search(api, "a")
    assert result.ids == [f"a-{number:03}" for number in range(5)]
    (warning,) = result.report.warnings()
    assert "asked for: 5 of another collection (e.g. b-000, collection b); they" in warning
    assert result.report.read == 5


@pytest.mark.parametrize("page", [2, 100])
def test_each_is_there_once_though_each_search_gives_all(page):
    """Three collections searched, 48 rows for 16 observations: what was seen elsewhere."""
    items = {name: [item(name, number) for number in range(5)] for name in "abc"}
    with ApiWithoutParameters(items, "collections", largest_page=page) as api:
        result = search(api)
    assert sorted(result.ids) == sorted(one["id"] for found in items.values() for one in found)
    assert result.report.warnings() == []


def test_items_that_name_no_collection_are_there_once_too():
    items = {name: [nameless(name, number) for number in range(3)] for name in "ab"}
    with ApiWithoutParameters(items, "collections") as api:
        result = search(api)
    assert result.ids == [one["id"] for found in items.values() for one in found]


def test_the_same_id_where_no_collection_is_named_may_be_of_two_observations():
    def nameless_at(name):
        return {
            **nameless(name, 1),
            "id": "same",
            "assets": {"image": {"href": f"https://h/{name}.tif"}},
        }

    with StacApi({name: [nameless_at(name)] for name in "ab"}) as api:
        result = search(api)
    assert [(one.collection, one.assets["image"].href) for one in result.observations] == [
        ("a", "https://h/a.tif"),
        ("b", "https://h/b.tif"),
    ]


def test_a_link_tells_the_collection_where_the_item_does_not():
    link = {"rel": "collection", "href": "https://h/api/collections/b"}
    items = {"a": [item("a", 1), {**nameless("a", 2), "links": [link]}]}
    with StacApi(items) as api:
        result = search(api, "a")
    assert result.ids == ["a-001"]
    assert "1 of another collection (e.g. a-002, collection b)" in result.report.warnings()[0]


def test_two_collections_may_have_the_same_id():
    items = {name: [item(name, 1, id="same")] for name in ("a", "b")}
    with StacApi(items) as api:
        result = search(api)
    assert [(one.collection, one.id) for one in result.observations] == [
        ("a", "same"),
        ("b", "same"),
    ]


def test_a_collection_in_other_letters_is_the_same():
    with StacApi({"Moon": [item("moon", 1)]}) as api:
        result = search(api)
    assert (len(result.ids), result.report.warnings()) == (1, [])


TIMES = {  # what an item says of its time, and whether it is between 2 June and 4 June, noon
    "before": ({"datetime": day(1)}, False),
    "within": ({"datetime": day(3)}, True),
    "after": ({"datetime": day(5)}, False),
    "at the start": ({"datetime": "2009-06-02T00:00:00Z"}, True),
    "a moment before": ({"datetime": "2009-06-01T23:59:59.999Z"}, False),
    "at the end": ({"datetime": "2009-06-04T12:00:00Z"}, True),
    "a moment after": ({"datetime": "2009-06-04T12:00:00.001Z"}, False),
    "in another zone": ({"datetime": "2009-06-02T01:00:00+02:00"}, False),
    "by day of year": ({"datetime": "2009-154T12:00:00"}, True),
    "by another day of year": ({"datetime": "2009-152T12:00:00"}, False),
    "with a blank": ({"datetime": "2009-06-03 12:00:00+00:00"}, True),
    "a date": ({"datetime": "2009-06-04"}, True),
    "the date before": ({"datetime": "2009-06-01"}, False),
    "a span before": ({"start_datetime": day(1), "end_datetime": "2009-06-01T13:00:00Z"}, False),
    "a span into it": ({"start_datetime": day(1), "end_datetime": day(2)}, True),
    "a span around it": ({"start_datetime": day(1), "end_datetime": day(9)}, True),
    "a span out of it": ({"start_datetime": day(4), "end_datetime": day(9)}, True),
    "a span after it": ({"start_datetime": day(5), "end_datetime": day(9)}, False),
    "a span with a moment": (
        {"datetime": day(1), "start_datetime": day(1), "end_datetime": day(3)},
        True,
    ),
    "a span whose datetime is null": (
        {"datetime": None, "start_datetime": day(5), "end_datetime": day(6)},
        False,
    ),
    "an open start": ({"end_datetime": day(1)}, False),
    "an open start into it": ({"end_datetime": day(9)}, True),
    "an open end": ({"start_datetime": day(5)}, False),
    "an open end from before": ({"start_datetime": day(1)}, True),
    "a span in the wrong order": ({"start_datetime": day(9), "end_datetime": day(3)}, True),
    "no time": ({}, True),
    "null": ({"datetime": None}, True),
    "not a time": ({"datetime": "yesterday"}, True),
}


@pytest.mark.parametrize("name", TIMES)
def test_items_of_other_times_are_left_out(name):
    properties, belongs = TIMES[name]
    with ApiWithoutParameters({"a": [at("a", 1, **properties)]}, "datetime") as api:
        result = search(api, start=june(2), end=june(4, 12))
    assert api.asked_for["datetime"] == "2009-06-02T00:00:00Z/2009-06-04T12:00:00Z"
    assert result.ids == (["a-001"] if belongs else [])
    assert ("1 of another time (e.g. a-001" in str(result.report.warnings())) is not belongs
    assert len(result.report.warnings()) == (not belongs)


@pytest.mark.parametrize(
    ("start", "end", "ids"),
    [
        (june(3), None, ["a-002", "a-003", "a-004"]),
        (None, june(3), ["a-000", "a-001"]),
        (june(3, 12), june(3, 12), ["a-002"]),
        (datetime(2009, 6, 3), datetime(2009, 6, 4), ["a-002"]),  # noqa: DTZ001
    ],
)
def test_open_ends_and_moments(start, end, ids):
    with ApiWithoutParameters(MIXED, "datetime") as api:
        result = search(api, "a", start=start, end=end)
    assert result.ids == ids
    assert f"{5 - len(ids)} of another time" in result.report.warnings()[0]


def test_items_of_other_places_are_left_out():
    items = {"a": [item("a", 1), item("a", 2, FAR), item("a", 3, 1.5), item("a", 4, -FAR)]}
    with ApiWithoutParameters(items, "bbox") as api:
        result = search(api, boxes=NEAR)
    assert result.ids == ["a-001", "a-003"]
    (warning,) = result.report.warnings()
    assert "2 of another place (e.g. a-002, place 50..51 east, 0..1 north)" in warning
    assert result.report.beside == 0


@pytest.mark.parametrize(
    ("bbox", "belongs"),
    [
        ([0, 0, 1, 1], True),
        ([50, 0, 51, 1], False),
        ([360, 0, 361, 1], True),
        ([359.5, 0, 361, 1], True),
        ([359.5, 0, 0.5, 1], True),  # west of east: of no known place
        ([-1.5, -1.5, -9, 1, 1, 9], True),
        ([1, 50, 0, 2, 51, 1], False),
        ([50, 0, 51], True),
        (["50", 0, 51, 1], False),
        (None, True),
        ([None] * 4, True),
        ([float("nan")] * 4, True),
    ],
)
def test_an_item_without_a_footprint_is_where_its_box_is(bbox, belongs):
    one = item("a", 1, geometry=None, bbox=bbox)
    with ApiWithoutParameters({"a": [one]}, "bbox") as api:
        result = search(api, boxes=NEAR)
    assert result.ids == (["a-001"] if belongs else [])
    assert ("1 of another place (e.g. a-001" in str(result.report.warnings())) is not belongs


def test_all_that_is_ignored_is_one_warning():
    items = {
        "a": [
            at("a", 1, datetime=day(3)),
            at("a", 2, datetime=day(9)),
            at("a", 3, FAR, datetime=day(3)),
        ],
        "b": [at("b", 1), at("b", 2)],
    }
    with ApiWithoutParameters(items, "collections", "datetime", "bbox") as api:
        result = search(api, "a", boxes=NEAR, start=june(2), end=june(4))
    assert result.ids == ["a-001"]
    (warning,) = result.report.warnings()
    assert "1 of another time, 2 of another collection, 1 of another place (e.g. a-002" in warning
    assert result.report.taken == 5


def test_what_was_not_asked_for_counts_towards_max_items():
    """It was read: without a bound a catalogue that ignores everything would be read whole."""
    with ApiWithoutParameters(MIXED, "collections", largest_page=2) as api:
        result = search(api, "b", max_items=7)
    assert result.ids == ["b-000", "b-001"]
    cut, unrequested = result.report.warnings()
    assert "after 7 observations, the catalogue holds 10" in cut
    assert "5 of another collection" in unrequested


def test_progress_comes_to_its_end():
    with ApiWithoutParameters(MIXED, "collections") as api:
        result = search(api, "a", max_items=0)
    assert result.progress[-1] == (10, 10)


def test_an_id_of_several_lines_makes_no_further_line():
    with StacApi({"a": []}) as api:
        page = {"features": [item("b\nc", 1, id="x\ny")]}
        api.script("/api/search", answer(page))
        (warning,) = search(api).report.warnings()
    assert "\n" not in warning


def test_what_was_asked_for_with_a_user_s_zone_is_the_same_moment():
    with ApiWithoutParameters(MIXED, "datetime") as api:
        start = datetime.fromisoformat("2009-06-03T14:00:00+02:00")
        request = replace(request_of(api, "a", labels=False), start=start)
        assert [one.id for one in search_of(request)] == ["a-002", "a-003", "a-004"]
        nothing_left(api)
