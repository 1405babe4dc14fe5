"""APIs that call a page size invalid are asked for less; what else is invalid is told at once."""

from __future__ import annotations

import json

import pytest

from tests.support.searches import error_of, search
from tests.support.servers import faults
from tests.support.servers.stac_api import CONFORMANCE, StacApi, answer, item

pytestmark = pytest.mark.filterwarnings("error")

ITEMS = {"a": [item("a", number) for number in range(600)]}
IDS = [one["id"] for one in ITEMS["a"]]
FIELDS = [*CONFORMANCE, "https://api.stacspec.org/v1.0.0/item-search#fields"]

REFUSALS = {
    "FastAPI, pydantic 2": {
        "detail": [
            {
                "type": "less_than_equal",
                "loc": ["body", "limit"],
                "msg": "Input should be less than or equal to 100",
                "input": 250,
                "ctx": {"le": 100},
            }
        ]
    },
    "FastAPI, pydantic 1": {
        "detail": [
            {
                "loc": ["query", "limit"],
                "msg": "ensure this value is less than or equal to 100",
                "type": "value_error.number.not_le",
                "ctx": {"limit_value": 100},
            }
        ]
    },
    "CMR": {"errors": ["Validation: limit must be between 1 and 100"]},
    "STAC": {"code": "BadRequest", "description": "Limit must be at most 100."},
    "another name": {"message": "page_size is too large"},
    "per page": {"error": {"message": "At most 100 items per page"}},
    "RFC 9457": {"title": "Bad Request", "detail": "The maximum number of items is 100"},
    "no words": {},
    "the bound alone": {"detail": "must be less than or equal to 100"},
    "a sign": {"detail": [{"loc": ["body"], "msg": "value must be <= 100"}]},
    "a range": {"message": "Expected a number between 1 and 100"},
    "the maximum": {"description": "Maximum is 100"},
    "nothing but the status": {"code": "BadRequest", "description": "Bad Request"},
    "nothing but that it is invalid": {"message": "Invalid parameters"},
    "nothing but a status of its own": {"message": "Request failed with status code 400"},
    "Spanish": {"message": "El límite máximo es 100"},
    "German": {"message": "Höchstens 100 Treffer pro Seite"},
    "Japanese": {"message": "件数は100以下で指定してください"},
    "RFC 9457 with parameters": {
        "title": "Your request is not valid.",
        "invalid-params": [{"name": "limit", "reason": "must be at most 100"}],
    },
}


class Bounded(StacApi):
    """An API that refuses what asks for more than `most` items at once."""

    def __init__(self, most, refusal, items=None, **options):
        super().__init__(ITEMS if items is None else items, **options)
        self.most, self.refusal = most, refusal
        self.limits = []

    def _search(self, wanted):
        self.limits.append(int(wanted["limit"]))
        return self.refusal if self.limits[-1] > self.most else super()._search(wanted)


def limits_tried(refusal, methods):
    """Returns the page sizes that are tried with an API that refuses more than 100; all comes."""
    paging = "href" if methods == ("GET",) else "body"
    with Bounded(100, refusal, methods=methods, paging=paging) as api:
        result = search(api, max_items=0)
    assert (result.ids, result.report.warnings()) == (IDS, [])
    return api.limits


@pytest.mark.parametrize("words", REFUSALS)
@pytest.mark.parametrize("code", [400, 422])
@pytest.mark.parametrize("methods", [("POST",), ("GET",)])
def test_a_page_size_that_is_refused_is_halved(words, code, methods):
    refusal = faults.status(code, json.dumps(REFUSALS[words]).encode())
    limits = limits_tried(refusal, methods)
    assert limits[:3] == [250, 125, 62]
    assert set(limits[3:]) == {62}


@pytest.mark.parametrize("body", [b"", b"Internal Server Error", b'{"description": "Oh no"}'])
@pytest.mark.parametrize("methods", [("POST",), ("GET",)])
def test_a_server_that_fails_at_a_page_is_asked_for_a_quarter(body, methods):
    refusal = faults.status(500, body, content_type="text/plain")
    assert set(limits_tried(refusal, methods)) == {250, 62}


def test_a_server_that_fails_at_pages_of_any_size_is_told_after_a_few():
    with Bounded(0, faults.status(500, b'{"description": "Oh no"}')) as api:
        assert "500 Internal Server Error: Oh no" in str(error_of(api))
    assert list(dict.fromkeys(api.limits)) == [250, 62, 15, 3]


@pytest.mark.parametrize("counts", ["numberMatched", "context"])
def test_an_api_that_counts_but_sends_nothing_of_a_large_page_is_asked_for_less(counts):
    class Withholding(Bounded):
        def _search(self, wanted):
            few = super()._search(wanted)
            empty = {"type": "FeatureCollection", "features": [], **self._count(ITEMS["a"])}
            return answer(empty) if int(wanted["limit"]) > self.most else few

    with Withholding(100, None, counts=counts) as api:
        result = search(api, max_items=0)
    assert (result.ids, result.report.warnings()) == (IDS, [])


