"""IndexStore: the observations of an index while it is written, and what is there of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ...model.bodies import Body
from ...model.observation import LabelStatus, Observation
from . import listing
from .columns import INCIDENCE, KEPT
from .entry import Change, Entry, boxes_of, unread
from .geopackage import add_style, blob_of
from .record import Packer
from .record_reader import AT_ONCE, KeptRows, kept_states
from .state import CollectionState
from .tables import GEOMETRY, LAYER, RTREE
from .texts import Texts
from .writable import open_for_writing, sentences, writing

_ROW = f"INSERT OR REPLACE INTO observation (fid, {', '.join(KEPT)}) VALUES (?{', ?' * len(KEPT)})"
_BOX = f"INSERT OR REPLACE INTO {RTREE} (id, minx, miny, maxx, maxy) VALUES (?, ?, ?, ?, ?)"


class _There(NamedTuple):
    """What is kept of an item, as far as it tells whether it has changed."""

    fid: int
    updated: int | None
    label_status: int
    gone: str | None


class IndexStore:
    """The index of a body while it is written: under the writer's lock, in one thread.

    What a method writes is in the file when it returns, or nothing of it; it may raise
    IndexFileError. A context manager.
    """

    def __init__(self, path: Path, body: Body) -> None:
        self._path = path
        self._connection = open_for_writing(path, body)
        self._execute = self._connection.execute
        self._texts = Texts(self._connection)
        self._packer = Packer(self._texts.word, self._texts.files, partial(blob_of, body=body))
        self._rows = KeptRows(self._execute)
        self._last = self._execute("SELECT coalesce(max(fid), 0) FROM observation").fetchone()[0]
        self._under_way: dict[tuple[str, str], int] = {}  # new items, to their numbers

    def __enter__(self) -> IndexStore:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def states(self) -> dict[str, CollectionState]:
        """Returns what is known of each collection, by its id."""
        with sentences(self._path, "read"):
            return {state.id: state for state in kept_states(self._execute)}

    def put_style(self, name: str, qml: str) -> None:
        """Gives the layer its style, unless it has one already."""
        with self._transaction():
            add_style(self._connection, LAYER, GEOMETRY, name, qml)

    def begin(self, state: CollectionState) -> None:
        """Begins a reading of a collection: what an earlier one has listed is dropped."""
        with self._transaction():
            listing.clear(self._connection, self._texts.word(state.id))
            self._save(state)

    def end(self, state: CollectionState, now: str) -> int:
        """Ends a reading in which all went by; returns how many are gone, without a time 0."""
        with self._transaction():
            gone = listing.close(self._connection, self._texts.word(state.id), now)
            self._save(state)
        return gone

    def compare(
        self, searched: str, page: Sequence[Entry], again: Collection[LabelStatus]
    ) -> list[Entry]:
        """Returns a page's items with their numbers and what is to be done about each.

        `again` are the outcomes of labels that are not to stay.
        """
        with self._transaction():
            words, there = set(map(self._word_of, again)), self._there(searched, page)
            rows = [there.get(entry.observation.id) for entry in page]
            kept = self._kept(page, rows)
            return [
                self._compared(searched, entry, row, words, kept)
                for entry, row in zip(page, rows, strict=True)
            ]

    def resume(self, searched: str, first: int, rank: int) -> list[str]:
        """Goes on with a reading behind a rank; returns the ids of what it listed from `first`."""
        with self._transaction():
            return listing.resume(self._connection, self._texts.word(searched), first, rank)

    def place(self, searched: str, entries: Sequence[Entry]) -> bool:
        """Gives items that came alone their rank; returns False where it can't be told."""
        with self._transaction():
            word, fids = self._texts.word(searched), [entry.fid for entry in entries]
            return listing.place(self._connection, word, fids)

    def put(
        self,
        searched: str,
        entries: Sequence[Entry],
        state: CollectionState | None = None,
        seen: Sequence[Entry] = (),
    ) -> None:
        """Writes items, with what was read of their labels, and how far the reading is by that.

        They are listed, and so are those that were `seen` and are as they were.
        """
        with self._transaction():
            rows = (
                (each.fid, *self._packer.row(each.observation, searched, each.updated))
                for each in entries
            )
            self._connection.executemany(_ROW, rows)
            self._connection.executemany(_BOX, boxes_of(entries))
            self._list([*entries, *seen])
            if state:
                self._save(state)
        for each in entries:
            self._under_way.pop((searched, each.observation.id), None)

    def to_read_again(
        self, searched: str, after: int, statuses: Collection[LabelStatus], limit: int | None
    ) -> list[Entry]:
        """Returns the next items behind a number whose label is so, at most `limit`, or all."""
        most = AT_ONCE if limit is None else min(AT_ONCE, limit)
        with self._transaction():
            words = [self._texts.word(status.value) for status in statuses]
            rows = self._execute(
                "SELECT fid, updated FROM observation WHERE searched = ? AND gone IS NULL AND "  # nosec B608
                f"label_status IN ({','.join('?' * len(words))}) AND fid > ? ORDER BY fid LIMIT ?",
                (self._texts.word(searched), *words, after, most),
            ).fetchall()
            kept = self._rows.observations([fid for fid, _ in rows])
        return [
            Entry(unread(observation), updated, fid=fid, change=Change.LABEL)
            for observation, (fid, updated) in zip(kept, rows, strict=True)
        ]

    def newest(self, searched: str) -> int | None:
        """Returns the latest `updated` of a collection's items; None where not all have one."""
        with sentences(self._path, "read"):
            newest, count = self._execute(
                "SELECT max(updated), count(*) - count(updated) FROM observation "
                "WHERE searched = (SELECT id FROM word WHERE text = ?) AND gone IS NULL",
                (searched,),
            ).fetchone()
        return None if count or newest is None else int(newest)

    def count(self, searched: str) -> tuple[int, int]:
        """Returns how many observations of a collection there are, and how many with an angle."""
        with sentences(self._path, "read"):
            found = self._execute(
                f"SELECT count(*), count({INCIDENCE}) FROM observation "  # nosec B608
                "WHERE searched = (SELECT id FROM word WHERE text = ?) AND gone IS NULL",
                (searched,),
            ).fetchone()
        return int(found[0]), int(found[1])

    def _word_of(self, status: LabelStatus) -> int:
        return self._texts.word(status.value)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with sentences(self._path, "written"):
            try:
                with writing(self._connection):
                    yield
            except BaseException:
                self._texts.forget()
                raise

    def _save(self, state: CollectionState) -> None:
        self._execute(
            "INSERT INTO collection (id, state) VALUES (?, ?) "
            "ON CONFLICT (id) DO UPDATE SET state = excluded.state",
            (state.id, state.text()),
        )

    def _list(self, entries: Sequence[Entry]) -> None:
        ranked = [(each.fid, each.rank) for each in entries if each.rank is not None]
        listing.list_items(self._connection, ranked)

    def _compared(
        self,
        searched: str,
        entry: Entry,
        row: _There | None,
        again: Collection[int],
        kept: Mapping[int, Observation],
    ) -> Entry:
        """Returns an item with its number and what is to be done about it."""
        name = (searched, entry.observation.id)
        if name in self._under_way:  # the catalogue lists it twice
            return replace(entry, fid=self._under_way[name], change=Change.NONE)
        if row is None:
            self._last += 1
            if entry.observation.id:
                self._under_way[name] = self._last
            return replace(entry, fid=self._last, change=Change.NEW)
        change = Change.LABEL if row.label_status in again else Change.NONE
        if row.gone or _has_changed(row, entry, kept):
            change = Change.CHANGED
        return replace(entry, fid=row.fid, change=change)

    def _there(self, searched: str, page: Sequence[Entry]) -> dict[str, _There]:
        """Returns what is kept of the items of a page, by id."""
        ids = list({entry.observation.id for entry in page} - {""})
        word = self._texts.word(searched)
        found: dict[str, _There] = {}
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            rows = self._execute(
                "SELECT id, fid, updated, label_status, gone FROM observation "  # nosec B608
                f"WHERE id IN ({','.join('?' * len(some))}) AND searched = ?",
                (*some, word),
            )
            found.update((identifier, _There(*rest)) for identifier, *rest in rows)
        return found

    def _kept(self, page: Sequence[Entry], rows: Sequence[_There | None]) -> dict[int, Observation]:
        """Returns what is kept of those items, by number, whose times don't tell of a change."""
        pairs = zip(page, rows, strict=True)
        fids = [row.fid for entry, row in pairs if row and not (row.updated and entry.updated)]
        return dict(zip(fids, self._rows.observations(fids), strict=True))


def _has_changed(row: _There, entry: Entry, kept: Mapping[int, Observation]) -> bool:
    """Says whether an item has changed: by its time, or where it has none by what is in it."""
    if row.updated and entry.updated:
        return row.updated != entry.updated
    return unread(kept[row.fid]) != unread(entry.observation)
