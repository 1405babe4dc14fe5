"""An index file, made or opened for writing, and what is said where that can't be done."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from ...model.bodies import BODIES, Body
from ...model.errors import IndexFileError, InputError
from ...model.text import one_line
from .geopackage import APPLICATION_ID, body_code
from .record_reader import Select
from .tables import FORM, LAYER, add_missing_columns, make_tables

_PATIENCE = 60.0  # seconds to wait for a QGIS that reads, or that stores a style
_CACHE = -32_000  # KiB of the file in memory
_PAGE = 32_768  # bytes; rows of 1 kB would leave a fifth of a page of the usual size empty
_NEW = ".new"


def open_for_writing(path: Path, body: Body) -> sqlite3.Connection:
    """Opens the index of a body, or makes it; only under the writer's lock.

    Raises IndexFileError, and InputError where it is of another body.
    """
    with sentences(path, "written"):
        if path.is_dir():
            raise IndexFileError(f"The index {path} is a folder: give INDEX another name.")
        if not path.exists() or not path.stat().st_size:
            _make(path, body)
        connection = sqlite3.connect(
            path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            _check(connection, path, body)
            connection.execute(f"PRAGMA cache_size = {_CACHE}")
            with writing(connection):
                add_missing_columns(connection)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Makes what is done in the block one transaction: all of it is in the file, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def sentences(path: Path | str, what: str) -> Iterator[None]:
    """Raises IndexFileError, saying what to do, for whatever SQLite or the system says."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise IndexFileError(_sentence(path, what, str(error))) from error
    except sqlite3.DatabaseError as error:
        raise IndexFileError(
            f"The index {path} is damaged or no index ({one_line(str(error))}): choose another "
            "file, or delete it and run ard:index again."
        ) from error
    except OSError as error:
        raise IndexFileError(_sentence(path, what, error.strerror or str(error))) from error


def check_index(select: Select, path: Path | str) -> int:
    """Returns the code of the body that an index is of; raises IndexFileError where it is none."""

    def values(query: str) -> list[Any]:
        return [row[0] for row in select(query, ())]

    is_index = values("SELECT application_id + 0 FROM pragma_application_id") == [APPLICATION_ID]
    tables = values("SELECT name FROM sqlite_master WHERE type = 'table'")
    found = values("SELECT form FROM ard_index") if "ard_index" in tables else []
    code = body_code(select, LAYER) if is_index and found else None
    is_known = any(code == body.iau_code for body in BODIES)
    if code is None or not is_known or not isinstance(found[0], int):
        raise IndexFileError(
            f"{path} is no index that ard:index made: choose one, or a name that isn't taken."
        )
    if found[0] > FORM:
        raise IndexFileError(
            f"The index {path} is of a later version of Planetary ARD: update the plugin."
        )
    return code


def is_busy(error: sqlite3.Error) -> bool:
    """Says whether an error means that another program has the file."""
    return "locked" in str(error)


def _check(connection: sqlite3.Connection, path: Path, body: Body) -> None:
    code = check_index(connection.execute, path)
    if code != body.iau_code:
        name = next((each.name for each in BODIES if each.iau_code == code), f"IAU_2015:{code}")
        raise InputError(
            f"The index {path} is of {name}, not of {body.name}: choose another file for INDEX."
        )


def _make(path: Path, body: Body) -> None:
    """Makes an empty index beside its name and moves it there; a link stays one."""
    path = Path(os.path.realpath(path))
    new = path.with_name(f".{path.name}{_NEW}")
    new.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(new, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA page_size = {_PAGE}")
            with writing(connection):
                make_tables(connection, body)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _sentence(path: Path | str, what: str, reason: str) -> str:
    if "locked" in reason:
        return f"The index {path} is in use by another program ({reason}): try again later."
    if "no such" in reason:
        return f"The index {path} is damaged ({reason}): delete it and run ard:index again."
    return (
        f"The index {path} can't be {what} ({one_line(reason)}): check the folder's permissions "
        "and free space; ard:index goes on where it was."
    )
