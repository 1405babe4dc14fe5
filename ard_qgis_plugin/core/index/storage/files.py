"""An observation's assets as the folder and the files in it, which many observations share.

An id in an address is a placeholder, so the folders of a collection are one text, and so are the
files: all that is left of seven addresses are two numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model.observation import Asset

PLACEHOLDER = "\x01"  # stands for the id; no address holds it

File = tuple[str, str, str]
"""Key, the address behind that of the folder, media type."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The assets of an observation; without a folder the files are whole addresses."""

    folder: str | None
    files: tuple[File, ...]

    def text(self) -> str:
        """Returns the files as one text."""
        return json.dumps(self.files, separators=(",", ":"))

    def address_of(self, key: str) -> str | None:
        """Returns a file's address behind that of the folder, None where there is no such file."""
        return next((rest for name, rest, _ in self.files if name == key), None)


class KeptAssets(Mapping[str, Asset]):
    """The assets of an observation, each made when it is asked for."""

    def __init__(self, identifier: str, packed: Packed) -> None:
        self._id = identifier
        self._packed = packed

    def __getitem__(self, key: str) -> Asset:
        for name, rest, media_type in self._packed.files:
            if name == key:
                return Asset(name, full(self._packed.folder, rest, self._id), media_type)
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _, _ in self._packed.files)

    def __len__(self) -> int:
        return len(self._packed.files)


def packed(identifier: str, assets: Mapping[str, Asset]) -> Packed:
    """Packs the assets of the observation of that id."""
    listed = [(key, asset.href, asset.media_type) for key, asset in assets.items()]
    if not identifier or any(PLACEHOLDER in href for _, href, _ in listed):
        return Packed(None, tuple(listed))
    short = [(key, href.replace(identifier, PLACEHOLDER), kind) for key, href, kind in listed]
    folder = _folder([href for _, href, _ in short])
    return Packed(folder, tuple((key, href[len(folder) :], kind) for key, href, kind in short))


def unpacked_files(text: str) -> tuple[File, ...]:
    """Returns the files that were written as a text."""
    return tuple((key, rest, kind) for key, rest, kind in json.loads(text))


def full(folder: str | None, rest: str, identifier: str) -> str:
    """Returns an address from that of the folder and what comes behind it."""
    return rest if folder is None else (folder + rest).replace(PLACEHOLDER, identifier)


def _folder(hrefs: Sequence[str]) -> str:
    """Returns the folder that all addresses lie in, "" without one."""
    if not hrefs:
        return ""
    first, last = min(hrefs), max(hrefs)  # what these share, those between them share
    end = first.rfind("/") + 1
    while not last.startswith(first[:end]):
        end = first.rfind("/", 0, end - 1) + 1
    return first[:end]
