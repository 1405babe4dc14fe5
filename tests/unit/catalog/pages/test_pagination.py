"""Pages: made smaller until the API can send them, without loss or repetition."""

from __future__ import annotations

import json
import re
from http import HTTPStatus

import pytest

from ard_qgis_plugin.core.catalog.catalog import PAGE_SIZE
from ard_qgis_plugin.core.catalog.pages import page_reply
from ard_qgis_plugin.core.catalog.pages.capabilities import Capabilities, Way
from ard_qgis_plugin.core.catalog.pages.page_request import PageRequest
from ard_qgis_plugin.core.catalog.pages.pagination import Pages
from tests.support.searches import error_of, search
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, answer, item

pytestmark = pytest.mark.filterwarnings("error")

ITEMS = {"a": [item("a", number) for number in range(600)]}
IDS = [one["id"] for one in ITEMS["a"]]
GATEWAY = b'{"message": "Internal server error"}'


async def _seventy_mb(exchange):
    await exchange.answer(200, b"{", {}, length=70_000_000)


TOO_MUCH = {
    "413": faults.status(413),
    "502": faults.status(502, GATEWAY),
    "504": faults.status(504, b'{"message": "Endpoint request timed out"}'),
    "500 of the gateway": faults.status(500, GATEWAY),
    "70 MB": _seventy_mb,
}


def limit_of(request):
    """Returns the page size that a request asks for, by POST or GET."""
    found = re.search(r'"limit": ?(\d+)|[?&]limit=(\d+)', request.target + request.body.decode())
    return int(found[1] or found[2]) if found else None


def fails_above(api, largest, fault, first=0):
    """Answers as usual pages up to a size, and with a fault others, from item `first` on."""

    async def behave(exchange):
        wanted = _token(exchange.request)
        too_large = (limit_of(exchange.request) or PAGE_SIZE) > largest and wanted >= first
        await (fault if too_large else api.usual)(exchange)

    return behave


def _token(request):
    found = re.search(r'"token": ?"(\d+)"|[?&]token=(\d+)', request.target + request.body.decode())
    return int(found[1] or found[2]) if found else 0


class AnyPathApi(StacApi):
    """An API with one behaviour for all requests of a search, by POST and by GET."""

    too_much = None

    def _next(self, target):
        is_search = target.startswith("/api/search")
        return self.too_much if self.too_much and is_search else super()._next(target)


def test_what_the_api_itself_made_smaller_is_halved_at_once():
    link = {"rel": "next", "href": "/page", "method": "POST", "body": {"limit": 100}}
    with StacApi({"a": []}) as api:
        api.script("/api/search", answer({"features": ITEMS["a"][:100], "links": [link]}))
        api.script("/page", faults.status(413), answer({"features": ITEMS["a"][100:150]}))
        assert search(api).ids == IDS[:150]
    assert [limit_of(one) for one in api.asked("/page")] == [100, 50]


@pytest.mark.parametrize("fault", TOO_MUCH.values(), ids=TOO_MUCH)
@pytest.mark.parametrize("paging", ["body", "merge", "href", "relative"])
def test_a_page_that_is_too_much_is_asked_for_in_halves(paging, fault):
    with AnyPathApi(ITEMS, paging=paging) as api:
        api.too_much = fails_above(api, 70, fault, first=250)
        result = search(api, max_items=0)
    sizes = [limit_of(one) for one in api.requests if one.target.startswith("/api/search")]
    assert result.ids == IDS
    assert result.report.matched == 600
    assert result.report.warnings() == []
    assert sorted(set(sizes), reverse=True) == [250, 125, 62]
    assert sizes == sorted(sizes, reverse=True)  # what failed once is not tried again


