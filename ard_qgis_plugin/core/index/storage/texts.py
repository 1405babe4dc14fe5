"""Texts that an index keeps once: each has a number, by which observations refer to it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from sqlite3 import Connection
from urllib.parse import unquote

from ...model.errors import ManifestError
from ...model.object_path import object_path
from .files import PLACEHOLDER, Packed

_REMEMBERED = 20_000  # of each kind; a collection has a few, or one an observation
_STAND_IN = "\ue000"  # for the placeholder, which no address may hold


class Texts:
    """The numbers of texts in an index that is being written; a new text gets one."""

    def __init__(self, connection: Connection) -> None:
        self._execute = connection.execute
        self._words: OrderedDict[str, int] = OrderedDict()
        self._files: OrderedDict[str, int] = OrderedDict()

    def forget(self) -> None:
        """Forgets the numbers: those given in a transaction that was rolled back are no longer."""
        self._words.clear()
        self._files.clear()

    def word(self, text: str) -> int:
        """Returns the number of a text."""
        return _number(self._words, text, lambda: self._found("word", text) or self._word(text))

    def files(self, packed: Packed) -> int:
        """Returns the number of the files of an observation."""
        text = packed.text()
        return _number(self._files, text, lambda: self._found("files", text) or self._add(packed))

    def _found(self, table: str, text: str) -> int | None:
        row = self._execute(f"SELECT id FROM {table} WHERE text = ?", (text,)).fetchone()  # nosec B608
        return int(row[0]) if row else None

    def _word(self, text: str) -> int:
        added = self._execute(
            "INSERT INTO word (text, path) VALUES (?, ?)", (text, _bucket_path(text))
        )
        return int(added.lastrowid or 0)

    def _add(self, packed: Packed) -> int:
        image = packed.address_of("image")
        path = None if image is None or packed.folder is None else unquote(image)
        added = self._execute(
            "INSERT INTO files (text, image, thumbnail, path) VALUES (?, ?, ?, ?)",
            (packed.text(), image, packed.address_of("thumbnail"), path),
        )
        return int(added.lastrowid or 0)


def _number(known: OrderedDict[str, int], text: str, find: Callable[[], int]) -> int:
    number = known.get(text)
    if number is None:
        number = known[text] = find()
        if len(known) > _REMEMBERED:
            known.popitem(last=False)
    return number


def _bucket_path(text: str) -> str | None:
    """Returns a folder as bucket and key, as rclone has it; None for what is no folder of one."""
    if not text.endswith("/") or "://" not in text:
        return None
    try:
        found = object_path(text.replace(PLACEHOLDER, _STAND_IN) + _STAND_IN)
    except ManifestError:
        return None
    path = f"{found.bucket}/{found.key}"
    return path.removesuffix(_STAND_IN).replace(_STAND_IN, PLACEHOLDER)
