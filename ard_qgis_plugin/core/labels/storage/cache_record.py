"""KeptLabel to the key and the bytes under which the cache holds it, and back."""

from __future__ import annotations

import math
import re
import struct
import time
import zlib
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from ...model.observation import Angles

_DAY = 86_400  # seconds
_TRUSTED = 30 * _DAY  # as long a label that was read is taken for what the server still has
_KEY_BYTES = 16
_LONGEST_ETAG = 256  # characters; those of S3 have 34
_READER = (
    *("blocks.py", "cross_check.py", "forms.py", "keywords.py", "parser.py", "pds4.py"),
    *("plausibility.py", "statements.py", "templates.py"),
)
_USER = re.compile(r"//[^/?#]*@")
_ETAG = re.compile(r'(?:W/)?"[!#-~]*"')
_FIELDS = Angles._fields[1:]  # the first is the source; new ones last
_HEAD = struct.Struct("<IBd")  # checksum, how many of the fields it has, when it was read
_NUMBER = struct.calcsize("<d")


class KeptLabel(NamedTuple):
    """A label that was read once: its angles, its ETag or "", and when (seconds since 1970).

    `remark` is what is to be said of its angles; `is_whole` is false where the label was read for
    less than is read now.
    """

    angles: Angles
    etag: str
    read_at: float
    remark: str = ""
    is_whole: bool = True

    @property
    def is_fresh(self) -> bool:
        """Says whether the server need not be asked; never so where the clock was set back."""
        return self.is_whole and 0 <= time.time() - self.read_at < _TRUSTED

    @property
    def known_etag(self) -> str:
        """Returns the ETag to ask with, or "" where the label is to be read though unchanged."""
        return self.etag if self.is_whole else ""

    @property
    def age(self) -> int:
        """Returns the days since it was read or confirmed."""
        return int((time.time() - self.read_at) // _DAY)


def key_maker() -> Callable[[str], bytes]:
    """Returns the function from a label's URL to its key of 16 bytes.

    A key is a digest: no URL can be read from it, and the user and password are left out before.
    The query counts, since it may name the file; so a label whose URL is signed anew is read anew.
    What another version of the label reader has read has other keys and is never found.
    """
    start = blake2b(digest_size=_KEY_BYTES, key=_reader())

    def key_of(url: str) -> bytes:
        digest = start.copy()
        plain = url.partition("#")[0]
        plain = _USER.sub("//", plain, count=1) if "@" in plain else plain
        digest.update(plain.encode("utf-8", "replace"))
        return digest.digest()

    return key_of


def packed(key: bytes, label: KeptLabel) -> bytes:
    """Returns a label as bytes, with a checksum: a damaged disk must not make up an angle."""
    values = [getattr(label.angles, name) for name in _FIELDS]
    numbers = struct.pack(f"<{len(values)}d", *(math.nan if v is None else v for v in values))
    etag = label.etag if len(label.etag) <= _LONGEST_ETAG and _ETAG.fullmatch(label.etag) else ""
    content = numbers + f"{label.angles.source}\n{etag}\n{label.remark}".encode()
    return _HEAD.pack(_checksum(key, content), len(values), label.read_at) + content


def unpacked(key: bytes, record: object) -> KeptLabel | None:
    """Returns the label that was packed, or None where the bytes are not what they were.

    A label kept before a field came has None for it; one of a later version loses what is unknown.
    """
    if not isinstance(record, bytes) or len(record) < _HEAD.size:
        return None
    checksum, count, read_at = _HEAD.unpack_from(record)
    content = record[_HEAD.size :]
    if checksum != _checksum(key, content) or len(content) < count * _NUMBER:
        return None
    numbers = struct.unpack_from(f"<{count}d", content)[: len(_FIELDS)]
    source, etag, *remark = content[count * _NUMBER :].decode().split("\n", 2)
    angles = Angles(source, *[None if math.isnan(v) else v for v in numbers])
    is_whole = count >= len(_FIELDS) and bool(remark)
    return KeptLabel(angles, etag, read_at, "".join(remark), is_whole)


def _checksum(key: bytes, content: bytes) -> int:
    return zlib.crc32(content, zlib.crc32(key))


@cache
def _reader() -> bytes:
    """Returns a digest of the code that reads labels."""
    sources = [Path(__file__).parents[1] / name for name in _READER]
    parts = [source.read_bytes() for source in sources]
    return blake2b(b"\n".join(parts), digest_size=_KEY_BYTES).digest()
