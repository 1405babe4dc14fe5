"""Fields: only those that are used are asked for; nothing is lost where an API fails at that."""

from __future__ import annotations

import json

import pytest

from ard_qgis_plugin.core.model.known_collections import DEFAULT_COLLECTIONS
from tests.support.searches import error_of, search
from tests.support.servers import faults
from tests.support.servers.stac_api import CONFORMANCE, StacApi, answer, item

pytestmark = pytest.mark.filterwarnings("error")

KNOWN, OTHER = DEFAULT_COLLECTIONS[0], "other"
USED = [
    "type",
    "id",
    "collection",
    "geometry",
    "assets",
    "links",
    "properties.title",
    "properties.datetime",
    "properties.start_datetime",
    "properties.end_datetime",
    "properties.gsd",
    "properties.ssys:targets",
]
MARS_WKT = 'GEOGCRS["Mars",DATUM["D",ELLIPSOID["Mars",3396190,0]]]'


def full_item(number, collection=KNOWN):
    """Makes an item with all that is used and more."""
    one = item(collection, number)
    one["properties"] |= {"title": f"T{number}", "gsd": 7.4, "proj:wkt2": MARS_WKT, "more": "x"}
    one["assets"] = {"image": {"href": f"../{number}.tif", "type": "image/tiff"}}
    one["links"] = [{"rel": "self", "href": "https://host/items/a/item.json"}]
    return one


class FieldsApi(StacApi):
    """An API that conforms to Fields; `takes` is what an item loses where fields are asked for."""

    def __init__(self, takes, *, version="1.0.0", **options):
        items = {KNOWN: [full_item(number) for number in range(7)]}
        super().__init__(items, largest_page=3, **options)
        classes = [*CONFORMANCE, f"https://api.stacspec.org/v{version}/item-search#fields"]
        self.script("/api", answer(self.root_document(conformsTo=classes)))
        if takes:
            self.script("/api/search", self._reduced(takes))

    def _reduced(self, takes):
        async def behave(exchange):
            asked = json.loads(exchange.request.body).get("fields", {}).get("include")
            whole = {name: list(found) for name, found in self.items.items()}
            if asked:
                self.items = {n: [takes(one, asked) for one in f] for n, f in whole.items()}
            await self.usual(exchange)
            self.items = whole

        return behave


def exactly(one, asked):
    """Gives what is asked for, and no `type`."""
    paths = [path.partition(".") for path in asked]
    reduced = {top: one[top] for top, dot, _ in paths if top in one and not dot and top != "type"}
    names = {name for _, dot, name in paths if dot}
    return {**reduced, "properties": {n: v for n, v in one["properties"].items() if n in names}}


def top_level_only(one, asked):
    """Doesn't understand a field within another."""
    return {name: one[name] for name in asked if name in one}


def nothing_but_names(one, _asked):
    """Gives too little."""
    return {"id": one["id"], "collection": one["collection"]}


def empty_properties(one, asked):
    """Gives the properties, but none."""
    return {**top_level_only(one, asked), "properties": {}}


def facts(result):
    return [
        (each.id, each.title, each.datetime, each.gsd, each.body, dict(each.assets), each.footprint)
        for each in result.observations
    ]


EXPECTED = [f"{KNOWN}-{number:03}" for number in range(7)]


def whole():
    with StacApi({KNOWN: [full_item(number) for number in range(7)]}) as api:
        return facts(search(api))


@pytest.mark.parametrize("version", ["1.0.0", "1.0.0-rc.2"])
def test_only_what_is_used_is_asked_for(version):
    with FieldsApi(exactly, version=version) as api:
        result = search(api)
    assert result.ids == EXPECTED
    assert facts(result) == whole()
    assert [one["fields"] for one in api.searches] == [{"include": USED, "exclude": []}] * 4


def test_by_get_the_fields_are_in_the_address():
    with FieldsApi(None, methods=("GET",), paging="href") as api:
        api.script("/api", answer({**api.root_document(), "conformsTo": _fields_class()}))
        assert search(api).ids == EXPECTED
    assert api.searches[0]["fields"] == ",".join(f"+{name}" for name in USED)
    assert {one["fields"] for one in api.searches} == {api.searches[0]["fields"]}


def _fields_class():
    return ["https://api.stacspec.org/v1.0.0/item-search#fields"]


def test_an_api_that_does_not_conform_is_asked_for_all():
    with StacApi({KNOWN: [full_item(1)]}) as api:
        search(api)
    assert "fields" not in api.searches[0]


@pytest.mark.parametrize("classes", [None, 5, [None, 5], "fields", {}])
def test_conformance_of_the_wrong_type_is_none(classes):
    with FieldsApi(None) as api:
        api.script("/api", answer(api.root_document(conformsTo=classes)))
        assert search(api).ids == EXPECTED
    assert all("fields" not in one for one in api.searches)


@pytest.mark.parametrize("takes", [top_level_only, nothing_but_names, empty_properties])
def test_an_api_that_gives_too_little_is_asked_again_for_all(takes):
    with FieldsApi(takes) as api:
        result = search(api)
    assert facts(result) == whole()
    # its second page was under way already
    flags = ["fields" in one for one in api.searches]
    assert flags in ([True, *[False] * 4], [True, True, *[False] * 4])


@pytest.mark.parametrize("code", [400, 422, 500, 501])
def test_an_api_that_refuses_fields_is_asked_again_for_all(code):
    with FieldsApi(None) as api:

        async def behave(exchange):
            refused = b'"fields"' in exchange.request.body
            await (faults.status(code) if refused else api.usual)(exchange)

        api.script("/api/search", behave)
        assert facts(search(api)) == whole()


def test_a_failure_that_has_nothing_to_do_with_fields_is_told_at_once():
    with FieldsApi(None) as api:
        api.script("/api/search", faults.status(401, b'{"description": "Not you."}'))
        assert "401 Unauthorized: Not you" in str(error_of(api, root=api.root))
    assert len(api.asked("/api/search")) == 1


def test_single_items_that_lack_something_do_not_matter():
    def takes(one, asked):
        return {"id": "bare"} if one["id"].endswith("000") else exactly(one, asked)

    with FieldsApi(takes) as api:
        result = search(api)
    assert result.ids == ["bare", *EXPECTED[1:]]
    assert all("fields" in one for one in api.searches)


def test_the_projection_is_asked_for_where_only_it_can_tell_the_body():
    with FieldsApi(exactly) as api:
        api.items = {OTHER: [full_item(number, OTHER) for number in range(2)]}
        result = search(api, OTHER)
    assert api.searches[0]["fields"]["include"] == [
        *USED,
        "properties.proj:wkt2",
        "properties.proj:projjson",
    ]
    assert result.report.stranger.body == "Mars"


AT_FIELDS = {
    "an error with status 200": answer({"code": "X", "description": "fields"}),
    "a page for people": faults.ok(b"<html>No</html>"),
    "nothing of what it counts": answer({"features": [], "numberMatched": 7}),
}


@pytest.mark.parametrize("name", AT_FIELDS)
def test_an_api_that_answers_fields_with_no_items_is_asked_again_for_all(name):
    class Failing(FieldsApi):
        def _search(self, wanted):
            return AT_FIELDS[name] if "fields" in wanted else super()._search(wanted)

    with Failing(None) as api:
        result = search(api)
    assert (result.ids, result.report.warnings()) == (EXPECTED, [])
