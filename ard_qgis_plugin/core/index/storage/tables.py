"""The tables of an index beside a GeoPackage's own, and the layer that QGIS shows of them."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection

from ...model.bodies import Body
from .columns import ANGLES, INCIDENCE, PLAIN, TYPES
from .geopackage import add_layer, make_geopackage

LAYER = "footprints"
GEOMETRY = "geom"
RTREE = f"rtree_{LAYER}_{GEOMETRY}"
FORM = 1
"""Of these tables; a file of a higher one is of a later version of the plugin."""

_REMOTE = "s3_noauth"
# word.path and files.path are as rclone has them, for the column rclone_path. `listed` is the
# catalogue's order, where it is not that of fid; `listing` the same while it is being read.
_TABLES = f"""
    CREATE TABLE ard_index (form INTEGER NOT NULL);
    CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT UNIQUE NOT NULL, path TEXT);
    CREATE TABLE files (
        id INTEGER PRIMARY KEY, text TEXT UNIQUE NOT NULL, image TEXT, thumbnail TEXT, path TEXT);
    CREATE TABLE collection (id TEXT PRIMARY KEY, state TEXT NOT NULL);
    CREATE TABLE observation (
        fid INTEGER PRIMARY KEY, {", ".join(f"{name} {kind}" for name, kind in TYPES.items())},
        gone TEXT);
    CREATE TABLE listed (fid INTEGER PRIMARY KEY, rank INTEGER NOT NULL);
    CREATE TABLE listing (fid INTEGER PRIMARY KEY, rank INTEGER NOT NULL);
    CREATE INDEX observation_id ON observation (id, searched);
    CREATE INDEX observation_light ON observation ({INCIDENCE}, searched, began, ended)
        WHERE gone IS NULL;
"""

_WORD = "(SELECT text FROM word WHERE word.id = o.{})"
_ADDRESS = (
    "(SELECT replace(coalesce((SELECT text FROM word WHERE word.id = o.folder), '') || {0}.{1}, "
    "char(1), o.id) FROM {0} WHERE {0}.id = o.{2})"
)
_PATH = (
    f"(SELECT '{_REMOTE}:/' || replace(word.path || files.path, char(1), o.id) FROM word, files "
    "WHERE word.id = o.folder AND files.id = o.files)"  # nosec B608
)
_NOTES = (
    "CASE WHEN o.label_note IS NULL OR o.note IS NULL THEN coalesce(o.label_note, o.note) "
    "ELSE o.label_note || '; ' || o.note END"
)


def make_tables(connection: Connection, body: Body) -> None:
    """Makes an index of an empty file."""
    make_geopackage(connection, body)
    for statement in _TABLES.split(";")[:-1]:
        connection.execute(statement)
    connection.execute("INSERT INTO ard_index VALUES (?)", (FORM,))
    add_layer(connection, LAYER, GEOMETRY, body)
    connection.execute(_view())


def columns_of(connection: Connection) -> list[str]:
    """Returns the names of the columns that an observation has in this file."""
    return [row[1] for row in connection.execute("PRAGMA table_info(observation)")]


def add_missing_columns(connection: Connection) -> None:
    """Brings an index of an earlier version up to date: what it never held is NULL."""
    missing = TYPES.keys() - columns_of(connection)
    for name in sorted(missing):
        connection.execute(f"ALTER TABLE observation ADD COLUMN {name} {TYPES[name]}")
    if missing:
        connection.execute(f"DROP VIEW {LAYER}")
        connection.execute(_view())


def _view() -> str:
    """Returns what makes the layer; its fields are those of the footprints of a search."""
    shown = ", ".join(f"{expression} AS {name}" for name, expression in _shown())
    return f"CREATE VIEW {LAYER} AS SELECT {shown} FROM observation AS o WHERE o.gone IS NULL"  # nosec B608


def _shown() -> Iterator[tuple[str, str]]:
    packed = {"id", "note", "label_note"}
    yield from (("OGC_FID", "o.fid"), (GEOMETRY, f"o.{GEOMETRY}"))  # OGC_FID: GDAL's number
    yield from (("id", "o.id"), *((name, _WORD.format(name)) for name in ("collection", "body")))
    yield "title", "coalesce(o.title, o.id)"
    names = [column.name for column in (*PLAIN, *ANGLES) if column.name not in packed]
    yield from ((name, f"o.{name}") for name in names)
    yield from (("label_status", _WORD.format("label_status")), ("label_note", _NOTES))
    yield "image_url", _ADDRESS.format("files", "image", "files")
    yield "label_url", f"coalesce(o.label_url, {_ADDRESS.format('word', 'text', 'label')})"
    yield "thumbnail_url", _ADDRESS.format("files", "thumbnail", "files")
    yield "rclone_path", _PATH
