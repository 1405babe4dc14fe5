"""Collections read into an index and brought up to date: what is asked for, and what is kept."""

from __future__ import annotations

import json

import pytest

from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.geometry.region import Region
from ard_qgis_plugin.core.index.storage.entry import Change
from ard_qgis_plugin.core.model.errors import CancelledError, CatalogError, InputError
from ard_qgis_plugin.core.model.observation import LabelStatus
from tests.support.clock.stopwatch import Stopwatch
from tests.support.indices import (
    MOON,
    UPDATED,
    UpdatedApi,
    check,
    found,
    keep,
    opened,
    same_as_api,
    updated,
)
from tests.support.searches import LABEL, add_labels, nothing_left
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, across, answer, item

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture
def api():
    with StacApi({}, largest_page=5) as api:
        add_labels(api, "a", 12)
        add_labels(api, "b", 7, west=20)
        yield api


@pytest.fixture
def newer_api():
    with UpdatedApi({}, largest_page=5) as api:
        add_labels(api, "a", 12)
        for each in api.items["a"]:
            updated(each)
        yield api


def labels_asked(api, since=0):
    return [one.target for one in api.requests[since:] if one.target.endswith(".pvl")]


def counts(report):
    changes = report.changes
    return changes[Change.NEW], changes[Change.CHANGED], changes[Change.LABEL], report.gone


def test_all_is_kept_once_and_nothing_read_twice(api, path):
    first = keep(path, api)
    assert counts(first) == (19, 0, 0, 0)
    assert (first.with_incidence, first.without_incidence) == (19, 0)
    asked = len(labels_asked(api))
    assert asked == 19
    again = keep(path, api)
    assert counts(again) == (0, 0, 0, 0)
    assert again.total == 19
    assert len(labels_asked(api)) == asked
    check(path)
    assert same_as_api(path, api) == 19
    nothing_left(api)


def test_progress_comes_to_its_end(api, path):
    told = []
    keep(path, api, progress=lambda *call: told.append(call))
    assert told[-1] == (19, 19)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_where_the_api_can_only_what_is_new_is_asked_for(newer_api, path):
    keep(path, newer_api)
    since = len(newer_api.searches)
    assert counts(keep(path, newer_api)) == (0, 0, 0, 0)
    count, newer = newer_api.searches[since:][0], newer_api.searches[since:][-1]
    assert count["limit"] == 1
    assert newer["query"]["updated"]["gt"] == UPDATED
    pages = [one for one in newer_api.searches[since:] if one["limit"] > 1]
    assert all("query" in one for one in pages)


def test_new_and_changed_items_come_alone(newer_api, path):
    keep(path, newer_api)
    add_labels(newer_api, "b", 1)  # another collection, not asked for
    since, asked = len(newer_api.searches), len(labels_asked(newer_api))
    add_labels(newer_api, "a", 14)
    items = newer_api.items["a"]
    items[12:] = [updated(each, "2024-01-01T00:00:00Z") for each in items[24:]]
    updated(items[4], "2024-02-01T00:00:00Z")["properties"]["title"] = "renamed"
    assert counts(keep(path, newer_api, "a")) == (2, 1, 0, 0)
    assert len(labels_asked(newer_api)) - asked == 3
    assert all("query" in one for one in newer_api.searches[since:] if one["limit"] > 1)
    check(path)
    assert same_as_api(path, newer_api, "a") == 14
    assert found(path, newer_api, "a")[4].title == "renamed"


def test_new_items_take_the_catalogues_order_by_time(path):
    def one(number, day):
        made = updated(item("a", number))
        made["properties"]["datetime"] = f"2008-01-{day:02}T00:00:00Z"
        return made

    with UpdatedApi({"a": [one(n, 20 - 2 * n) for n in range(8)]}, largest_page=3) as api:
        keep(path, api, labels=False)
        late = updated(one(50, 17), "2024-01-01T00:00:00Z")
        api.items["a"].insert(2, late)
        assert counts(keep(path, api, labels=False)) == (1, 0, 0, 0)
        assert same_as_api(path, api, labels=False) == 9
        assert found(path, api, labels=False)[2].id == "a-050"


def test_an_api_that_passes_over_the_question_is_read_whole(path):
    with StacApi({}, largest_page=5) as api:
        add_labels(api, "a", 6)
        for each in api.items["a"]:
            updated(each)
        claims = "https://api.stacspec.org/v1.0.0/item-search#query"
        root = api.root_document()
        api.script("/api", answer({**root, "conformsTo": [*root["conformsTo"], claims]}))
        keep(path, api)
        updated(api.items["a"][2], "2024-02-01T00:00:00Z")
        api.items["a"].append(updated(item("a", 99)))
        assert counts(keep(path, api)) == (1, 1, 0, 0)
        assert same_as_api(path, api) == 7


