"""Other people's APIs: each is searched in the way that it takes, or says why it can't be."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timezone
from urllib.parse import urlencode

import pytest
import shapely

from ard_qgis_plugin.core.catalog.landing import landing_of
from ard_qgis_plugin.core.catalog.pages.page_request import PageRequest, next_request
from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.region import Region
from ard_qgis_plugin.core.model.bodies import body_named
from tests.support.searches import error_of, nothing_left, request_of, search, search_of
from tests.support.servers import faults
from tests.support.servers.fault_server import FaultServer
from tests.support.servers.stac_api import StacApi, answer, item

pytestmark = pytest.mark.filterwarnings("error")

ITEMS = {name: [item(name, number, west=number) for number in range(7)] for name in ("b", "a")}
IN_ORDER = [one["id"] for name in ("b", "a") for one in ITEMS[name]]


def asked_by(api):
    """Returns the methods of all searches."""
    return [one.method for one in api.requests if one.target.startswith("/api/search")]


def search_links(api, *links):
    """Has an API's landing page name these searches, all at its usual address."""
    usual = {"rel": "search", "href": api.url("/api/search")}
    listed = [{**usual, **one} for one in links]
    listed.append({"rel": "data", "href": api.url("/api/collections")})
    for target in ("/api", "/api?key=secret"):
        api.script(target, answer(api.root_document(links=listed)))


# Landing pages


LANDINGS = {
    "no description": {"description": None},
    "no id": {"id": None},
    "no type": {"type": None},
    "no stac_version": {"stac_version": None},
    "type API": {"type": "API"},
    "type Collection": {"type": "Collection"},
    "an old stac_version": {"stac_version": "0.9.0"},
    "a stac_version of no kind": {"stac_version": 1},
    "no conformsTo": {"conformsTo": None},
    "conformsTo of no kind": {"conformsTo": "all"},
    "nothing but links": dict.fromkeys(
        ("description", "id", "type", "stac_version", "conformsTo", "title")
    ),
    "members of no kind": {"description": 5, "id": [1], "title": {}, "extent": None},
}
ODD_LINKS = {
    "null": None,
    "a text": "x",
    "a number": 5,
    "a list": [],
    "empty": {},
    "no href": {"rel": "license"},
    "href null": {"rel": "license", "href": None},
    "href a number": {"rel": "child", "href": 5},
    "no rel": {"href": "x"},
    "rel null": {"rel": None, "href": "x"},
    "a broken address": {"rel": "root", "href": "http://[x"},
    "self null": {"rel": "self", "href": None},
    "self broken": {"rel": "self", "href": "http://h:x/"},
    "data null": {"rel": "data", "href": None},
    "a search without href": {"rel": "search"},
    "a search by PUT": {"rel": "search", "href": "/none", "method": "PUT"},
    "a broken search": {"rel": "search", "href": "http://[x", "method": "POST"},
    "a search for people": {"rel": "search", "href": "/html", "type": "text/html"},
    "a search in another format": {
        "rel": "search",
        "href": "/osd",
        "type": "application/opensearchdescription+xml",
    },
}


@pytest.mark.parametrize("name", LANDINGS)
def test_a_landing_page_with_a_search_is_enough(name):
    with StacApi(ITEMS) as api:
        page = {k: v for k, v in api.root_document(**LANDINGS[name]).items() if v is not None}
        api.script("/api", answer(page))
        assert search(api).ids == IN_ORDER


def test_the_kind_of_a_link_is_the_same_in_any_letters():
    with StacApi(ITEMS) as api:
        search_links(api, {"rel": "Search"})
        assert search(api).ids == IN_ORDER


@pytest.mark.parametrize(
    "rel",
    [
        "http://www.opengis.net/def/rel/ogc/1.0/search",
        "https://api.stacspec.org/rel/search/",
        "https://example.org/rels#search",
        "urn:ogc:def:rel:Search",
        ["search"],
        ["self", "http://www.opengis.net/def/rel/ogc/1.0/search"],
        "search collection",
        [None, 5, "search"],
    ],
)
def test_the_kind_of_a_link_may_be_an_address_or_one_of_several(rel):
    with StacApi(ITEMS) as api:
        search_links(api, {"rel": rel})
        assert search(api).ids == IN_ORDER