NAMED = ("FastAPI, pydantic 2", "FastAPI, pydantic 1", "CMR", "STAC", "another name", "per page")


@pytest.mark.parametrize("words", NAMED)
@pytest.mark.parametrize("code", [403, 404, 406, 409, 416, 500, 501])
@pytest.mark.parametrize("methods", [("POST",), ("GET",), ("POST", "GET")])
def test_a_page_size_that_is_refused_by_another_status_is_halved(words, code, methods):
    refusal = faults.status(code, json.dumps(REFUSALS[words]).encode())
    limits = limits_tried(refusal, methods)
    assert set(limits) == {250, 125, 62}
    assert set(limits[-3:]) == {62}


@pytest.mark.parametrize(
    "words",
    [
        "Requests with limit > 100 are not allowed",
        "count must be <= 100",
        "Maximum number of features is 100",
        "Too many items requested; max 100",
        "Page size may not exceed 100",
        "You may request no more than 100 items at once",
    ],
)
def test_other_words_for_a_page_size_that_is_refused(words):
    refusal = faults.status(403, json.dumps({"message": words}).encode())
    with Bounded(100, refusal) as api:
        assert search(api, max_items=0).ids == IDS


@pytest.mark.parametrize("code", [401, 403, 404, 416])
@pytest.mark.parametrize(
    "words",
    [
        "Rate limit exceeded",
        "Request limit exceeded",
        "The limit of 1000 requests per day is exceeded",
        "Daily limit of your API key: 5000",
        "Forbidden",
        "Requested Range Not Satisfiable",
        "You have no access to this area of limited use",
    ],
)
def test_a_limit_of_something_else_is_told_at_once(words, code):
    with Bounded(0, faults.status(code, json.dumps({"message": words}).encode())) as api:
        assert words in str(error_of(api))
    assert set(api.limits) == {250}


@pytest.mark.parametrize("words", REFUSALS)
@pytest.mark.parametrize("code", [400, 422])
def test_where_single_fields_are_asked_for_too(words, code):
    refusal = faults.status(code, json.dumps(REFUSALS[words]).encode())
    with Bounded(100, refusal) as api:
        api.script("/api", answer(api.root_document(conformsTo=FIELDS)))
        result = search(api, max_items=0)
    assert (result.ids, result.report.warnings()) == (IDS, [])
    assert api.limits[-1] == 62


def test_several_collections_learn_from_one_another():
    items = {name: [item(name, number) for number in range(150)] for name in "abcdefghi"}
    refusal = faults.status(400, json.dumps(REFUSALS["CMR"]).encode())
    with Bounded(100, refusal, items) as api:
        result = search(api, max_items=0)
    assert result.ids == [one["id"] for found in items.values() for one in found]
    assert api.limits[-3:] == [62, 62, 62]


@pytest.mark.parametrize("limit", [5, 150])
def test_max_items_holds(limit):
    refusal = faults.status(422, json.dumps(REFUSALS["FastAPI, pydantic 2"]).encode())
    with Bounded(20, refusal) as api:
        result = search(api, max_items=limit)
    assert result.ids == IDS[:limit]
    assert result.report.cut
    assert result.report.matched == 600


@pytest.mark.parametrize("code", [400, 422])
def test_what_else_is_invalid_is_told_at_once_in_the_api_s_words(code):
    document = {"detail": [{"loc": ["body", "bbox", 0], "msg": "must be a number"}]}
    with StacApi(ITEMS) as api:
        api.script("/api/search", faults.status(code, json.dumps(document).encode()))
        error = str(error_of(api))
    assert ": body bbox 0: must be a number" in error
    assert len(api.asked("/api/search")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "bbox: latitude must be between -90 and 90",
        "Coordinates should be less than or equal to 180",
        "datetime: only 1 interval",
    ],
)
def test_a_bound_of_something_else_is_none_of_the_page_size(words):
    with StacApi(ITEMS) as api:
        api.script("/api/search", faults.status(400, json.dumps({"detail": words}).encode()))
        assert words in str(error_of(api))
    assert len(api.asked("/api/search")) == 1


@pytest.mark.parametrize("code", [400, 422])
def test_what_no_page_size_helps_is_told_after_a_handful(code):
    with StacApi(ITEMS) as api:
        api.script("/api/search", faults.status(code))
        assert f"the server answered {code}" in str(error_of(api))
    limits = [json.loads(one.body)["limit"] for one in api.asked("/api/search")]
    assert limits == [250, 125, 62, 31, 15, 7]


@pytest.mark.parametrize("words", ["CMR", "no words"])
def test_a_page_size_that_has_worked_is_not_to_blame(words):
    with StacApi(ITEMS) as api:
        refusal = faults.status(400, json.dumps(REFUSALS[words]).encode())
        api.script("/api/search", api.usual, refusal)
        error = str(error_of(api, max_items=0))
    assert "ended at page 2, after 250 observations of it" in error
    assert len(api.asked("/api/search")) == 2
