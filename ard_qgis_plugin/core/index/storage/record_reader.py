"""Observations read out of an index, by the numbers of their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from sqlite3 import DatabaseError
from typing import Any

from ...model.observation import Observation
from .columns import KEPT, TYPES
from .files import File, unpacked_files
from .record import Unpacker
from .state import CollectionState, state_of

Select = Callable[[str, Sequence[Any]], Iterable[tuple[Any, ...]]]
"""A query with ? for its values -> rows; however the file is read."""

AT_ONCE = 500
"""Values in a query; older SQLite takes 999."""

_REMEMBERED = 50_000  # texts
_NUMBERS = {int, float, type(None)}
_SHORT = 40  # characters of a value that is wrong

# GDAL, which may be what reads the file, makes values of its own of bytes and times and takes a key
# for no column: not so of expressions. A geometry's head of 8 bytes stays where it is.
_SHOWN = {"MULTIPOLYGON": "hex(substr({}, 9))", "DATETIME": "{} || ''"}


class KeptRows:
    """The observations of an index that is open, whichever way."""

    def __init__(self, select: Select) -> None:
        self._select = select
        there = {row[0] for row in select("SELECT name FROM pragma_table_info('observation')", ())}
        columns = [name for name in KEPT if name in there]
        shown = ", ".join(_SHOWN.get(TYPES[name], "{}").format(name) for name in columns)
        self._query = f"SELECT fid + 0, {shown} FROM observation WHERE fid IN"  # nosec B608
        self._unpacker = Unpacker(columns)
        self._id = columns.index("id")
        self._numbers = [(name, at) for at, name in enumerate(columns) if TYPES[name] == "REAL"]
        self._words: dict[int, str] = {}
        self._files: dict[int, tuple[File, ...]] = {}

    def observations(self, fids: Sequence[int]) -> list[Observation]:
        """Returns the observations of these numbers, in their order; raises DatabaseError."""
        try:
            return self._observations(fids)
        except (ValueError, TypeError, KeyError) as error:
            raise DatabaseError(f"observation: {error!r}") from error

    def _observations(self, fids: Sequence[int]) -> list[Observation]:
        rows = {row[0]: row[1:] for row in self._in(self._query, fids)}
        found = [rows[fid] for fid in fids if fid in rows]
        self._check_numbers(found)
        names = ("collection", "body", "label_status", "source", "folder", "label")
        self._load(self._words, "word", self._unpacker.numbers(found, names))
        self._load(self._files, "files", self._unpacker.numbers(found, ("files",)))
        return self._unpacker.observations(found, self._words, self._files)

    def _check_numbers(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Raises DatabaseError where something else stands for a number, as SQLite lets it."""
        for name, at in self._numbers:
            if set(map(type, map(itemgetter(at), rows))) <= _NUMBERS:
                continue
            row = next(row for row in rows if type(row[at]) not in _NUMBERS)
            value = str(row[at])[:_SHORT]
            raise DatabaseError(f"{name} of {row[self._id]} is {value!r}, not a number")

    def _load(self, known: dict[int, Any], table: str, numbers: set[int]) -> None:
        if len(known) > _REMEMBERED:
            known.clear()
        wanted = sorted(numbers - known.keys())
        for number, text in self._in(f"SELECT id + 0, text FROM {table} WHERE id IN", wanted):  # nosec B608
            known[number] = unpacked_files(text) if table == "files" else text

    def _in(self, query: str, numbers: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(numbers), AT_ONCE):
            some = numbers[start : start + AT_ONCE]
            yield from self._select(f"{query} ({','.join('?' * len(some))})", some)


def kept_states(select: Select) -> list[CollectionState]:
    """Returns what an index knows of its collections; raises sqlite3.DatabaseError."""
    try:
        rows = select("SELECT state FROM collection ORDER BY rowid", ())
        return [state_of(text) for (text,) in rows]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DatabaseError(f"collection: {error}") from error