@pytest.mark.parametrize("rel", ["research", "http://h/search/queryables", "collection-search", []])
def test_a_link_of_another_kind_is_no_search(rel):
    assert landing_of({"links": [{"rel": rel, "href": "/search"}]}, "http://h") is None


def test_the_usual_word_for_a_search_comes_first():
    links = [{"rel": "http://h/rel/search", "href": "/b"}, {"rel": "search", "href": "/a"}]
    for given in (links, links[::-1]):
        assert landing_of({"links": given}, "http://h").search == {"GET": "http://h/a"}


@pytest.mark.parametrize("rel", [["next"], "http://www.opengis.net/def/rel/ogc/1.0/next", "NEXT"])
def test_the_next_page_is_found_by_any_name_of_its_kind(rel):
    asked = PageRequest("GET", "http://h/search?limit=2")
    page = {"links": [{"rel": rel, "href": "/search?limit=2&token=3"}]}
    assert next_request(page, asked).url == "http://h/search?limit=2&token=3"


@pytest.mark.parametrize("name", ODD_LINKS)
@pytest.mark.parametrize("is_first", [True, False])
def test_one_odd_link_does_no_harm(name, is_first):
    with StacApi(ITEMS) as api:
        links = api.root_document()["links"]
        links.insert(0 if is_first else len(links), ODD_LINKS[name])
        api.script("/api", answer(api.root_document(links=links)))
        assert search(api).ids == IN_ORDER


@pytest.mark.parametrize("prefix", [b"\xef\xbb\xbf", b" \n"])
def test_what_stands_before_the_document_does_no_harm(prefix):
    with StacApi(ITEMS) as api:
        api.script("/api", faults.ok(prefix + json.dumps(api.root_document()).encode()))
        assert search(api).ids == IN_ORDER


def test_the_landing_pages_that_failed_elsewhere_are_searched(shared_data):
    paths = sorted((shared_data.parent / "cases").glob("landing_*.json"))
    assert len(paths) >= 5
    for path in paths:
        with StacApi(ITEMS) as api:
            api.script("/api", faults.ok(path.read_bytes().replace(b"BASE", api.root.encode())))
            assert search(api).ids == IN_ORDER, path.name


@pytest.mark.parametrize(
    ("root", "self_href", "href", "whole"),
    [
        ("http://h/api", None, "/api/search", "http://h/api/search"),
        ("http://h/api", None, "search", "http://h/api/search"),
        ("http://h/api", None, "./search", "http://h/api/search"),
        ("http://h/api", None, "api/search", "http://h/api/search"),
        ("http://h/api", None, " search ", "http://h/api/search"),
        ("http://h", None, "search", "http://h/search"),
        ("http://h/a/v1", "http://h/a/v1/", "search", "http://h/a/v1/search"),
        ("http://h/api", "http://inside:8080/api/", "search", "http://h/api/search"),
        ("http://h/a/catalog.json", None, "./search", "http://h/a/search"),
        ("http://h/api", None, "http://h/api/search{?bbox,limit}", "http://h/api/search"),
        ("http://h/api", None, "//other/search", "http://other/search"),
        ("http://h/api", None, "http://h/api/search#tag/Search", "http://h/api/search"),
        ("http://h/api", None, "search?f=json#top", "http://h/api/search?f=json"),
    ],
)
def test_a_relative_search_is_found(root, self_href, href, whole):
    links = [{"rel": "search", "href": href}]
    if self_href:
        links.append({"rel": "self", "href": self_href})
    assert landing_of({"links": links}, root).search == {"GET": whole}


def test_a_search_on_the_same_server_comes_first():
    links = [{"rel": "search", "href": "http://inside:8080/search"}, {"rel": "search", "href": "x"}]
    assert landing_of({"links": links}, "http://h/api").search == {"GET": "http://h/api/x"}
    assert landing_of({"links": links[:1]}, "http://h/api").search == {"GET": links[0]["href"]}


