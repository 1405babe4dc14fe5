"""What a server's answer holds: text and JSON, packed in any way, with the fast parser or not."""

from __future__ import annotations

import gzip
import json
import math
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ard_qgis_plugin.core.web import reply as module
from ard_qgis_plugin.core.web.reply import BodyError, Reply, unpacked

INTEGERS = st.integers(-(2**63), 2**64 - 1)  # others become floats
VALUES = st.recursive(
    st.none() | st.booleans() | INTEGERS | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
ODD = {
    "a byte order mark": (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
    "UTF-16": ('{"a": "\u00e9"}'.encode("utf-16"), {"a": "\u00e9"}),
    "infinity": (b'{"a": -Infinity}', {"a": -math.inf}),
    "a pair and halves": (
        rb'{"\ud800": "\ud83c\udf19 \uDBFF\ud83c\udf19\udf19 \\ud800 \u00e9"}',
        {"?": "🌙 ?🌙? \\ud800 é"},
    ),
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


# Bodies, unpacked by whatever Content-Encoding servers write


def packed(data):
    """Packs without the time, for it would be in the tests' names."""
    return gzip.compress(data, mtime=0)


TEXT = b"IncidenceAngle = 33.5 <deg>\n" * 20
_RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
RAW = _RAW.compress(TEXT) + _RAW.flush()
MOST = 10_000

BODIES = {
    "none": (TEXT, ""),
    "identity": (TEXT, "identity"),
    "a charset": (TEXT, "utf-8"),
    "S3's own": (TEXT, "aws-chunked"),
    "gzip": (packed(TEXT), "gzip"),
    "in capitals": (packed(TEXT), " GZIP "),
    "x-gzip": (packed(TEXT), "x-gzip"),
    "gzip of nothing else": (packed(TEXT), "gzip, identity"),
    "of S3": (packed(TEXT), "gzip,aws-chunked"),
    "twice": (packed(packed(TEXT)), "gzip, gzip"),
    "in two members": (packed(TEXT[:50]) + packed(TEXT[50:]), "gzip"),
    "with zeros behind": (packed(TEXT) + bytes(100), "gzip"),
    "deflate": (zlib.compress(TEXT), "deflate"),
    "deflate without a header": (RAW, "deflate"),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_unpacked(name):
    body, encoding = BODIES[name]
    assert unpacked(body, encoding, MOST) == TEXT


@pytest.mark.parametrize(
    ("body", "encoding", "words"),
    [
        (TEXT, "gzip", "claims to be gzip but can't be unpacked"),
        (TEXT, "br", "packed as br, which was not asked for"),
        (TEXT, "deflate", "claims to be deflate but can't be unpacked"),
        (packed(TEXT)[:-1], "gzip", "cut short"),
        (packed(TEXT[:50]) + packed(TEXT[50:])[:-9], "gzip", "cut short"),
        (zlib.compress(TEXT)[:-1], "deflate", "cut short"),
        (RAW[:-5], "deflate", "cut short"),
    ],
)
def test_what_can_t_be_unpacked_whole_is_told(body, encoding, words):
    with pytest.raises(BodyError, match=words):
        unpacked(body, encoding, MOST)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (packed(bytes(10**6)), "gzip"),
        (packed(bytes(700)) * 2000, "gzip"),
        (zlib.compress(bytes(10**6)), "deflate"),
        (packed(packed(bytes(10**6))), "gzip, gzip"),
    ],
)
def test_no_more_than_one_byte_too_many_is_unpacked(body, encoding):
    assert len(unpacked(body, encoding, MOST)) == MOST + 1


def test_nothing_is_nothing():
    assert unpacked(b"", "gzip", MOST) == b""
