"""IndexParts: indices of parts, from which a reading of the whole takes what they have read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...model.errors import IndexFileError
from ...model.observation import Observation
from ..open_index import OpenIndex, opened_index
from ..storage.entry import AGAIN, Entry, unread
from ..storage.kept import AT_ONCE
from .share import part_of, part_path


class IndexParts:
    """The indices of the parts that are there, by number, of so many in all."""

    def __init__(self, opened: Mapping[int, OpenIndex], parts: int) -> None:
        self._opened = opened
        self._parts = parts

    @property
    def missing(self) -> list[int]:
        """Returns the numbers of the parts that are not there."""
        return [number for number in range(1, self._parts + 1) if number not in self._opened]

    def completed(self, searched: str, entries: Sequence[Entry]) -> list[Entry]:
        """Returns items of a collection with what their part has read of their labels.

        What has changed since, or has a label that was not read, stays as it is.
        """
        read: dict[str, Observation] = {}
        for number, index in self._opened.items():
            ids = [each.observation.id for each in entries]
            own = [each for each in ids if each and part_of(each, self._parts) == number]
            read.update((each.id, each) for each in _kept(index, searched, own))
        return [_completed(each, read.get(each.observation.id)) for each in entries]


@contextmanager
def opened_parts(index: Path, parts: int) -> Iterator[IndexParts]:
    """Opens the parts of an index that are beside it; raises IndexFileError for a damaged one."""
    there = [number for number in range(1, parts + 1) if part_path(index, number).is_file()]
    with ExitStack() as stack:
        opened = {
            number: stack.enter_context(
                opened_index(str(part_path(index, number)), index.parent, _no_address)
            )
            for number in there
        }
        yield IndexParts(opened, parts)


def _kept(index: OpenIndex, searched: str, ids: Sequence[str]) -> Iterator[Observation]:
    for start in range(0, len(ids), AT_ONCE - 1):
        some = ids[start : start + AT_ONCE - 1]
        rows = index.select(
            f"SELECT fid FROM observation WHERE id IN ({','.join('?' * len(some))}) "  # nosec B608
            "AND searched = (SELECT id FROM word WHERE text = ?) AND gone IS NULL",
            (*some, searched),
        )
        yield from index.rows.observations([fid for (fid,) in rows])


def _completed(entry: Entry, kept: Observation | None) -> Entry:
    if kept is None or kept.label_status in AGAIN or unread(kept) != entry.observation:
        return entry
    there = entry.observation
    read = replace(
        there,
        angles=kept.angles,
        label_status=kept.label_status,
        label_note=kept.label_note,
        label_url=kept.label_url,
    )
    return replace(entry, observation=read)


def _no_address(place: str) -> Any:
    raise IndexFileError(f"{place} is no file of this machine.")
