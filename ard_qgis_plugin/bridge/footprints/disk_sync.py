"""A new layer's file, brought to the disk once, at its end.

SQLite waits for the disk at each of some fifteen commits that tables, rows, style and metadata
take: 0.3 s of each search, whatever its size, and more on a network drive. A file that is only
being made has nothing to lose meanwhile: where the power fails, the run has failed too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from osgeo import gdal

from .destination import is_new_file

SYNCHRONOUS = "OGR_SQLITE_SYNCHRONOUS"
"""GDAL's option for what SQLite waits for; here it holds for one thread."""


@contextmanager
def synced_once(destination: Any) -> Iterator[list[str]]:
    """Writes the file of an output without waiting for the disk until the block ends.

    `destination` is what the output parameter was given; a table in a database that has others is
    written as ever. The block puts the names of the layers that it has written into the list.
    """
    written: list[str] = []
    if not is_new_file(destination):
        yield written
        return
    before = gdal.GetThreadLocalConfigOption(SYNCHRONOUS)
    gdal.SetThreadLocalConfigOption(SYNCHRONOUS, "OFF")
    try:
        yield written
    finally:
        gdal.SetThreadLocalConfigOption(SYNCHRONOUS, before)
    for name in written:
        _sync(Path(name.partition("|")[0]))


def synchronous() -> str:
    """Returns what SQLite is to wait for in this thread, as its pragma of that name has it."""
    return gdal.GetThreadLocalConfigOption(SYNCHRONOUS) or "FULL"


def _sync(path: Path) -> None:
    for file in (path, path.with_name(f"{path.name}-wal")):
        # a disk that is full or gone has said so before, where the rows were written
        with suppress(OSError), file.open("r+b") as opened:
            os.fsync(opened.fileno())