def test_an_api_that_shows_people_another_page_is_asked_for_json():
    class Negotiating(StacApi):
        def _usual(self, request):
            wanted = request.headers.get("accept", "").startswith("application/json")
            return super()._usual(request) if wanted else faults.ok(b"<html>Welcome</html>")

    with Negotiating(ITEMS, largest_page=3) as api, FaultServer() as old:
        moved = old.script("/stac", faults.status(302, location=api.root))
        request = replace(request_of(api, labels=False), api_url=moved)
        assert [one.id for one in search_of(request)] == IN_ORDER
        nothing_left(api, old)


def test_a_landing_page_that_moved_is_the_root_of_its_links():
    with StacApi(ITEMS) as api, FaultServer() as old:
        moved = old.script("/stac", faults.status(301, location=api.root))
        links = [{"rel": "search", "href": "search", "method": "POST"}]
        api.script("/api", answer(api.root_document(links=links)))
        request = replace(request_of(api, labels=False), api_url=moved)
        assert [one.id for one in search_of(request)] == IN_ORDER
        nothing_left(api, old)


# Redirects


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_a_search_that_is_sent_on_stays_what_it_is(code):
    """Without its body it would give the items of both collections, everywhere, twice."""
    with StacApi(ITEMS) as api, FaultServer() as old:
        there = old.script("/search", faults.status(code, location=api.url("/api/search")))
        search_links(api, {"href": there, "method": "POST"})
        result = search(api)
    assert result.ids == IN_ORDER
    assert result.report.warnings() == []
    assert set(asked_by(api)) == {"POST"}
    assert [len(one["collections"]) for one in api.searches] == [1] * len(api.searches)


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("paging", ["body", "merge", "href"])
def test_a_next_page_that_is_sent_on_stays_what_it_is(code, paging):
    class Moving(StacApi):
        def _next(self, target):
            if not target.startswith("/moved"):
                return super()._next(target)
            return faults.status(code, location=target.replace("/moved", "/api/search"))

        def _links(self, wanted, token):
            links = super()._links(wanted, token)
            return [{**one, "href": one["href"].replace("/api/search", "/moved")} for one in links]

    methods = ("GET",) if paging == "href" else ("POST",)
    with Moving(ITEMS, paging=paging, largest_page=3, methods=methods) as api:
        if code == 303 and paging != "href":
            error = str(error_of(api))
            assert "ended at page 2, after 3 observations of it" in error
            assert "it redirects with 303 what is asked by POST" in error
        else:
            assert search(api).ids == IN_ORDER


@pytest.mark.parametrize("there", ["/api/collections", "/api"])
def test_a_search_that_is_sent_to_something_else_is_an_error(there):
    """The catalogue's collections, which have ids too, are no observations."""
    with StacApi(ITEMS) as api:
        api.script("/api/search", faults.status(302, location=there))
        assert "without a list of items" in str(error_of(api))


def test_a_list_of_collections_is_no_page_of_items():
    listed = {"type": "FeatureCollection", "collections": [{"id": "b"}], "links": []}
    with StacApi(ITEMS) as api:
        api.script("/api/search", answer(listed))
        assert "without a list of items" in str(error_of(api))


@pytest.mark.parametrize(
    "location", ["search2", "./search2", "//{host}/api/search2", "../api/search2", "search2#top"]
)
def test_a_redirect_may_name_its_place_in_any_way(location):
    class Moved(StacApi):
        def _next(self, target):
            if target == "/api/search":
                host = self.url("").partition("//")[2]
                return faults.status(302, location=location.format(host=host))
            return super()._next("/api/search" if target == "/api/search2" else target)

        def _usual(self, request):
            return super()._usual(replace(request, target=request.target.replace("2", "")))

    with Moved(ITEMS, largest_page=3) as api:
        assert search(api).ids == IN_ORDER