def test_an_api_that_fails_at_the_question_is_read_whole(newer_api, path):
    keep(path, newer_api)
    usual = newer_api._search

    def refuses(wanted):
        return faults.status(400, b"{}") if "query" in wanted else usual(wanted)

    newer_api._search = refuses
    newer_api.items["a"].append(updated(item("a", 99)))
    assert counts(keep(path, newer_api)) == (1, 0, 0, 0)


@pytest.mark.parametrize("kind", [StacApi, UpdatedApi])
def test_what_is_gone_is_marked_and_can_come_back(path, kind):
    with kind({}, largest_page=5) as api:
        add_labels(api, "a", 12)
        for each in api.items["a"]:
            updated(each)
        keep(path, api)
        lost = api.items["a"].pop(3)
        report = keep(path, api)
        assert counts(report) == (0, 0, 0, 1)
        assert report.total == 11
        check(path)
        assert same_as_api(path, api) == 11
        with opened(path) as index:
            rows = list(index.select("SELECT id, gone FROM observation WHERE gone IS NOT NULL", ()))
        assert [name for name, _ in rows] == [lost["id"]]
        assert rows[0][1].startswith("20")
        api.items["a"].insert(3, lost)
        assert counts(keep(path, api)) == (0, 1, 0, 0)
        assert same_as_api(path, api) == 12


def sent_twice(api, number, instead):
    """Has an API send one item again in the place of another; returns how it sent before."""
    usual, items = api._search, api.items["a"]

    def search(wanted):
        whole, api.items["a"] = items, [*items]
        api.items["a"][instead] = items[number]
        try:
            return usual(wanted)
        finally:
            api.items["a"] = whole

    api._search = search
    return usual


@pytest.mark.parametrize("counts_all", ["numberMatched", None])
def test_what_another_came_in_place_of_is_not_taken_for_gone(path, counts_all):
    with StacApi({}, largest_page=5, counts=counts_all) as api:
        add_labels(api, "a", 12)
        keep(path, api)
        usual = sent_twice(api, 2, 8)
        report = keep(path, api)
        assert counts(report) == (0, 0, 0, 0)
        assert report.total == 12
        said = "it counts 12 and sent different ones: 11"
        assert (said in " ".join(report.labels.warnings())) == bool(counts_all)
        check(path)
        api._search = usual
        api.items["a"].pop(8)
        assert counts(keep(path, api)) == (0, 0, 0, 1)  # now it is gone


@pytest.mark.parametrize("most", [4, 5, 7, 10])
def test_a_repeated_item_is_noticed_across_a_reading_that_broke_off(path, most):
    with StacApi({}, largest_page=5) as api:
        add_labels(api, "a", 12)
        keep(path, api)
        with opened(path) as index:
            assert index.states["a"].read_at
        sent_twice(api, 1, 11)
        keep(path, api, max_items=most)
        assert counts(keep(path, api)) == (0, 0, 0, 0)
        with opened(path) as index:
            assert not list(index.select("SELECT id FROM observation WHERE gone IS NOT NULL", ()))


class Forgetful(StacApi):
    """An API whose links don't say how many items, so that smaller pages begin anew."""

    lost = ""  # the id of an item that it counts and doesn't send

    def _links(self, wanted, token):
        return super()._links({k: v for k, v in wanted.items() if k != "limit"}, token)

    def _search(self, wanted):
        whole = self.items["a"]
        self.items["a"] = [one for one in whole if one["id"] != self.lost]
        try:
            return super()._search(wanted)
        finally:
            self.items["a"] = whole

    def _count(self, found):
        return {"numberMatched": len(found) + bool(self.lost)}


def test_pages_that_begin_anew_hide_no_missing_item(path):
    with Forgetful({}, largest_page=5) as api:
        add_labels(api, "a", 12)
        keep(path, api)
        api.lost = api.items["a"][8]["id"]
        usual, failed = api._search, []

        def fails_once(wanted):
            if wanted.get("token") == "5" and not failed:
                failed.append(wanted)
                return faults.status(413)
            return usual(wanted)

        api._search = fails_once
        report = keep(path, api)
        assert len(failed) == 1
        assert (counts(report), report.total) == ((0, 0, 0, 0), 12)
        assert "it counts 12 and sent 11" in " ".join(report.labels.warnings())