@pytest.mark.parametrize(("enough", "ahead"), [(None, True), (2, True), (1, False)])
def test_the_next_page_is_under_way_while_this_one_is_worked_on(enough, ahead):
    asked = []

    def ask(asking):
        asked.append(asking.url)
        number = len(asked)
        link = {"rel": "next", "href": f"http://h/{number + 1}"}
        return lambda: {"features": [{"id": str(number)}], "links": [link]}

    pages = iter(Pages([Way(PageRequest("GET", "http://h/1"))], ask, Capabilities(10), enough))
    next(pages)
    assert asked == ["http://h/1", "http://h/2"][: 1 + ahead]
    next(pages)
    assert asked[:2] == ["http://h/1", "http://h/2"]


def test_lines_side_by_side_learn_from_one_another():
    items = {name: [item(name, number) for number in range(300)] for name in "abcdefghi"}
    with AnyPathApi(items) as api:
        api.too_much = fails_above(api, 70, TOO_MUCH["413"])
        result = search(api, max_items=0)
    assert result.ids == [one["id"] for found in items.values() for one in found]
    late = [one["limit"] for one in api.searches if one["collections"] == ["i"]]
    assert set(late) == {62}


def test_where_a_token_holds_the_page_size_all_begins_anew():
    """A `next` link that is nothing but a token can't be asked for with fewer items."""
    with StacApi({"a": []}) as api:

        async def behave(exchange):
            asked = json.loads(exchange.request.body)
            start, size = asked.get("token", [0, asked.get("limit")])
            if size > 100 and start >= 250:
                await TOO_MUCH["502"](exchange)
                return
            link = {
                "rel": "next",
                "method": "POST",
                "href": "/api/search",
                "body": {"token": [start + size, size]},
            }
            page = ITEMS["a"][start : start + size]
            await answer({"features": page, "links": [link] if page else []})(exchange)

        api.script("/api/search", behave)
        assert search(api, max_items=0).ids == IDS


def test_where_a_token_is_the_number_of_a_page_nothing_is_lost():
    with StacApi({"a": []}) as api:

        async def behave(exchange):
            asked = json.loads(exchange.request.body)
            number, size = asked.get("page", 0), asked["limit"]
            if size > 100 and number >= 1:
                await TOO_MUCH["413"](exchange)
                return
            page = ITEMS["a"][number * size : (number + 1) * size]
            link = {
                "rel": "next",
                "method": "POST",
                "href": "/api/search",
                "body": {**asked, "page": number + 1},
            }
            await answer({"features": page, "links": [link] if page else []})(exchange)

        api.script("/api/search", behave)
        assert search(api, max_items=0).ids == IDS


def test_an_api_that_can_t_send_a_single_item_is_told():
    with AnyPathApi(ITEMS) as api:
        api.too_much = fails_above(api, 0, TOO_MUCH["502"], first=250)
        error = str(error_of(api, max_items=0))
    assert error.startswith("The search of a ended at page 2, after 250 observations of it: ")
    assert "502 Bad Gateway: Internal server error" in error
    assert {1, 3, 7, 15, 31, 62, 125, 250} == {limit_of(one) for one in api.requests} - {None}


@pytest.mark.parametrize("code", [400, 401, 403, 404, 429, 500, 503])
def test_what_a_smaller_page_would_not_help_ends_the_search(code):
    with AnyPathApi(ITEMS) as api:
        api.too_much = fails_above(api, 0, faults.status(code, b'{"description": "No."}'), 250)
        assert f"{code} {HTTPStatus(code).phrase}: No" in str(error_of(api, max_items=0))
    assert {limit_of(one) for one in api.requests} - {None} == {250}


def test_a_page_above_64_mb_is_not_kept(monkeypatch):
    monkeypatch.setattr(page_reply, "_LARGEST_PAGE", 15_000)
    with StacApi(ITEMS) as api:
        assert search(api, max_items=0).ids == IDS
    assert api.searches[-1]["limit"] == 31


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_max_items_holds_with_smaller_pages(limit):
    with AnyPathApi(ITEMS) as api:
        api.too_much = fails_above(api, 1, TOO_MUCH["413"])
        result = search(api, max_items=limit)
    assert result.ids == IDS[:limit]
    assert result.report.cut
