"""The server's own words, in all the forms that error bodies come in."""

from __future__ import annotations

import json

import pytest

from ard_qgis_plugin.core.web.reasons import refusal, server_words

PYDANTIC = {
    "type": "less_than_equal",
    "loc": ["body", "limit"],
    "msg": "Input should be less than or equal to 100",
    "input": 250,
    "ctx": {"le": 100},
    "url": "https://errors.pydantic.dev/2.5/v/less_than_equal",
}
TOO_MANY = "body limit: Input should be less than or equal to 100"
FORMS = {
    "STAC": ({"code": "BadRequest", "description": "Invalid bbox."}, "Invalid bbox"),
    "AWS": ({"message": "Internal server error"}, "Internal server error"),
    "AWS in capitals": ({"Message": "User is not authorized"}, "User is not authorized"),
    "FastAPI": ({"detail": "Not here"}, "Not here"),
    "FastAPI's list": ({"detail": [PYDANTIC]}, TOO_MANY),
    "FastAPI's list of two": (
        {"detail": [PYDANTIC, {"loc": ["query", "bbox", 3], "msg": "field required"}]},
        f"{TOO_MANY}; query bbox 3: field required",
    ),
    "FastAPI's list of many": ({"detail": [PYDANTIC] * 9}, "; ".join([TOO_MANY] * 3)),
    "CMR": ({"errors": ["Limit must be at most 100", "No."]}, "Limit must be at most 100; No"),
    "CMR with a message": (
        {"message": "Bad request.", "errors": ["limit is above 100"]},
        "Bad request; limit is above 100",
    ),
    "JSON:API": (
        {"errors": [{"status": "400", "title": "Bad", "detail": "limit is above 100"}]},
        "limit is above 100",
    ),
    "by parameter": ({"errors": {"limit": ["too high", "odd"]}}, "limit: too high; limit: odd"),
    "RFC 9457": (
        {"type": "about:blank", "title": "Bad Request", "detail": "limit is above 100"},
        "limit is above 100",
    ),
    "Flask": ({"error": "limit is above 100"}, "limit is above 100"),
    "Google": ({"error": {"code": 400, "message": "limit is above 100"}}, "limit is above 100"),
    "OAuth": ({"error": "x", "error_description": "No such user"}, "No such user; x"),
    "RFC 9457 with parameters": (
        {"title": "Not valid.", "invalid-params": [{"name": "limit", "reason": "is above 100"}]},
        "Not valid; limit: is above 100",
    ),
    "OGC's exceptions": (
        {"exceptions": [{"code": "InvalidParameterValue", "text": "limit is above 100"}]},
        "limit is above 100",
    ),
    "Django": ({"limit": ["is above 100", "odd"]}, "limit: is above 100; limit: odd"),
    "one text by parameter": ({"errors": {"limit": "is above 100"}}, "limit: is above 100"),
    "FastAPI's place as a text": (
        {"detail": [{"loc": "limit", "msg": "is above 100"}]},
        "limit: is above 100",
    ),
    "a text": ("limit is above 100", "limit is above 100"),
    "a list": (["limit is above 100"], "limit is above 100"),
    "said twice": ({"description": "No", "detail": "No"}, "No"),
    "nothing": ({}, ""),
    "numbers": ({"detail": 5, "errors": [1, None], "description": {"a": 1}}, ""),
    "null": (None, ""),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_server_s_words_are_found(form):
    document, words = FORMS[form]
    assert server_words(json.dumps(document).encode()) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Cannot POST /api/search?key=secret&limit=9", "Cannot POST /api/search"),
        ("No 'https://me:secret@h/x?a=secret' here", "No 'https://h/x' here"),
        ("(/search?token=secret)", "(/search"),
        ("limit > 100? use limit=100", "limit > 100? use limit=100"),
    ],
)
def test_words_repeat_no_key_and_no_user(said, words):
    assert server_words(json.dumps({"message": said}).encode()) == words
    assert server_words(said.encode(), "text/plain") == words


def test_words_are_one_line():
    assert server_words(b'{"errors": ["a\\nb", "c\\td"]}') == "a b; c d"


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (b"limit is above 100", "text/plain; charset=utf-8", "limit is above 100"),
        (b"x" * 301, "text/plain", ""),
        (b"<html>No</html>", "text/html", ""),
        (b"limit is above 100", "", ""),
        (b"\xff\n", "text/plain", "\ufffd"),
    ],
)
def test_a_short_plain_text_is_a_sentence(body, kind, words):
    assert server_words(body, kind) == words


def test_the_deepest_of_lists_does_no_harm():
    assert server_words(json.dumps({"errors": [[[[[[["deep"]]]]]]]}).encode()) == ""
    assert server_words(b'{"errors": ' + b"[" * 5000 + b"]" * 5000 + b"}") == ""


def test_a_refusal_keeps_the_words_apart_from_its_own():
    failure = refusal(422, {}, json.dumps({"detail": [PYDANTIC]}).encode())
    assert failure.words == TOO_MANY
    assert failure.reason == f"the server answered 422 Unprocessable Entity: {TOO_MANY}"
    assert (failure.status, failure.again) == (422, False)