def test_two_boxes_may_have_an_item_in_common(path):
    items = {"a": [item("a", n, west=10.0 * n) for n in range(9)] + [across("a", 50)]}
    with StacApi(items, largest_page=4) as api:
        boxes = (Box(0, -5, 180, 5), Box(-180, -5, -170, 5))
        more = Area(MOON, boxes, Region.of_boxes(boxes))
        assert keep(path, api, area=more, labels=False).labels.warnings() == []
        items["a"].pop(2)
        report = keep(path, api, area=more, labels=False)
        assert (counts(report), report.labels.warnings()) == ((0, 0, 0, 1), [])


def test_without_a_time_an_item_is_known_by_what_is_in_it(api, path):
    keep(path, api)
    api.items["a"][2]["geometry"]["coordinates"][0][1][0] += 0.5
    api.items["b"][1]["assets"]["image"] = {"href": "http://x/y.tif"}
    assert counts(keep(path, api)) == (0, 2, 0, 0)
    assert same_as_api(path, api) == 19


def test_labels_that_failed_are_read_again(api, path):
    good = faults.ok(LABEL.format(14).encode())
    api.script("/a/3.pvl", faults.status(404))
    api.script("/a/4.pvl", faults.status(403))
    first = keep(path, api)
    assert (first.with_incidence, first.without_incidence) == (17, 2)
    assert "not on the server: 1 of 19" in " ".join(first.labels.warnings())
    asked = len(api.requests)
    api.script("/a/4.pvl", good)
    second = keep(path, api)
    assert second.without_incidence == 1
    assert set(labels_asked(api, asked)) == {"/a/3.pvl", "/a/4.pvl"}
    api.script("/a/3.pvl", good)
    assert keep(path, api).with_incidence == 19
    check(path)
    assert same_as_api(path, api) == 19


def test_an_index_without_labels_gets_them_later(api, path):
    report = keep(path, api, labels=False)
    assert (report.with_incidence, report.without_incidence) == (0, 19)
    assert labels_asked(api) == []
    assert {each.label_status for each in found(path, api)} == {LabelStatus.NOT_READ}
    assert same_as_api(path, api, labels=False) == 19
    report = keep(path, api)
    assert counts(report) == (0, 0, 19, 0)
    assert same_as_api(path, api) == 19


def test_labels_that_were_left_off_are_read_so_many_at_a_time(api, path):
    keep(path, api, labels=False)
    api.script("/a/0.pvl", faults.status(404))
    for known in (4, 9):
        assert keep(path, api, "a", max_items=5).with_incidence == known
        with opened(path) as index:
            assert not index.states["a"].labels  # not all of them
    assert keep(path, api, "a").with_incidence == 11
    assert same_as_api(path, api, "a") == 12


def test_all_labels_can_be_read_again(api, path):
    keep(path, api)
    for number in range(12):
        api.script(f"/a/{number}.pvl", faults.ok(LABEL.format(50 + number).encode()))
    report = keep(path, api, "a", refresh=True)
    assert counts(report) == (0, 0, 12, 0)
    assert [one.incidence for one in found(path, api, "a", labels=True)] == [*range(50, 62)]


def test_most_items_of_a_run_and_the_rest_in_another(api, path):
    first = keep(path, api, "a", max_items=7)
    assert counts(first) == (7, 0, 0, 0)
    with opened(path) as index:
        assert not index.states["a"].read_at
    second = keep(path, api, "a")
    assert counts(second) == (5, 0, 0, 0)
    assert len(labels_asked(api)) == 12
    assert same_as_api(path, api, "a") == 12


def test_a_reading_that_broke_off_goes_on_at_its_page(api, path):
    usual = api._search

    def fails(wanted):
        return faults.status(400, b"{}") if wanted.get("token") == "10" else usual(wanted)

    api._search = fails
    with pytest.raises(CatalogError, match="run ard:index again, it goes on there"):
        keep(path, api, "a")
    with opened(path) as index:
        reading = index.states["a"].reading
    assert reading.rank in (5, 10)
    api._search = usual
    since = len(api.searches)
    keep(path, api, "a")
    pages = [one for one in api.searches[since:] if one["limit"] > 1]
    assert pages[0]["token"] == str(reading.rank)
    assert len(labels_asked(api)) <= 12 + 5  # those under way when it broke off
    check(path)
    assert same_as_api(path, api, "a") == 12


def test_a_page_that_the_api_has_forgotten_begins_the_reading_anew(api, path):
    keep(path, api, "a", max_items=7)
    usual = api._search

    def forgets(wanted):
        return faults.status(400, b"{}") if wanted.get("token") == "5" else usual(wanted)

    api._search = forgets
    api._largest_page = 6  # so that no other token is 5
    keep(path, api, "a")
    assert len(labels_asked(api)) == 12
    check(path)
    assert same_as_api(path, api, "a") == 12


