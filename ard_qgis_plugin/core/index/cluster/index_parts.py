"""IndexParts: indices of parts, from which a reading of the whole takes what they have read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...model.errors import IndexFileError
from ..known_angles import KnownAngles
from ..open_index import opened_index
from ..storage.entry import Entry
from .share import part_of, part_path


class IndexParts:
    """The angles of the parts that are there, by number, of so many in all."""

    def __init__(self, known: Mapping[int, KnownAngles], parts: int) -> None:
        self._known = known
        self._parts = parts

    @property
    def missing(self) -> list[int]:
        """Returns the numbers of the parts that are not there."""
        return [number for number in range(1, self._parts + 1) if number not in self._known]

    def completed(self, entries: Sequence[Entry]) -> list[Entry]:
        """Returns items with what their part has read of their labels, in the same order."""
        own: dict[int, list[int]] = defaultdict(list)
        for row, each in enumerate(entries):
            own[part_of(each.observation.id, self._parts)].append(row)
        found = list(entries)
        for number, rows in own.items():
            if known := self._known.get(number):
                read = known([entries[row].observation for row in rows])
                for row, observation in zip(rows, read, strict=True):
                    found[row] = replace(entries[row], observation=observation)
        return found


@contextmanager
def opened_parts(index: Path, parts: int) -> Iterator[IndexParts]:
    """Opens the parts of an index that are beside it; raises IndexFileError for a damaged one."""
    paths = {number: part_path(index, number) for number in range(1, parts + 1)}
    with ExitStack() as stack:
        opened = {
            number: stack.enter_context(opened_index(str(path), path.parent, _no_address))
            for number, path in paths.items()
            if path.is_file()
        }
        yield IndexParts({one: KnownAngles(each.select) for one, each in opened.items()}, parts)


def _no_address(place: str) -> Any:
    raise IndexFileError(f"{place} is no file of this machine.")
