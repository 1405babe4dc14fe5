"""Links of any form: of a list or not, written for HTML, with half a scheme, relative."""

from __future__ import annotations

import json

import pytest

from ard_qgis_plugin.core.catalog.pages.links import give_base, has_rel, links_of, whole_address
from tests.support.searches import LABEL, search
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, answer, item

pytestmark = pytest.mark.filterwarnings("error")

ITEMS = {name: [item(name, number) for number in range(7)] for name in ("a", "b")}
IN_ORDER = [one["id"] for name in ("a", "b") for one in ITEMS[name]]
BASE = "https://h/x/search?limit=5"


@pytest.mark.parametrize(
    ("href", "whole"),
    [
        ("https://h/y?a=1&b=2", "https://h/y?a=1&b=2"),
        ("https://h/y?a=1&amp;b=2&amp;c=3", "https://h/y?a=1&b=2&c=3"),
        ("https://h/&amp;/y", "https://h/&amp;/y"),
        (" https://h/y\n", "https://h/y"),
        ("https:/h/y", "https://h/y"),
        ("http:/h:80/y", "http://h:80/y"),
        ("undefined://h/y", "https://h/y"),
        ("null://h/y", "https://h/y"),
        ("://h/y", "https://h/y"),
        ("//h/y", "https://h/y"),
        ("https://h\\y\\z", "https://h/y/z"),
        ("\\\\host\\y", "https://h/x/\\\\host\\y"),
        ("y", "https://h/x/y"),
        ("?token=2", "https://h/x/search?token=2"),
        ("?a=1&amp;token=2", "https://h/x/search?a=1&token=2"),
        ("/y", "https://h/y"),
        ("../y", "https://h/y"),
        ("s3://bucket/a b?c", "s3://bucket/a b?c"),
        ("file:///C:/y", "file:///C:/y"),
        ("C:\\y", "C:\\y"),
        ("http://[x", "http://[x"),
        ("", BASE),
    ],
)
def test_an_address_is_what_its_writer_meant(href, whole):
    assert whole_address(BASE, href) == whole


ONE = {"rel": "next", "href": "/2"}


@pytest.mark.parametrize(
    "links",
    [
        [ONE],
        [None, 5, "x", ONE],
        ONE,
        {"next": "/2"},
        {"next": {"href": "/2"}},
        {"self": "/1", "next": {"href": "/2"}},
        {"next": [{"href": "/2"}]},
    ],
)
def test_links_are_found_in_a_list_or_by_name(links):
    found = [link["href"] for link in links_of({"links": links}) if has_rel(link, "next")]
    assert found == ["/2"]


@pytest.mark.parametrize("links", [None, 5, "x", [], {}, [[]], {"next": None}, {"next": [None]}])
def test_what_is_no_link_is_none(links):
    assert all(isinstance(link, dict) for link in links_of({"links": links}))
    assert not any(isinstance(link.get("href"), str) for link in links_of({"links": links}))


NEXT_FORMS = {
    "for HTML": lambda link: [{**link, "href": link["href"].replace("&", "&amp;")}],
    "without a scheme": lambda link: [{**link, "href": f"undefined{link['href'][4:]}"}],
    "with one slash": lambda link: [{**link, "href": link["href"].replace("//", "/", 1)}],
    "with blanks around": lambda link: [{**link, "href": f" {link['href']}\n"}],
    "a single one": lambda link: link,
    "by name": lambda link: {"next": link["href"]},
    "by name with members": lambda link: {"next": {"href": link["href"]}},
}


@pytest.mark.parametrize("form", NEXT_FORMS)
@pytest.mark.parametrize("counts", ["numberMatched", None])
def test_the_next_page_is_found_by_a_link_of_any_form(form, counts):
    class Odd(StacApi):
        def _links(self, wanted, token):
            return NEXT_FORMS[form](super()._links(wanted, token)[0])

    with Odd(ITEMS, largest_page=3, paging="href", counts=counts, methods=("GET",)) as api:
        result = search(api)
    assert (result.ids, result.report.warnings()) == (IN_ORDER, [])