@pytest.mark.parametrize("href", ["search?{}", "?{}", "../v2/search?{}", "/x/v2/search?{}"])
def test_a_relative_next_link_counts_from_where_the_page_came_from(href):
    class Moved(StacApi):
        def _next(self, target):
            moves = target == "/api/search"
            return faults.status(307, location="/x/v2/search") if moves else super()._next(target)

        def _usual(self, request):
            there = request.target.replace("/x/v2/", "/api/")
            return super()._usual(replace(request, target=there))

        def _links(self, wanted, token):
            query = urlencode({"collections": wanted["collections"][0], "token": token, "limit": 3})
            return [{"rel": "next", "href": href.format(query)}]

    with Moved(ITEMS, largest_page=3) as api:
        result = search(api)
    assert (result.ids, result.report.warnings()) == (IN_ORDER, [])


@pytest.mark.parametrize("token", ["a+b/c==", "a%2Bb", "x&y=1#z", '{"k":[1]}', "%", "a;b", "ä ö"])
def test_a_token_in_a_next_link_comes_back_as_it_was(token):
    came = []

    class Tokens(StacApi):
        def _links(self, wanted, start):
            links = super()._links({**wanted, "mark": token}, start)
            return [{**one, "href": one["href"].replace("bbox", "box")} for one in links]

        def _search(self, wanted):
            came.append(wanted.get("mark"))
            return super()._search(wanted)

    with Tokens(ITEMS, largest_page=4, paging="href") as api:
        assert search(api, "a").ids == [one["id"] for one in ITEMS["a"]]
    assert came == [None, token, token]


class OneTargetServer(FaultServer):
    """A server that sends everything on to one place, whatever stands in the address."""

    def __init__(self, code, there):
        super().__init__()
        self._answer = faults.status(code, location=there)

    def _next(self, _target):
        return self._answer


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_that_loses_the_search_is_an_error(code):
    with (
        StacApi(ITEMS, methods=("GET",)) as api,
        OneTargetServer(code, api.url("/api/search")) as losing,
    ):
        search_links(api, {"href": losing.url("/search")})
        error = str(error_of(api))
        nothing_left(losing)
    there = f"{losing.url('/search')} redirects to {api.url('/api/search')}"
    assert f"{there}, without what is asked for (" in error
    assert "bbox" in error


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_a_redirect_that_loses_a_search_by_get_leaves_it_by_post(code):
    with StacApi(ITEMS) as api, OneTargetServer(code, api.url("/api/search")) as losing:
        search_links(api, {"href": losing.url("/search")})
        assert search(api).ids == IN_ORDER
        nothing_left(losing)


# GET


@pytest.mark.parametrize("code", [403, 404, 405, 406, 415, 501])
@pytest.mark.parametrize("links", [[{"method": "POST"}], [{}], [{"method": "GET"}, {}], None])
def test_an_api_that_takes_only_get_is_searched_by_get(code, links):
    with StacApi(ITEMS, methods=("GET",), paging="href", largest_page=3) as api:
        if links is not None:
            search_links(api, *links)
        api.script("/api/search", faults.status(code, b'{"message": "Not by POST"}'))
        result = search(api)
    assert result.ids == IN_ORDER
    assert result.report.warnings() == []
    posts = asked_by(api).count("POST")
    assert posts == 0 or (posts <= 2 and links == [{"method": "POST"}])


@pytest.mark.parametrize("method", [5, None, "get", "Get", " GET ", ["POST"]])
def test_a_method_of_no_kind_is_get(method):
    with StacApi(ITEMS, methods=("GET",), paging="href") as api:
        search_links(api, {"method": method})
        assert search(api).ids == IN_ORDER
    assert set(asked_by(api)) == {"GET"}


@pytest.mark.parametrize("code", [404, 405, 501])
def test_an_api_that_takes_only_post_is_searched_by_post_though_its_link_names_none(code):
    class PostOnly(StacApi):
        def _next(self, target):
            return faults.status(code) if "search?" in target else super()._next(target)

    with PostOnly(ITEMS, methods=("POST",)) as api:
        search_links(api, {})
        assert search(api).ids == IN_ORDER
    assert set(asked_by(api)) == {"GET", "POST"}


def test_a_next_link_by_post_of_an_api_that_takes_only_get_is_followed_by_get():
    with StacApi(ITEMS, methods=("GET",), paging="body", largest_page=3) as api:
        api.script("/api/search", faults.status(405))
        assert search(api).ids == IN_ORDER


