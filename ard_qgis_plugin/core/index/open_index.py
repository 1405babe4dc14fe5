"""OpenIndex: an index that is open for reading, wherever it lies."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit
from urllib.request import url2pathname

from ..catalog.api_url import shown_url
from ..model.errors import IndexFileError
from .storage.record_reader import KeptRows, Select, kept_states
from .storage.state import CollectionState
from .storage.unzipped import unzipped
from .storage.writable import check_index, is_busy, sentences

_PATIENCE = 30.0  # seconds to wait for a QGIS that writes

Opener = Callable[[str], AbstractContextManager[Select]]
"""Opens what is no file of this machine, such as a web address; raises IndexFileError."""


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """An index that is open for reading.

    `place` is its path or address, `shown` the same for a message; `body_code` is the IAU code of
    the body that it is of, `states` what it knows of its collections.
    """

    place: str
    shown: str
    body_code: int
    select: Select
    rows: KeptRows
    states: dict[str, CollectionState]


@contextmanager
def opened_index(place: str, unpacked: Path, elsewhere: Opener) -> Iterator[OpenIndex]:
    """Opens an index for reading; raises IndexFileError, in the block too.

    A zip is unpacked into the folder `unpacked`; `elsewhere` opens addresses and GDAL's paths.
    """
    if place.startswith("file://"):
        place = url2pathname(urlsplit(place).path)
    is_elsewhere = "://" in place or place.startswith("/vsi")
    opened = elsewhere(place) if is_elsewhere else _file(Path(place), unpacked)
    shown = shown_place(place)
    with opened as select, sentences(shown, "read"):
        code = check_index(select, shown)
        states = {state.id: state for state in kept_states(select)}
        yield OpenIndex(place, shown, code, select, KeptRows(select), states)


def shown_place(place: str) -> str:
    """Returns a path or address for a message: without user, password and query of the address."""
    return shown_url(place.removeprefix("/vsicurl/")) if "://" in place else place


@contextmanager
def _file(path: Path, unpacked: Path) -> Iterator[Select]:
    with sentences(path, "read"):
        is_there = path.is_file()
    if not is_there:
        raise IndexFileError(f"There is no index {path}: check the path, or run ard:index first.")
    there = unzipped(path, unpacked) if path.suffix.lower() == ".zip" else path
    with sentences(path, "read"):
        connection = _connected(there)
    try:
        yield connection.execute
    finally:
        connection.close()


def _connected(path: Path) -> sqlite3.Connection:
    """Opens a file for reading, also where nothing can be written beside it."""
    try:
        return _connected_by(path, "mode=ro")
    except sqlite3.OperationalError as error:
        if is_busy(error):
            raise
        # the journal of a writer that was killed: without it, and written back, it is not whole
        is_unfinished = path.with_name(f"{path.name}-journal").exists()
        return _connected_by(path, "mode=rw" if is_unfinished else "immutable=1")


def _connected_by(path: Path, option: str) -> sqlite3.Connection:
    uri = f"file:{quote(path.resolve().as_posix())}?{option}"
    connection = sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
