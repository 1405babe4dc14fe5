"""A search and its next pages, asked for in another way where an API doesn't take the usual one."""

from __future__ import annotations

import json
from datetime import datetime, timezone

import pytest

from tests.support.searches import error_of, search
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, item

pytestmark = pytest.mark.filterwarnings("error")

ITEMS = {name: [item(name, number) for number in range(7)] for name in ("a", "b")}
IN_ORDER = [one["id"] for name in ("a", "b") for one in ITEMS[name]]
START, END = (datetime(year, 1, 1, tzinfo=timezone.utc) for year in (2000, 2020))


def said(words):
    return json.dumps({"description": words}).encode()


class Refusing(StacApi):
    """An API that refuses some requests."""

    def __init__(self, refuses, refusal, **options):
        super().__init__(ITEMS, **options)
        self.refuses, self.refusal = refuses, refusal

    def _usual(self, request):
        return self.refusal if self.refuses(request) else super()._usual(request)


def is_next_by_post(request):
    return request.method == "POST" and b"token" in request.body


@pytest.mark.parametrize("code", [403, 404, 405, 501])
@pytest.mark.parametrize("paging", ["body", "merge"])
def test_where_next_pages_alone_are_refused_by_post_they_come_by_get(code, paging):
    refusal = faults.status(code)
    with Refusing(is_next_by_post, refusal, largest_page=3, paging=paging) as api:
        result = search(api)
    assert (result.ids, result.report.warnings()) == (IN_ORDER, [])


@pytest.mark.parametrize("code", [403, 404, 405])
def test_a_next_page_that_no_way_leads_to_is_told_by_its_own_refusal(code):
    def is_next(request):
        return "token" in request.target or is_next_by_post(request)

    def refusal(request):
        return faults.status(code, said("By POST")) if request.method == "POST" else by_get

    by_get = faults.status(404, said("By GET"))

    class Closed(Refusing):
        def _usual(self, request):
            return refusal(request) if is_next(request) else super()._usual(request)

    with Closed(lambda _: False, None, largest_page=3) as api:
        error = str(error_of(api))
    assert "ended at page 2, after 3 observations of it" in error
    assert f"{code} " in error
    assert "By POST" in error


@pytest.mark.parametrize("paging", ["body", "href"])
def test_a_next_link_that_lacks_a_folder_leads_to_where_the_search_is(paging):
    class Short(StacApi):
        def _links(self, wanted, token):
            (link,) = super()._links(wanted, token)
            return [{**link, "href": link["href"].replace("/api/search", "/search")}]

    methods = ("POST",) if paging == "body" else ("GET",)
    with Short(ITEMS, largest_page=3, paging=paging, methods=methods) as api:
        result = search(api)
    assert (result.ids, result.report.warnings()) == (IN_ORDER, [])


@pytest.mark.parametrize("code", [400, 422, 500])
@pytest.mark.parametrize("words", ["POST is not supported here", "Method not allowed", "Use GET"])
def test_a_method_that_is_refused_in_words_becomes_the_other(code, words):
    refusal = faults.status(code, said(words))
    posts = Refusing(lambda one: one.method == "POST", refusal, paging="href")
    with posts as api:
        assert search(api).ids == IN_ORDER


def has_open_end(request):
    return "search" in request.target and (b".." in request.body or ".." in request.target)


@pytest.mark.parametrize("code", [400, 404, 422, 500])
@pytest.mark.parametrize("methods", [("POST",), ("GET",)])
@pytest.mark.parametrize(
    ("ends", "asked"),
    [
        ({"start": START}, "2000-01-01T00:00:00Z/9999-12-31T23:59:59Z"),
        ({"end": END}, "0001-01-01T00:00:00Z/2020-01-01T00:00:00Z"),
    ],
)
def test_an_open_end_that_is_refused_is_closed_far_off(code, methods, ends, asked):
    refusal = faults.status(code, said("failed to parse date field [..]"))
    paging = "body" if methods == ("POST",) else "href"
    with Refusing(has_open_end, refusal, methods=methods, paging=paging, largest_page=3) as api:
        result = search(api, **ends)
    assert (result.ids, result.report.warnings()) == (IN_ORDER, [])
    assert {one["datetime"] for one in api.searches} == {asked}


def test_an_interval_that_is_refused_in_any_form_is_told_as_the_api_says_it():
    refusal = faults.status(400, said("Invalid datetime"))
    with Refusing(lambda one: "search" in one.target, refusal) as api:
        assert "400 Bad Request: Invalid datetime" in str(error_of(api, "a", start=START))
    assert sum("search" in one.target for one in api.requests) == 2
