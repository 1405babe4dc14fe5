"""Bodies, unpacked by whatever Content-Encoding servers write."""

from __future__ import annotations

import gzip
import zlib

import pytest

from ard_qgis_plugin.core.web.reply import BodyError, unpacked

TEXT = b"IncidenceAngle = 33.5 <deg>\n" * 20
_RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
RAW = _RAW.compress(TEXT) + _RAW.flush()
MOST = 10_000

BODIES = {
    "none": (TEXT, ""),
    "identity": (TEXT, "identity"),
    "a charset": (TEXT, "utf-8"),
    "S3's own": (TEXT, "aws-chunked"),
    "gzip": (gzip.compress(TEXT), "gzip"),
    "in capitals": (gzip.compress(TEXT), " GZIP "),
    "x-gzip": (gzip.compress(TEXT), "x-gzip"),
    "gzip of nothing else": (gzip.compress(TEXT), "gzip, identity"),
    "of S3": (gzip.compress(TEXT), "gzip,aws-chunked"),
    "twice": (gzip.compress(gzip.compress(TEXT)), "gzip, gzip"),
    "in two members": (gzip.compress(TEXT[:50]) + gzip.compress(TEXT[50:]), "gzip"),
    "with zeros behind": (gzip.compress(TEXT) + bytes(100), "gzip"),
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
        (gzip.compress(TEXT)[:-1], "gzip", "cut short"),
        (gzip.compress(TEXT[:50]) + gzip.compress(TEXT[50:])[:-9], "gzip", "cut short"),
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
        (gzip.compress(bytes(10**6)), "gzip"),
        (gzip.compress(bytes(700)) * 2000, "gzip"),
        (zlib.compress(bytes(10**6)), "deflate"),
        (gzip.compress(gzip.compress(bytes(10**6))), "gzip, gzip"),
    ],
)
def test_no_more_than_one_byte_too_many_is_unpacked(body, encoding):
    assert len(unpacked(body, encoding, MOST)) == MOST + 1


def test_nothing_is_nothing():
    assert unpacked(b"", "gzip", MOST) == b""
