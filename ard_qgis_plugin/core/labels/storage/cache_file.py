"""CacheFile: keys and records in one SQLite file that several processes may use at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ...model.text import one_line

_VERSION = 1  # of the table; raise it when the table changes
_TABLE = "CREATE TABLE labels (id INTEGER PRIMARY KEY, key BLOB UNIQUE, record BLOB)"
_AT_ONCE = 500  # keys in a query; older SQLite takes 999
_PATIENCE = 5.0  # seconds to wait for another process that writes
_JOURNAL, _DAMAGED = "-journal", ".damaged"


class CacheFile:
    """The open file; used in the thread that opened it. Every method raises sqlite3.Error.

    The journal is SQLite's own, not WAL, which must not be used where the profile lies on a
    network drive. A higher id was written later. No transaction outlives a call, so another
    process waits for milliseconds at most.
    """

    def __init__(self, path: Path, patience: float = _PATIENCE) -> None:
        self._connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        execute = self._connection.execute
        # what the last seconds wrote may be lost with the power, not with the process
        execute("PRAGMA synchronous = NORMAL")
        if self._version() == _VERSION:
            return
        with self._writing():
            if self._version() != _VERSION:  # no other process was faster
                execute("DROP TABLE IF EXISTS labels")
                execute(_TABLE)
                execute(f"PRAGMA user_version = {_VERSION}")

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        try:
            yield
            execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                execute("ROLLBACK")

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def find(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Returns the records of those keys that are there."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, record FROM labels WHERE key IN ({marks})"  # noqa: S608  # nosec B608
            found.update(self._connection.execute(query, some))
        return found

    def put(self, rows: Iterable[tuple[bytes, bytes]], most: int) -> None:
        """Writes keys and records, then drops the oldest of what is above `most` in number."""
        with self._writing():
            write = "INSERT OR REPLACE INTO labels (key, record) VALUES (?, ?)"
            self._connection.executemany(write, rows)
            self._drop_above(most)

    def _drop_above(self, most: int) -> None:
        execute = self._connection.execute
        # the ids say at once how many there are at most; counting goes through the whole index
        if execute("SELECT max(id) - min(id) + 1 FROM labels").fetchone()[0] > most:
            surplus = max(self.count() - most, 0)
            execute(
                "DELETE FROM labels WHERE id IN (SELECT id FROM labels ORDER BY id LIMIT ?)",
                (surplus,),
            )

    def count(self) -> int:
        """Returns how many records there are."""
        return int(self._connection.execute("SELECT count(*) FROM labels").fetchone()[0])

    def check(self) -> None:
        """Raises sqlite3.DatabaseError where the file is damaged; takes a while if it is large."""
        verdict = self._connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(one_line(verdict))
        self.find([b""])  # the table is there as it should be

    def clear(self) -> None:
        """Removes all records and gives their room back to the disk."""
        self._connection.execute("DELETE FROM labels")
        self._connection.execute("VACUUM")


def is_damage(error: sqlite3.Error | OSError) -> bool:
    """Says whether an error means that the file itself can't be used any more."""
    # "malformed", "not a database"; all else is a kind, "no such table" among it
    return type(error) is sqlite3.DatabaseError or "no such" in str(error)


def is_busy(error: sqlite3.Error) -> bool:
    """Says whether an error means that another process is writing."""
    return "locked" in str(error)


def set_aside(path: Path) -> Path:
    """Renames a damaged file, in place of an earlier one; returns the new name, raises OSError."""
    _beside(path, _JOURNAL).unlink(missing_ok=True)  # it would be played back into the next file
    return path.replace(_beside(path, _DAMAGED))


def delete(path: Path) -> None:
    """Deletes a file that can't be cleared any more; raises OSError."""
    for ending in (_JOURNAL, ""):
        _beside(path, ending).unlink(missing_ok=True)


def delete_damaged(path: Path) -> None:
    """Deletes what was set aside; raises OSError."""
    _beside(path, _DAMAGED).unlink(missing_ok=True)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
