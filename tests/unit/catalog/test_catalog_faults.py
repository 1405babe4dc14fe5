"""The catalogue: whatever else may answer ends in one clear sentence, and costs no item."""

from __future__ import annotations

import json
import socket

import pytest

from ard_qgis_plugin.core.model.errors import CatalogError
from tests.support.searches import error_of, search, skipping
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, answer, item

pytestmark = pytest.mark.filterwarnings("error")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<html>\n<p>Welcome</p>", "not as a STAC API (<html> <p>Welcome</p>)"),
        (b"", "not as a STAC API (nothing)"),
        (b"[]", "not as a STAC API ([])"),
        (b'{"n": 1%s}' % (b"0" * 5000), "not as a STAC API"),
        (b"[" * 200_000, "not as a STAC API"),
        (b"\xff\xfe\x00", "not as a STAC API"),
        (b'{"hello": "world"}', "not as a STAC API that can be searched"),
        (b'{"type": "Catalog"}', "not as a STAC API that can be searched"),
        (b'{"type": "Collection", "id": "x"}', "not as a STAC API that can be searched"),
        (json.dumps(item("a", 1)).encode(), "not as a STAC API that can be searched"),
    ],
)
def test_what_is_no_stac_api_is_said_to_be_none(body, words):
    with StacApi({"a": []}) as api:
        api.script("/api?key=secret", faults.ok(body))
        error = error_of(api)
    assert isinstance(error, CatalogError)
    assert words in str(error)
    assert f"127.0.0.1:{api.port}/api" in str(error)
    assert "API_URL" in str(error)


@pytest.mark.parametrize(
    "links",
    [
        None,
        [],
        {},
        [5],
        [{"rel": "search"}],
        [{"rel": "search", "href": None}],
        [{"rel": "search", "href": "http://[x"}],
        [{"rel": "search", "href": "/s", "method": "PUT"}],
        [{"href": "/search"}],
    ],
)
def test_a_catalogue_that_can_t_be_searched_is_said_to_be_so(links):
    with StacApi({"a": []}) as api:
        api.script("/api?key=secret", answer(api.root_document(links=links)))
        assert "not as a STAC API that can be searched" in str(error_of(api))


@pytest.mark.parametrize("href", ["file:///etc/hostname", "/etc/hostname", "ftp://127.0.0.1/x"])
def test_only_the_web_is_searched(href):
    with StacApi({"a": []}) as api:
        links = [{"rel": "search", "href": href}, {"rel": "data", "href": href}]
        api.script("/api?key=secret", answer(api.root_document(links=links)))
        error = error_of(api)
    assert isinstance(error, CatalogError)
    assert "Could not read" in str(error)


@pytest.mark.parametrize("code", [401, 403, 404])
def test_a_root_that_refuses_is_told(code):
    with StacApi({"a": []}) as api:
        api.script("/api?key=secret", faults.status(code, b'{"description": "Go away."}'))
        error = str(error_of(api))
    assert error.startswith("The STAC API can't be opened, check API_URL: Could not read http://")
    assert f"the server answered {code}" in error
    assert "Go away." in error


def test_a_root_that_can_t_be_reached_is_told():
    with StacApi({"a": []}) as api, socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        error = str(error_of(api, root=f"http://127.0.0.1:{closed.getsockname()[1]}/api"))
    assert "check API_URL" in error
    assert "can't be reached (Connection refused)" in error


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (faults.status(400, b'{"description": "Invalid bbox"}'), "400 Bad Request: Invalid bbox"),
        (faults.hang_up, "closed the connection"),
        (faults.ok(b"<html>"), "not as a STAC API (<html>)"),
        (faults.ok(b"[1]"), "not as a STAC API ([1])"),
        (answer({"message": "Busy"}), 'without a list of items ({"message": "Busy"})'),
        (answer({"features": None}), "without a list of items"),
        (answer({"features": {}}), "without a list of items"),
    ],
)
def test_a_page_that_can_t_be_read_says_how_far_it_came(fault, words):
    with StacApi({"a": [item("a", n) for n in range(7)]}, largest_page=3) as api:
        api.script("/api/search", api.usual, api.usual, fault)
        error = error_of(api)
    assert isinstance(error, CatalogError)
    assert str(error).startswith("The search of a ended at page 3, after 6 observations of it: ")
    assert words in str(error)


