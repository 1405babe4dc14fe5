"""Documents in any of JSON's encodings, with numbers of any size; and what is none."""

from __future__ import annotations

import json

import pytest

from tests.support.searches import error_of, search
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, answer, item

pytestmark = pytest.mark.filterwarnings("error")

ITEMS = [item("a", number, title="ä") for number in range(3)]
IDS = [one["id"] for one in ITEMS]
PAGE = {"type": "FeatureCollection", "features": ITEMS, "links": []}
TEXT = json.dumps(PAGE, ensure_ascii=False)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_documents_are_read_in_any_utf(encoding):
    with StacApi({"a": []}) as api:
        root = json.dumps(api.root_document()).encode(encoding)
        api.script("/api", faults.ok(root))
        api.script("/api/search", faults.ok(TEXT.encode(encoding)))
        assert search(api).ids == IDS


@pytest.mark.parametrize("odd", ["9" * 6000, "-" + "9" * 6000, "1e999", "NaN", "-Infinity"])
def test_a_number_of_any_size_does_no_harm(odd):
    text = TEXT.replace('"links": []', f'"links": [], "x": {odd}').replace(
        '"datetime"', f'"gsd": {odd}, "datetime"'
    )
    with StacApi({"a": []}) as api:
        api.script("/api/search", faults.ok(text.encode()))
        result = search(api)
    assert [(one.id, one.gsd) for one in result.observations] == [(name, None) for name in IDS]


@pytest.mark.parametrize("around", [("", "\0"), ("\n", "\n\n"), ("", "\0\0 ")])
def test_what_is_blank_around_a_document_does_no_harm(around):
    with StacApi({"a": []}) as api:
        api.script("/api/search", faults.ok(TEXT.join(around).encode()))
        assert search(api).ids == IDS


def test_an_answer_without_content_is_told():
    with StacApi({"a": []}) as api:
        api.script("/api/search", faults.status(204))
        assert "not as a STAC API (nothing): it has status 204 alone" in str(error_of(api))


def test_a_page_of_null_is_empty():
    with StacApi({"a": []}) as api:
        api.script("/api/search", answer({"type": "FeatureCollection", "features": None}))
        result = search(api)
    assert (result.ids, result.report.warnings()) == ([], [])


def test_a_page_that_is_cut_short_is_asked_for_once_more():
    with StacApi({"a": []}) as api:
        api.script("/api/search", faults.ok(TEXT[:-20].encode()), faults.ok(TEXT.encode()))
        assert search(api).ids == IDS


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (TEXT[:-20], "its JSON is broken or cut short"),
        (TEXT + "<!-- page 1 -->", "its JSON is broken or cut short"),
        ("<html>\n<b>Log\tin</b>", "(<html> <b>Log in</b>): a log-in page may stand before it"),
        ("", "not as a STAC API (nothing): it has status 200 alone"),
    ],
)
def test_what_is_no_document_is_an_error(body, said):
    with StacApi({"a": []}) as api:
        api.script("/api/search", faults.ok(body.encode()))
        assert said in str(error_of(api))
