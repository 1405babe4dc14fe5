"""The catalogue: every form of root, page, link and count of a real server, read in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.model.errors import InputError
from tests.support.searches import error_of, nothing_left, request_of, search, search_of
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, across, answer, item

pytestmark = pytest.mark.filterwarnings("error")

ITEMS = {name: [item(name, number) for number in range(7)] for name in ("b", "a")}
IN_ORDER = [one["id"] for name in ("b", "a") for one in ITEMS[name]]


@pytest.mark.parametrize("paging", ["body", "merge", "href", "relative", None])
@pytest.mark.parametrize("counts", ["numberMatched", "context", None])
def test_items_come_in_order_over_collections_and_pages(paging, counts):
    with StacApi(ITEMS, paging=paging, counts=counts, largest_page=3) as api:
        result = search(api)
    assert result.ids == IN_ORDER
    assert result.report.matched == (14 if counts else None)
    assert len(api.searches) == (2 if paging is None else 8)  # the last page is empty


def test_a_next_link_may_lead_to_another_host():
    with StacApi(ITEMS) as other, StacApi(ITEMS, largest_page=2, next_host=other) as api:
        assert search(api).ids == IN_ORDER
        nothing_left(other)
    assert len(api.searches) == 2
    assert {search["token"] for search in other.searches} == {"2", "252"}


@pytest.mark.parametrize(
    ("methods", "asked"), [(("GET",), "GET"), (("POST",), "POST"), (("POST", "GET"), "POST")]
)
def test_the_method_that_the_api_names_is_used(methods, asked):
    with StacApi(ITEMS, methods=methods, paging="href" if asked == "GET" else "body") as api:
        assert search(api).ids == IN_ORDER
    searches = [one for one in api.requests if one.target.startswith("/api/search")]
    assert {one.method for one in searches} == {asked}


def test_what_is_searched_arrives_as_it_is_meant():
    with StacApi(ITEMS) as api:
        search(api, "a", boxes=(Box(3.0, 4.0, 5.0, 6.0),), max_items=20)
    assert api.searches == [
        {"collections": ["a"], "bbox": [3.0, 4.0, 5.0, 6.0], "limit": 21},
    ]


@pytest.mark.parametrize("tail", ["", "/", "//"])
def test_a_trailing_slash_does_no_harm(tail):
    with StacApi(ITEMS) as api:
        request = replace(request_of(api, labels=False), api_url=api.root + tail)
        assert [one.id for one in search_of(request)] == IN_ORDER


def test_boxes_are_searched_each_and_merged_once():
    west, east = Box(-180.0, -5.0, -170.0, 5.0), Box(170.0, -5.0, 180.0, 5.0)
    places = [171, -171, None, 0, None]
    items = {
        name: [
            across(name, n) if west is None else item(name, n, west)
            for n, west in enumerate(places)
        ]
        for name in "ab"
    }
    with StacApi(items, largest_page=2) as api:
        result = search(api, boxes=(east, west))
    assert result.ids == [f"{name}-{n:03}" for name in "ab" for n in (0, 2, 4, 1)]
    assert {tuple(one["bbox"]) for one in api.searches} == {
        (-180.0, -5.0, -170.0, 5.0),
        (170.0, -5.0, 180.0, 5.0),
    }


def test_an_item_that_comes_again_is_left_out_but_not_one_without_an_id():
    double = [item("a", 1), item("a", 1), item("a", 2), {"id": 5}, {"id": None}, item("a", 1)]
    with StacApi({"a": double}, largest_page=4) as api:
        assert search(api).ids == ["a-001", "a-002", "", ""]


def test_a_collection_named_twice_is_searched_once():
    with StacApi(ITEMS) as api:
        assert search(api, "a", "b", "a").ids == [one["id"] for one in ITEMS["a"] + ITEMS["b"]]


def test_more_collections_than_are_read_at_once_keep_their_order():
    items = {f"c{n:02}": [item(f"c{n:02}", k) for k in range(5)] for n in range(13)}
    with StacApi(items, largest_page=2) as api:
        result = search(api)
    assert result.ids == [one["id"] for found in items.values() for one in found]
    assert result.report.matched == 65


def test_a_search_link_without_its_host_is_on_the_api_s():
    with StacApi(ITEMS) as api:
        api.script(
            "/api", answer(api.root_document(links=[{"rel": "search", "href": "/api/search"}]))
        )
        assert search(api).ids == IN_ORDER


@pytest.mark.parametrize("unknown", [200, 400, 404])
@pytest.mark.parametrize("order", [("b_moon", "a_mon"), ("a_mon", "b_moon")])
def test_an_unknown_collection_is_refused_with_the_nearest_ones(unknown, order):
    items = {name: [item(name, n) for n in range(9)] for name in ("a_moon", "b_moon", "mars")}
    with StacApi(items, unknown=unknown) as api:
        error = error_of(api, *order)
    assert isinstance(error, InputError)
    assert "has no collection 'a_mon': the nearest ones are" in str(error)
    assert "a_moon" in str(error)


@pytest.mark.parametrize(
    "listing",
    [
        faults.status(404),
        faults.ok(b"<html>"),
        answer({"collections": []}),
        answer({"collections": None}),
        answer({"collections": [None, {"id": 5}, {}]}),
    ],
)
@pytest.mark.parametrize("unknown", [200, 404])
def test_a_catalogue_that_doesn_t_list_its_collections_is_believed(listing, unknown):
    with StacApi(ITEMS, unknown=unknown) as api:
        api.script("/api/collections", listing)
        if unknown == 200:
            assert search(api, "none").ids == []
        else:
            error = str(error_of(api, "none"))
            assert error.startswith(
                "The search of none ended at page 1, after 0 observations of it"
            )
            assert "No such collection: none" in error


def test_half_a_list_of_collections_is_not_taken_for_all():
    with StacApi(ITEMS) as api:
        more = {"rel": "next", "href": api.url("/more")}
        api.script("/api/collections", answer({"collections": [{"id": "x"}], "links": [more]}))
        api.script("/more", faults.status(400))
        assert search(api, "empty").ids == []


def test_the_list_of_collections_is_read_over_all_its_pages():
    with StacApi(ITEMS) as api:
        more = {"rel": "next", "href": api.url("/more")}
        api.script("/api/collections", answer({"collections": [{"id": "x"}], "links": [more]}))
        api.script("/more", answer({"collections": [{"id": "empty"}], "links": []}))
        assert search(api, "empty").ids == []
        assert "nearest ones are empty, x" in str(error_of(api, "emty"))


def test_a_next_link_s_headers_are_sent():
    link = {"rel": "next", "href": "/page", "headers": {"X-Token": "two", "X-Number": 5}}
    with StacApi({"a": []}) as api:
        api.script("/api/search", answer({"features": [item("a", 1)], "links": [link]}))
        api.script("/page", answer({"features": [item("a", 2)]}))
        assert search(api).ids == ["a-001", "a-002"]
    assert api.asked("/page")[0].headers["x-token"] == "two"


@pytest.mark.parametrize("is_same", [True, False])
def test_headers_of_the_page_before_go_to_the_same_server_alone(is_same):
    first = {"rel": "next", "href": "/page", "method": "POST", "headers": {"X-Token": "secret"}}
    with StacApi({"a": []}) as other, StacApi({"a": []}) as api:
        last = (api if is_same else other).url("/last")
        then = {"rel": "next", "href": last, "method": "POST", "merge": True}
        api.script("/api/search", answer({"features": [item("a", 1)], "links": [first]}))
        api.script("/page", answer({"features": [item("a", 2)], "links": [then]}))
        for one in (api, other):
            one.script("/last", answer({"features": [item("a", 3)]}))
        assert search(api).ids == ["a-001", "a-002", "a-003"]
        nothing_left(other)
    (asked,) = [*api.asked("/last"), *other.asked("/last")]
    assert asked.headers.get("x-token") == ("secret" if is_same else None)


class _Guarded(StacApi):
    """An API that lets nobody in but user:secret."""

    def _next(self, target):
        behave = super()._next(target)

        async def guarded(exchange):
            known = exchange.request.headers.get("authorization") == "Basic dXNlcjpzZWNyZXQ="
            await (behave if known else faults.status(401))(exchange)

        return guarded


def test_half_a_list_of_collections_says_nothing():
    with StacApi({"a": []}) as api:
        listed = {"collections": [{"id": "b"}], "numberMatched": 2, "links": []}
        api.script("/api/collections", answer(listed))
        assert search(api, "a").ids == []
        api.script("/api/collections", answer({**listed, "numberMatched": 1}))
        assert "has no collection 'a'" in str(error_of(api, "a"))


@pytest.mark.parametrize("paging", ["body", "href", "relative"])
def test_user_and_password_go_with_each_page_but_to_no_other_server(paging):
    with StacApi({"a": []}) as other, _Guarded(ITEMS, paging=paging, largest_page=1) as api:
        request = replace(request_of(api, labels=False), api_url=api.url("/api", "user:secret"))
        assert [one.id for one in search_of(request)] == IN_ORDER
        link = {"rel": "next", "href": other.url("/page")}
        other.script("/page", answer({"features": []}))
        api.script("/api/search", answer({"features": [item("a", 1)], "links": [link]}))
        assert list(search_of(request))
    assert other.requests
    assert [one for one in other.requests if "authorization" in one.headers] == []


def test_what_a_next_link_signs_in_with_goes_to_its_own_server_alone():
    headers = {"Authorization": "Bearer secret", "X-Key": "secret"}
    with StacApi(ITEMS) as api, StacApi({"a": []}) as other:
        there = other.script("/moved", answer({"features": [item("a", 2)]}))
        api.script("/next", faults.status(302, location=there))
        link = {"rel": "next", "href": "/next", "headers": headers}
        api.script("/api/search", answer({"features": [item("a", 1)], "links": [link]}))
        request = replace(request_of(api, "a", labels=False), api_url=api.url("/api", "user:pw"))
        assert [one.id for one in search_of(request)] == ["a-001", "a-002"]
    (asked,) = api.asked("/next")
    assert (asked.headers["authorization"], asked.headers["x-key"]) == ("Bearer secret", "secret")
    (asked,) = other.asked("/moved")
    assert {"authorization", "x-key"} & set(asked.headers) == set()
