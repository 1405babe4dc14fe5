"""What a server's answer holds: text and JSON, with the fast parser and without it."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ard_qgis_plugin.core.web import reply as module
from ard_qgis_plugin.core.web.reply import Reply

INTEGERS = st.integers(-(2**63), 2**64 - 1)  # others become floats
VALUES = st.recursive(
    st.none() | st.booleans() | INTEGERS | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
ODD = {
    "a byte order mark": (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
    "UTF-16": ('{"a": "\u00e9"}'.encode("utf-16"), {"a": "\u00e9"}),
    "infinity": (b'{"a": -Infinity}', {"a": -math.inf}),
    "half a pair": (b'{"a": "\\ud800"}', {"a": "\ud800"}),
    "a byte of Latin-1": (b'{"a": "caf\xe9"}', {"a": "caf\ufffd"}),
    "one key twice": (b'{"a": 1, "a": 2}', {"a": 2}),
}
NONE = (b"", b"{", b"<html>", b"{} {}", b"[1,]", b"[" * 100_000, b"9" * 5_000)


@pytest.fixture(params=["orjson", "json"])
def parser(request, monkeypatch):
    """The parser that is there: the fast one, or Python's own alone."""
    if request.param == "json":
        monkeypatch.setattr(module, "orjson", None)
    assert bool(module.orjson) is (request.param == "orjson")


def parsed(body):
    return Reply(200, body, {}, "").json()


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("body", "value"), ODD.values(), ids=list(ODD))
def test_odd_json_is_read(body, value):
    assert parsed(body) == value


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("body", NONE, ids=[repr(body[:8]) for body in NONE])
def test_what_is_no_json_is_an_error(body):
    with pytest.raises(ValueError):  # noqa: PT011 (json has its own words)
        parsed(body)


@given(VALUES)
def test_the_fast_parser_reads_the_same(value):
    text = json.dumps(value)
    assert repr(parsed(text.encode())) == repr(json.loads(text))
