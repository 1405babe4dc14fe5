"""Reply: a complete answer of a server, unpacked."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model.text import one_line

try:
    import orjson
except ImportError:  # a faster parser, and no more than that
    orjson = None  # type: ignore[assignment]

_PLAIN = ("", "identity", "aws-chunked")  # S3 leaves the last on bodies that it has unchunked


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
            return _parsed(self.body)
        except RecursionError:
            raise ValueError("the reply is nested beyond reason") from None


def _parsed(body: bytes) -> Any:
    """Returns JSON of any encoding; a byte that is none in UTF-8 stands for itself."""
    try:
        return json.loads(body)
    except UnicodeDecodeError:
        return json.loads(body.decode("utf-8-sig", "replace"))


def unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """Unpacks a body by its Content-Encoding, gzip at most; raises BodyError.

    A body that unpacks to more than `limit` bytes ends after limit + 1.
    """
    encoding = encoding.strip().lower()
    if encoding in _PLAIN or not body:
        return body
    if encoding not in {"gzip", "x-gzip"}:
        raise BodyError(f"the reply is packed as {one_line(encoding)}, which was not asked for")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        plain = unpacker.decompress(body, limit + 1)
    except zlib.error:
        raise BodyError("the reply claims to be gzip but can't be unpacked") from None
    if len(plain) <= limit and not unpacker.eof:
        raise BodyError("the packed reply is cut short")
    return plain
