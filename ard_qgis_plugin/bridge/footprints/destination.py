"""Where a layer is to go: looked at before the search, and an earlier one kept until it is done."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from qgis.core import QgsDataSourceUri, QgsProcessing, QgsVectorFileWriter

from ...core.model.errors import OutputError
from ..earlier_table import EarlierTable
from ..saved_styles import add_styles, saved_styles
from .overwrite import check_columns, check_file, check_table
from .postgis import columns_of, drop_table, postgis_table

_DATABASES = (".gpkg", ".sqlite")
_FILES = {
    **dict.fromkeys((".geojson", ".fgb", ".kml", ".csv"), ()),
    **dict.fromkeys(_DATABASES, ("{}-wal", "{}-shm")),  # what SQLite has not yet put into the file
    ".gml": (".xsd",),
    ".shp": (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qix"),
    ".tab": (".dat", ".id", ".ind", ".map"),
}
"""Endings of layers that are files of their own, with those of the files that belong to one."""


def check_output(destination: Any, names: Collection[str]) -> None:
    """Raises OutputError where a layer can't be written, or what it would replace is of a user.

    `destination` is what an output parameter was given, `names` are those of fields that tell a
    layer of the same kind. Without this the work would be done and its result, or a file, be lost.
    """
    check_folder(destination)
    if (path := written_path(destination)) is not None:
        _check_belongings(path)
        check_file(path, names)
    elif table := postgis_table(destination):
        check_columns(table.table(), columns_of(table), names)
    elif database := _database(destination):
        _check_database(*database, names)


def _check_belongings(path: Path) -> None:
    """Raises OutputError where files that will belong to a new layer are there without one."""
    for other in _FILES.get(path.suffix.lower(), ()) if not path.exists() else ():
        if "{" not in other and path.with_suffix(other).exists():
            raise OutputError(
                f"The layer {path} can't be written: {path.with_suffix(other).name} is there "
                "already, belongs to something else and would be lost; choose another file."
            )


def _check_database(provider: str, uri: QgsDataSourceUri, names: Collection[str]) -> None:
    file, table = Path(uri.database()), uri.table()
    if provider != "ogr":
        check_table(uri.uri(), table, provider, names)
    elif file.suffix.lower() in _DATABASES and table:
        check_table(f"{file}|layername={table}", table, provider, names)
    else:
        check_file(file, names)


def check_folder(destination: Any) -> None:
    """Raises OutputError where a layer is to go into a folder that is not there or can't be used.

    Only plain paths are looked at.
    """
    path = written_path(destination)
    if path is None:
        return
    folder = path.parent
    if path.is_dir():
        raise OutputError(
            f"The layer {path} can't be written: a folder has that name; choose another."
        )
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
    the output parameter was given. A table of a GeoPackage is kept too; one in another database
    is replaced when the writing begins. `names` are those of fields that tell a layer of the same
    kind; what is none is not replaced: OutputError.
    """

    def __init__(self, destination: Any, names: Collection[str]) -> None:
        check_output(destination, names)
        path = written_path(destination)
        endings = _FILES.get(path.suffix.lower()) if path else None
        self._files = [] if path is None or endings is None else _family(path, endings)
        self._table = postgis_table(destination)
        self._earlier = _geopackage_table(destination)
        self._styles: list[dict[str, Any]] = []
        self._aside: dict[Path, Path] = {}
        self._new: list[Path] = []

    def put_aside(self) -> None:
        """Makes room for the new layer."""
        if self._earlier:
            self._earlier.put_aside()
        self._styles = saved_styles(self._files[0]) if self._files else []
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

    def __exit__(self, kind: object, *_: object) -> None:
        if self._earlier:
            self._earlier.remove() if kind is None else self._earlier.put_back()
        if kind is not None:
            for path in self._new:
                path.unlink(missing_ok=True)
        elif self._styles:
            add_styles(self._files[0], self._styles)
        for path, aside in self._aside.items():
            if kind is None:
                aside.unlink(missing_ok=True)
            else:
                aside.replace(path)


def written_place(destination: Any) -> str:
    """Returns file and table of an output as QGIS names them when they are written; "" for none."""
    if (path := written_path(destination)) is not None:
        return str(path)
    if postgis_table(destination):
        return _text(destination) or ""
    provider, uri = _database(destination) or ("", QgsDataSourceUri())
    if provider != "ogr":
        return ""
    return f"{uri.database()}|layername={uri.table()}" if uri.table() else uri.database()


def written_path(destination: Any) -> Path | None:
    """Returns the file that QGIS writes for an output; None for memory and for databases.

    QGIS puts an ending behind one that it doesn't know, or that is not its format's first.
    """
    text = _text(destination)
    if not text or text == QgsProcessing.TEMPORARY_OUTPUT or ":" in text[2:] or "|" in text:
        return None
    path = Path(text)
    name = QgsVectorFileWriter.driverForExtension(path.suffix.lstrip(".")) if path.suffix else ""
    if not name:
        return path.with_name(f"{path.name}.gpkg")
    metadata = QgsVectorFileWriter.MetaData()
    if not QgsVectorFileWriter.driverMetadata(name, metadata):
        return path
    endings = [f".{each}" for each in metadata.ext.split()]
    if not endings or path.name.lower().endswith(tuple(endings)):
        return path
    return path.with_name(path.name + endings[0])


def is_new_file(destination: Any) -> bool:
    """Says whether an output becomes a file of its own, which nothing else is in."""
    is_temporary = _text(destination) == QgsProcessing.TEMPORARY_OUTPUT
    return is_temporary or written_path(destination) is not None


def _database(destination: Any) -> tuple[str, QgsDataSourceUri] | None:
    """Returns provider and address of a table in a database, as an output parameter names it."""
    provider, colon, address = (_text(destination) or "").partition(":")
    uri = QgsDataSourceUri(address)
    if provider.lower() == "ogr" and not uri.database():
        uri.setDatabase(address)
    return (provider.lower(), uri) if colon and uri.database() else None


def _geopackage_table(destination: Any) -> EarlierTable | None:
    """Returns the table that an output names beside others of a GeoPackage, as QGIS does it."""
    provider, uri = _database(destination) or ("", QgsDataSourceUri())
    path = Path(uri.database())
    is_one = provider == "ogr" and uri.table() and path.suffix.lower() == ".gpkg"
    return EarlierTable(path, uri.table()) if is_one else None


def _text(destination: Any) -> str | None:
    sink = getattr(destination, "sink", None)
    text = sink.staticValue() if sink is not None else destination
    return text if isinstance(text, str) else None


def _family(path: Path, endings: tuple[str, ...]) -> list[Path]:
    others = [
        path.with_name(ending.format(path.name)) if "{" in ending else path.with_suffix(ending)
        for ending in endings
    ]
    return [path, *others]
