"""Reply: a complete answer of a server, unpacked."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model.text import one_line

try:
    import orjson
except ImportError:  # a faster parser, and no more than that
    orjson = None  # type: ignore[assignment]

# Names that pack nothing: S3 leaves aws-chunked on bodies that it has unchunked, and a charset on
# those that were stored with one.
_PLAIN = ("", "identity", "aws-chunked", "utf-8", "utf8", "none")
_WINDOWS = {
    "gzip": zlib.MAX_WBITS | 16,
    "x-gzip": zlib.MAX_WBITS | 16,
    "deflate": zlib.MAX_WBITS,
}
_CHECK = 31  # divides the header of RFC 1950

_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}"
    r"|(?P<half>\\u[dD][89a-fA-F][\da-fA-F]{2})|\\."
)


class BodyError(Exception):
    """Error: a body did not arrive as it was sent."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A complete answer: status 2xx or 304, unpacked body, headers in any letter case, last URL."""

    status: int
    body: bytes
    headers: Mapping[str, str]
    address: object  # the URL, not yet as text

    @property
    def url(self) -> str:
        """Returns the last URL, which holds no user and no password."""
        return str(self.address)

    @property
    def json_text(self) -> str:
        """Returns the text of a JSON document, in whatever UTF it is, with a mark before it or not.

        Zero bytes and blanks around it are left out. Halves of surrogate pairs become question
        marks: no file and no address can hold them.
        """
        text = self.body.decode(json.detect_encoding(self.body), "replace").strip("\0 \t\r\n")
        return _ESCAPE.sub(_without_half, text) if _HALF.search(text) else text

    @property
    def text(self) -> str:
        """Returns the body as text: UTF-8, or else Latin-1."""
        try:
            return self.body.decode("utf-8")
        except UnicodeDecodeError:
            return self.body.decode("latin-1")

    def json(self) -> Any:
        """Returns the body as the JSON that it is; raises ValueError where it is none.

        With orjson a page takes a third of the time. What it refuses (NaN, a byte order mark,
        UTF-16, halves of surrogate pairs) Python's own parser is asked to read.
        """
        if orjson:
            try:
                return orjson.loads(self.body)
            except ValueError:
                pass
        try:
            return json.loads(self.json_text)
        except RecursionError:
            raise ValueError("the reply is nested beyond reason") from None


def _without_half(escape: re.Match[str]) -> str:
    return "?" if escape["half"] else escape[0]


def unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """Unpacks a body by its Content-Encoding, gzip or deflate; raises BodyError.

    A body that unpacks to more than `limit` bytes ends after limit + 1.
    """
    for name in reversed(encoding.lower().split(",")):  # the last was the last that was done
        if body and (packing := name.strip()) not in _PLAIN:
            body = _unpacked(body, packing, limit)
    return body


def _unpacked(body: bytes, packing: str, limit: int) -> bytes:
    if packing not in _WINDOWS:
        raise BodyError(f"the reply is packed as {one_line(packing)}, which was not asked for")
    window = _WINDOWS[packing]
    if packing == "deflate" and not _has_zlib_header(body):
        window = -zlib.MAX_WBITS  # as some servers understand the name
    plain = b""
    while body and len(plain) <= limit:  # gzip may come in several members
        unpacker = zlib.decompressobj(window)
        try:
            plain += unpacker.decompress(body, limit + 1 - len(plain))
        except zlib.error:
            if plain:  # what stands behind the last member is no part of it
                break
            raise BodyError(f"the reply claims to be {packing} but can't be unpacked") from None
        if len(plain) <= limit and not unpacker.eof:
            raise BodyError("the packed reply is cut short")
        body = unpacker.unused_data
    return plain


def _has_zlib_header(body: bytes) -> bool:
    """Says whether deflated bytes have the header of RFC 1950, as they should."""
    return body[0] & 0x0F == zlib.DEFLATED and int.from_bytes(body[:2], "big") % _CHECK == 0