def test_a_part_of_the_body_and_then_more_of_it(path):
    items = {"a": [item("a", n, west=10.0 * n) for n in range(9)] + [across("a", 50)]}
    with StacApi(items, largest_page=4) as api:
        west = Area(MOON, (Box(0, -5, 35, 5),))
        assert counts(keep(path, api, area=west, labels=False)) == (4, 0, 0, 0)
        assert counts(keep(path, api, labels=False)) == (0, 0, 0, 0)  # the same place again
        assert same_as_api(path, api, labels=False, boxes=west.boxes) == 4
        east = (Box(60, -5, 180, 5), Box(-180, -5, -170, 5))
        more = Area(MOON, east, Region.of_boxes(east))
        assert counts(keep(path, api, area=more, labels=False)) == (4, 0, 0, 0)
        assert same_as_api(path, api, labels=False, boxes=east) == 4
        assert same_as_api(path, api, labels=False, boxes=west.boxes) == 4
        assert len(found(path, api)) == 8


def test_other_bodies_are_left_out_and_counted(path):
    items = [item("a", n) for n in range(4)]
    items[1]["properties"]["ssys:targets"] = ["Mars"]
    with StacApi({"a": items}) as api:
        report = keep(path, api, labels=False)
        assert report.total == 3
        assert "another body" in " ".join(report.labels.warnings())
        assert counts(keep(path, api, labels=False)) == (0, 0, 0, 0)


def test_two_items_of_one_id_and_items_without_any(path):
    items = [item("a", 1), item("a", 1), item("a", 2), {**item("a", 3), "id": None}]
    with StacApi({"a": items}) as api:
        assert counts(keep(path, api, labels=False)) == (3, 0, 0, 0)
        check(path)
        second = keep(path, api, labels=False)
        assert second.total == 3
        check(path)


def test_citation_and_addresses_of_the_collections_are_kept(path):
    with StacApi({"a": [item("a", 1)]}) as api:
        document = {"type": "Collection", "id": "a", "title": "The A", "sci:doi": "10.5072/a.b"}
        api.script("/api/collections/a", answer(document))
        root = api.root.replace("//", "//user:secret@")
        keep(path, root, "a", labels=False)
        with opened(path) as index:
            state = index.states["a"]
    assert state.api_url == api.root
    assert state.source.title == "The A"
    assert state.source.dois == ("10.5072/a.b",)
    assert b"secret" not in path.read_bytes()


class KeyedApi(StacApi):
    """An API that wants a key in the address, and repeats it in its links, as some do."""

    def root_document(self, **members):
        text = json.dumps(super().root_document(**members))
        return json.loads(text.replace("/api/search", f"/api/search?{KEY}"))

    def _links(self, wanted, token):
        return [{**link, "headers": {"X-Key": "s3cr:t"}} for link in super()._links(wanted, token)]


KEY = "api_key=s3cr%3At&f=1"


@pytest.mark.parametrize("paging", ["href", "relative", "body"])
def test_a_reading_that_broke_off_keeps_no_key_and_goes_on_with_it(path, paging):
    methods = ("POST",) if paging == "body" else ("GET",)
    with KeyedApi({}, largest_page=5, paging=paging, methods=methods) as api:
        add_labels(api, "a", 12)
        root = f"{api.root}?{KEY}"
        keep(path, root, "a", labels=False, max_items=6)
        assert b"s3cr" not in path.read_bytes()
        keep(path, root, "a", labels=False)
        went_on = [one for one in api.requests if "token=10" in one.target]
        if paging != "body":
            assert all(KEY in one.target for one in went_on)
            assert went_on
        assert same_as_api(path, api, labels=False) == 12
        assert b"s3cr" not in path.read_bytes()


def test_another_api_is_another_index(api, path):
    keep(path, api, "a", labels=False)
    with StacApi({"a": [item("a", 1)]}) as other, pytest.raises(InputError, match="choose another"):
        keep(path, other, labels=False)


def test_a_collection_that_is_not_there(api, path):
    with pytest.raises(InputError, match="has no collection 'aa'"):
        keep(path, api, "aa")


def test_cancelled_at_once_it_is_whole_and_goes_on(api, path):
    watches = []
    for name in "ab":
        for number in range(7):
            label = faults.ok(LABEL.format(10 + number).encode())
            api.script(f"/{name}/{number}.pvl", faults.held(lambda: bool(watches), label))
    looks = iter([False, False])

    def is_cancelled():
        if next(looks, True):
            watches.append(Stopwatch())
        return bool(watches)

    with pytest.raises(CancelledError):
        keep(path, api, is_cancelled=is_cancelled)
    assert watches[0].seconds() < 1
    nothing_left(api)
    check(path)
    assert keep(path, api).total == 19
    assert same_as_api(path, api) == 19
