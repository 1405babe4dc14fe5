"""Reply: a complete answer of a server, unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.text import one_line

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
