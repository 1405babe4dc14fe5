"""The pipeline: MAX_ITEMS, counts and progress."""

from __future__ import annotations

import asyncio
import itertools

import pytest

from ard_qgis_plugin.core.geometry.box import Box
from tests.support.clock.conditions import until
from tests.support.searches import (
    add_labels,
    error_of,
    search,
)
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, across, answer, item

pytestmark = pytest.mark.filterwarnings("error")

MANY = {name: [item(name, number) for number in range(7)] for name in "abc"}
IDS = [one["id"] for found in MANY.values() for one in found]


@pytest.mark.parametrize(("limit", "cut"), [(1, True), (7, True), (9, True), (20, True)])
@pytest.mark.parametrize("page", [1, 3, 7, 100])
@pytest.mark.parametrize("counts", ["numberMatched", "context"])
def test_max_items_cuts_and_says_how_many_there_are(limit, cut, page, counts):
    with StacApi(MANY, largest_page=page, counts=counts) as api:
        result = search(api, max_items=limit)
    assert result.ids == IDS[:limit]
    assert (result.report.cut, result.report.matched) == (cut, 21)
    (warning,) = result.report.warnings()
    assert f"ended the reading after {limit} observations, the catalogue holds 21: raise" in warning


@pytest.mark.parametrize("limit", [0, 21, 22, 1000])
@pytest.mark.parametrize("page", [1, 7, 100])
def test_max_items_that_suffices_says_nothing(limit, page):
    with StacApi(MANY, largest_page=page) as api:
        result = search(api, max_items=limit)
    assert result.ids == IDS
    assert (result.report.cut, result.report.matched) == (False, 21)
    assert result.report.warnings() == []


def test_the_count_is_asked_of_collections_that_were_not_reached():
    items = {f"c{n:02}": [item(f"c{n:02}", k) for k in range(5)] for n in range(12)}
    is_counting = asyncio.Event()

    async def search_page(exchange):
        if b'"limit":1' in exchange.request.body.replace(b" ", b""):
            is_counting.set()
        elif b'"c00"' not in exchange.request.body:
            await is_counting.wait()  # else all may have been read ahead
        await api.usual(exchange)

    with StacApi(items) as api:
        api.script("/api/search", search_page)
        result = search(api, max_items=3)
    assert (len(result.ids), result.report.matched) == (3, 60)
    asked = [one["collections"][0] for one in api.searches]
    assert set(asked) == set(items)
    assert {one["limit"] for one in api.searches} == {4, 1}


@pytest.mark.parametrize("unknown", [200, 404])
@pytest.mark.parametrize("page", [1, 2, 100])
def test_an_unknown_collection_is_told_though_it_is_not_reached(unknown, page):
    with StacApi(MANY, largest_page=page, unknown=unknown) as api:
        assert "no collection 'd'" in str(error_of(api, "a", "b", "d", max_items=2))


@pytest.mark.parametrize("page", [1, 2, 100])
def test_a_failure_that_max_items_does_not_reach_is_none(page):
    with StacApi(MANY, largest_page=page) as api:

        async def search_page(exchange):
            first = b'"a"' in exchange.request.body
            await (api.usual if first else faults.status(400))(exchange)

        api.script("/api/search", search_page)
        result = search(api, "a", "b", max_items=3)
    assert (result.ids, result.report.cut, result.report.matched) == (IDS[:3], True, None)


@pytest.mark.parametrize("counts", [None, "wrong"])
def test_a_cut_without_a_count_says_that_there_are_more(counts):
    with StacApi(MANY, counts=None) as api:
        if counts == "wrong":
            api.script("/api/search", answer({"features": MANY["a"], "numberMatched": 2}))
        result = search(api, "a", max_items=3)
    assert result.ids == IDS[:3]
    assert "the catalogue holds more: raise" in result.report.warnings()[0]


def test_no_more_pages_are_asked_for_than_max_items_can_take():
    with StacApi(MANY) as api:

        async def search_page(exchange):
            if b'"a"' in exchange.request.body:  # the others have long been read then
                await until(lambda: len(api.searches) == len(MANY) - 1)
                await asyncio.sleep(0.2)
            await api.usual(exchange)

        api.script("/api/search", search_page)
        assert search(api, max_items=1).ids == IDS[:1]
    asked = [one["collections"][0] for one in api.searches]
    assert (asked.count("b"), asked.count("c")) == (1, 1)


def test_what_comes_again_counts_once_towards_max_items():
    boxes = Box(170.0, 0.0, 180.0, 1.0), Box(-180.0, 0.0, -170.0, 1.0)
    with StacApi({"a": [across("a", n) for n in range(5)]}, largest_page=2) as api:
        result = search(api, boxes=boxes, max_items=5)
    assert (len(result.ids), result.report.cut) == (5, False)


def test_nothing_found_is_no_error():
    with StacApi({"a": [], "b": []}) as api:
        result = search(api)
    assert (result.ids, result.report.matched, result.report.read) == ([], 0, 0)


@pytest.mark.parametrize(
    ("counts", "limit"), [*itertools.product(["numberMatched", None], [0, 15, 99])]
)
def test_progress_only_grows_and_comes_to_its_end(counts, limit):
    with StacApi(MANY, largest_page=2, counts=counts) as api:
        result = search(api, max_items=limit)
    done = [call[0] for call in result.progress]
    totals = [call[1] for call in result.progress]
    assert done == sorted(done)
    assert done[-1] == len(result.ids)
    known = min(limit or 21, 21) if counts else limit or None
    assert totals[-1] == known
    assert set(totals) <= {known, limit or None}
    shares = [d / t for d, t in result.progress if t]
    assert shares == sorted(shares)


def test_progress_does_not_believe_a_wrong_count():
    page = {"features": MANY["a"], "numberMatched": 3}
    with StacApi({"a": []}) as api:
        api.script("/api/search", answer(page))
        assert search(api, max_items=0).progress[-1] == (7, None)


def test_max_items_counts_what_is_read_not_what_is_kept():
    with StacApi({}) as api:
        add_labels(api, "a", 9)
        result = search(api, labels=True, min_incidence=12, max_items=4)
    assert [one.incidence for one in result.observations] == [12, 13]
    assert (result.report.read, result.report.matched, result.report.cut) == (4, 9, True)