@pytest.mark.parametrize(
    "links",
    [
        {"rel": "search", "href": "/api/search"},
        {"search": "/api/search"},
        {"search": {"href": "/api/search", "method": "GET"}},
        [{"rel": "search", "href": "undefined://{host}/api/search"}],
        [{"rel": "search", "href": "http:/{host}/api/search"}],
    ],
)
def test_a_landing_page_may_have_its_links_in_any_form(links):
    with StacApi(ITEMS, methods=("GET",), paging="href") as api:
        host = f"127.0.0.1:{api.port}"
        if isinstance(links, list):
            links = [{**links[0], "href": links[0]["href"].format(host=host)}]
        api.script("/api", answer(api.root_document(links=links)))
        assert search(api).ids == IN_ORDER


@pytest.mark.parametrize("merge", [True, "true", 1])
@pytest.mark.parametrize("methods", [("GET", "POST"), ("POST",)])
def test_a_link_that_merges_keeps_all_that_was_asked_for_by_either_method(merge, methods):
    """Without it, a page by GET is followed by pages of all collections."""

    class Merging(StacApi):
        def _links(self, wanted, token):
            return [{**super()._links(wanted, token)[0], "merge": merge}]

        def root_document(self, **members):
            link = {"rel": "search", "href": self.url("/api/search"), "method": methods[0]}
            return super().root_document(links=[link], **members)

    with Merging(ITEMS, largest_page=3, paging="merge") as api:
        result = search(api, "a")
    assert (result.ids, result.report.warnings()) == (IN_ORDER[:7], [])
    assert {len(one["collections"]) for one in api.searches} == {1}


def test_the_body_of_a_link_may_be_a_text():
    class Texts(StacApi):
        def _links(self, wanted, token):
            (link,) = super()._links(wanted, token)
            return [{**link, "body": json.dumps(link["body"])}]

    with Texts(ITEMS, largest_page=3) as api:
        assert search(api, "a").ids == IN_ORDER[:7]


@pytest.mark.parametrize(
    ("href", "links"),
    [
        ("../l/x.pvl", [{"rel": "self", "href": "http://{host}/a/item.json"}]),
        ("/l/x.pvl", [{"rel": "self", "href": "items/1"}]),
        ("//{host}/l/x.pvl", [{"rel": "self", "href": "/l/item.json"}]),
        ("//{host}/l/x.pvl", []),
        ("x.pvl", [{"rel": "self", "href": "/l/item.json"}]),
        ("./x.pvl", [{"rel": "self", "href": "../l/item.json"}]),
        ("x.pvl", [{"rel": ["self"], "href": "http://{host}/l/item.json"}]),
        ("x.pvl", [{"rel": "Self", "href": "http://{host}/l/item.json"}]),
        ("x.pvl", {"self": {"href": "http://{host}/l/item.json"}}),
        ("http://{host}/l/x.pvl#top", []),
        (" http://{host}/l/x.pvl\n", []),
        ("http:/{host}/l/x.pvl", []),
        ("http://{host}\\l\\x.pvl", []),
        ("/vsicurl/http://{host}/l/x.pvl", []),
    ],
)
def test_a_label_is_found_by_an_address_of_any_form(href, links):
    with StacApi({}) as api:
        host = f"127.0.0.1:{api.port}"
        api.script("/l/x.pvl", faults.ok(LABEL.format(33.5).encode()))
        if isinstance(links, list):
            links = [{**link, "href": link["href"].format(host=host)} for link in links]
        elif links:
            links = {"self": {"href": links["self"]["href"].format(host=host)}}
        assets = {"caminfo_pvl": {"href": href.format(host=host)}}
        api.items["a"] = [item("a", 1, assets=assets, links=links)]
        (found,) = search(api, labels=True).observations
    assert (found.incidence, found.label_note) == (33.5, "")


def test_an_item_with_a_whole_address_stays_as_it_is():
    one = {"links": [{"rel": "root", "href": "x"}, {"rel": "self", "href": "https://h/1"}]}
    before = list(one["links"])
    give_base(one, BASE)
    assert one["links"] == before
