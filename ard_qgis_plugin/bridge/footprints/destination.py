"""Where a layer is to go: looked at before the search, and an earlier one kept until it is done."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any

from ...core.model.errors import OutputError
from .postgis import drop_table, postgis_table

_DATABASES = (".gpkg", ".sqlite")
_FILES = {
    **dict.fromkeys((*_DATABASES, ".geojson", ".json", ".fgb", ".gml", ".kml", ".csv"), ()),
    ".shp": (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qix"),
    ".mif": (".mid",),
    ".tab": (".dat", ".id", ".ind", ".map"),
}
"""Endings of layers that are files of their own, with those of the files that belong to one."""


def check_folder(destination: Any) -> None:
    """Raises OutputError where a layer is to go into a folder that is not there or can't be used.

    `destination` is what an output parameter was given; only plain paths are looked at. Without
    this the work would be done and its result be lost.
    """
    path = _plain_path(destination)
    if path is None:
        return
    folder = path.parent
    if not folder.is_dir():
        raise OutputError(
            f"The layer {path} can't be written: the folder {folder} doesn't exist; "
            "create it or choose another."
        )
    try:
        TemporaryFile(dir=folder).close()
    except OSError as error:
        raise OutputError(
            f"The layer {path} can't be written: {error.strerror or error}; "
            "check the folder's permissions and free space, or choose another."
        ) from error


class EarlierLayer:
    """The files of an earlier run, kept until the new layer that replaces them is whole.

    A context manager; where something fails, nothing half-written is left. `destination` is what
    the output parameter was given; where that is no layer in files of its own, nothing is kept: a
    table in a database is replaced when the writing begins.
    """

    def __init__(self, destination: Any) -> None:
        check_folder(destination)
        path = _plain_path(destination)
        endings = _FILES.get(path.suffix.lower()) if path else None
        self._files = [] if path is None or endings is None else _family(path, endings)
        self._table = postgis_table(destination)
        self._aside: dict[Path, Path] = {}
        self._new: list[Path] = []

    def put_aside(self) -> None:
        """Makes room for the new layer."""
        for path in self._files:
            aside = path.with_name(f".{path.name}.earlier")
            try:
                path.replace(aside)
                self._aside[path] = aside
            except FileNotFoundError:
                pass
            except OSError:  # Windows lends no file that is open: it is overwritten, as ever
                continue
            self._new.append(path)

    def abandon(self) -> None:
        """Makes closing the unfinished layer quick.

        Closing builds the spatial index, 4 s for 200,000 rows of a GeoPackage; where the table is
        gone, or SQLite's file is empty, they give up at once.
        """
        if self._table:
            drop_table(self._table)
        for path in self._new:
            if path.suffix.lower() in _DATABASES:
                with suppress(OSError):
                    os.truncate(path, 0)

    def __enter__(self) -> EarlierLayer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            for path in self._new:
                path.unlink(missing_ok=True)
        for path, aside in self._aside.items():
            if kind is None:
                aside.unlink(missing_ok=True)
            else:
                aside.replace(path)


def _family(path: Path, endings: tuple[str, ...]) -> list[Path]:
    return [path, *(path.with_suffix(ending) for ending in endings)]


def _plain_path(destination: Any) -> Path | None:
    sink = getattr(destination, "sink", None)
    text = sink.staticValue() if sink is not None else destination
    if not isinstance(text, str) or ":" in text[2:] or "|" in text:
        return None
    path = Path(text)
    return path if path.suffix else None
