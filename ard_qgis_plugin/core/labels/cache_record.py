"""KeptLabel to the key and the bytes under which the cache holds it, and back."""

from __future__ import annotations

import math
import re
import struct
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from hashlib import blake2b
from pathlib import Path

from ..model.observation import Angles

_DAY = 86_400  # seconds
_TRUSTED = 30 * _DAY  # as long a label that was read is taken for what the server still has
_KEY_BYTES = 16
_LONGEST_ETAG = 256  # characters; those of S3 have 34
_READER = ("parser.py", "statements.py", "plausibility.py", "keywords.py")
_USER = re.compile(r"//[^/?#]*@")
_ETAG = re.compile(r'(?:W/)?"[!#-~]*"')
_FIELDS = [field.name for field in fields(Angles)][1:]  # the first is the source
_CHECKSUM = struct.Struct("<I")
_NUMBERS = struct.Struct(f"<d{len(_FIELDS)}d")  # when it was read, the angles


@dataclass(frozen=True, slots=True)
class KeptLabel:
    """A label that was read once: its angles, its ETag or "", and when (seconds since 1970)."""

    angles: Angles
    etag: str
    read_at: float

    @property
    def is_fresh(self) -> bool:
        """Says whether the server need not be asked; never so where the clock was set back."""
        return 0 <= time.time() - self.read_at < _TRUSTED

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
        digest.update(_USER.sub("//", url.partition("#")[0], count=1).encode("utf-8", "replace"))
        return digest.digest()

    return key_of


def packed(key: bytes, label: KeptLabel) -> bytes:
    """Returns a label as bytes, with a checksum: a damaged disk must not make up an angle."""
    angles = label.angles
    values = (getattr(angles, name) for name in _FIELDS)
    numbers = _NUMBERS.pack(label.read_at, *(math.nan if v is None else v for v in values))
    etag = label.etag if len(label.etag) <= _LONGEST_ETAG and _ETAG.fullmatch(label.etag) else ""
    content = numbers + f"{angles.source}\n{etag}".encode()
    return _CHECKSUM.pack(zlib.crc32(content, zlib.crc32(key))) + content


def unpacked(key: bytes, record: object) -> KeptLabel | None:
    """Returns the label that was packed, or None where the bytes are not what they were."""
    if not isinstance(record, bytes) or len(record) < _CHECKSUM.size + _NUMBERS.size:
        return None
    content = record[_CHECKSUM.size :]
    if _CHECKSUM.unpack_from(record)[0] != zlib.crc32(content, zlib.crc32(key)):
        return None
    read_at, *numbers = _NUMBERS.unpack_from(content)
    source, _, etag = content[_NUMBERS.size :].decode().partition("\n")
    return KeptLabel(
        Angles(source, *(None if math.isnan(v) else v for v in numbers)), etag, read_at
    )


@cache
def _reader() -> bytes:
    """Returns a digest of the code that reads labels and of the form of a record."""
    sources = [Path(__file__).with_name(name) for name in _READER]
    parts = [*(source.read_bytes() for source in sources), repr(_FIELDS).encode()]
    return blake2b(b"\n".join(parts), digest_size=_KEY_BYTES).digest()