def test_what_neither_method_gets_is_told_as_the_api_says_it():
    with StacApi(ITEMS, methods=()) as api:
        search_links(api, {"method": "POST"})
        api.script("/api/search", faults.status(403, b'{"message": "Not you"}'))
        error = str(error_of(api, "a"))
    assert "403 Forbidden: Not you" in error
    assert asked_by(api)[:2] == ["POST", "GET"]


def test_all_that_is_asked_for_stands_in_the_address():
    with StacApi({"a": ITEMS["a"]}, methods=("GET",), paging="href") as api:
        search_links(api, {})
        start = datetime(2008, 1, 2, tzinfo=timezone.utc)
        result = search(api, start=start, max_items=20)
    assert len(result.ids) == 7
    assert api.searches[0] == {
        "collections": ["a"],
        "bbox": [-180.0, -90.0, 180.0, 90.0],
        "datetime": "2008-01-02T00:00:00Z/..",
        "limit": "21",
    }


# Shapes


def area_of(wkt):
    return Area(body_named("Moon"), (), Region(shapely.from_wkt(wkt)))


TRIANGLE = "POLYGON ((0.2 0.2, 3.2 0.2, 0.2 0.8, 0.2 0.2))"  # touches the first four of a
MANY_SIDES = (
    "POLYGON (("
    + ", ".join(f"{0.2 + n / 97:.15f} {0.2 + (n % 2) / 993:.15f}" for n in range(290))
    + ", 3 0.8, 0.2 0.8, 0.2 0.2))"
)


class Shapes(StacApi):
    """An API that takes shapes or not; `shapes` and `addresses` have what was asked for."""

    def __init__(self, refuses=None, **options):
        super().__init__({"a": ITEMS["a"]}, **options)
        self.refuses = refuses
        self.shapes = []

    def _search(self, wanted):
        if "intersects" in wanted:
            shape = wanted["intersects"]
            self.shapes.append(json.loads(shape) if isinstance(shape, str) else shape)
            if self.refuses:
                return self.refuses
            wanted = {**wanted, "bbox": [-180, -90, 180, 90]}
        return super()._search(wanted)


def ids_in(api, wkt):
    request = replace(request_of(api, labels=False), area=area_of(wkt))
    stream = search_of(request)
    found = [one.id for one in stream]
    nothing_left(api)
    return found, stream.report


@pytest.mark.parametrize("methods", [("GET",), ("POST",)])
def test_a_shape_is_asked_for_by_either_method(methods):
    with Shapes(methods=methods, paging="body" if "POST" in methods else "href") as api:
        found, _ = ids_in(api, TRIANGLE)
    assert found == IN_ORDER[7:11]
    assert [shape["type"] for shape in api.shapes] == ["Polygon"] * len(api.shapes)
    assert api.shapes


@pytest.mark.parametrize("methods", [("GET",), ("POST",)])
@pytest.mark.parametrize("code", [400, 413, 414, 422, 431, 500, 501, 502])
def test_a_shape_that_is_refused_becomes_the_box_around_it(methods, code):
    with Shapes(faults.status(code, b'{"detail": "No intersects here"}'), methods=methods) as api:
        found, report = ids_in(api, TRIANGLE)
    assert found == IN_ORDER[7:11]
    assert report.warnings() == []
    assert [float(side) for side in api.searches[0]["bbox"]] == [0.2, 0.2, 3.2, 0.8]


def test_a_shape_that_makes_an_address_too_long_becomes_the_box_around_it():
    with Shapes(methods=("GET",), paging="href") as api:
        found, _ = ids_in(api, MANY_SIDES)
    assert found == IN_ORDER[7:11]
    assert api.shapes == []
    assert max(len(one.target) for one in api.requests) < 8000


def test_an_api_that_ignores_shapes_is_told_of():
    with Shapes() as api:
        api.items["a"].append(item("a", 99, west=60.0))
        try:
            found, report = ids_in(api, TRIANGLE)
        finally:
            api.items["a"].pop()
    assert found == IN_ORDER[7:11]
    (warning,) = report.warnings()
    assert "4 of another place (e.g. a-004, place 4..5 east, 0..1 north)" in warning
    assert report.beside == 0