@pytest.mark.parametrize("fault", [faults.hang, faults.reset, faults.status(502)])
def test_an_api_that_does_not_answer_is_not_asked_for_its_collections_too(fault):
    with StacApi({"a": [item("a", n) for n in range(7)]}, largest_page=3) as api, skipping(api):
        api.script("/api/search", api.usual, fault)
        assert "after 3 observations of it: " in str(error_of(api))
    assert api.asked("/api/collections") == []


@pytest.mark.parametrize(
    ("again", "steps", "read"),
    [
        ("link", [0, 1], 2),
        ("page", [0] * 9, 1),
        ("cycle", [0, 1, 2] * 9, 3),
        ("cycle with new links", [0, 1, 2, 3] * 9, 4),
        ("lasso", [0, 1, 2, 1, 2, 1, 2, 1, 2], 3),
    ],
)
def test_a_next_that_leads_in_a_circle_is_an_error(again, steps, read):
    with StacApi({"a": []}) as api:
        script = []
        for number, step in enumerate(steps):
            token = {"link": 1, "cycle": step}.get(again, number)
            script.append(answer({"features": [item("a", step)], "links": [_next(token)]}))
        api.script("/api/search", *script)
        error = error_of(api, max_items=0)
    assert isinstance(error, CatalogError)
    assert f", after {read} observations of it: " in str(error)
    assert "sends the same page again and again" in str(error)


def _next(token):
    return {"rel": "next", "method": "POST", "href": "/api/search", "body": {"token": token}}


@pytest.mark.parametrize(
    "link",
    [None, 5, {}, {"rel": "next"}, {"rel": "next", "href": None}, {"rel": "self", "href": "/x"}],
)
def test_a_link_that_is_none_ends_the_search(link):
    with StacApi({"a": []}) as api:
        api.script("/api/search", answer({"features": [item("a", 1)], "links": [link]}))
        assert search(api).ids == ["a-001"]


def test_a_next_link_s_members_of_the_wrong_type_are_ignored():
    link = {"rel": "next", "href": "/page", "method": 5, "body": [1], "headers": "x", "merge": "y"}
    with StacApi({"a": []}) as api:
        api.script("/api/search", answer({"features": [item("a", 1)], "links": [link]}))
        api.script("/page", answer({"features": [item("a", 2)]}))
        assert search(api).ids == ["a-001", "a-002"]
    assert api.asked("/page")[0].method == "GET"


@pytest.mark.parametrize("href", ["file:///etc/hostname", "http://[x", "gopher://127.0.0.1/"])
def test_a_next_link_leads_to_the_web_or_nowhere(href):
    with StacApi({"a": []}) as api:
        link = {"rel": "next", "href": href, "method": "POST", "body": {}}
        api.script("/api/search", answer({"features": [item("a", 1)], "links": [link]}))
        error = str(error_of(api))
    assert error.startswith("The search of a ended at page 2, after 1 observations of it")


def test_items_of_the_wrong_type_are_not_lost():
    with StacApi({"a": []}) as api:
        features = [item("a", 1), None, "x", {**item("a", 2), "geometry": 5, "assets": []}]
        api.script("/api/search", answer({"features": features, "numberMatched": "many"}))
        result = search(api)
    assert result.ids == ["a-001", "", "", "a-002"]
    assert result.report.matched is None


@pytest.mark.parametrize(
    "count", [-1, True, "many", None, 9.5, float("nan"), 1e400, [], {"matched": 5}]
)
def test_a_count_that_is_none_is_not_believed(count):
    with StacApi({"a": []}) as api:
        api.script("/api/search", answer({"features": [item("a", 1)], "numberMatched": count}))
        assert search(api).report.matched is None
