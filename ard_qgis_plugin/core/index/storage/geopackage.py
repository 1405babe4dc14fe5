"""What makes a SQLite file a GeoPackage: its own tables, the body's CRS, geometries as blobs.

After the GeoPackage standard 1.2 (OGC 12-128r15), which every GDAL that QGIS comes with reads.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from sqlite3 import Connection
from typing import Any

from ...model.bodies import Body

APPLICATION_ID = 0x47504B47  # "GPKG"
_VERSION = 10200
_HEAD = struct.Struct("<2sBBi")  # magic, version, flags, CRS; what follows is WKB
_LITTLE_ENDIAN = 1  # and no envelope: the R-tree has it

_TABLES = """
    CREATE TABLE gpkg_spatial_ref_sys (
        srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
        organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (
        table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
        description TEXT DEFAULT '',
        last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
        min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
        table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
        srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
        CONSTRAINT uk_gc_table_name UNIQUE (table_name),
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (
        table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
        scope TEXT NOT NULL,
        CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER);
"""
_STYLES = """
    CREATE TABLE IF NOT EXISTS layer_styles (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
        f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
        styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
        owner TEXT(30), ui TEXT(30),
        update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
"""
# gpkg_ogr_contents is GDAL's. Without it QGIS guesses how many features a large layer has.

# GDAL's mark for: show what is in gpkg_contents, and no other table of the file
_ONLY_CONTENTS = (
    "INSERT INTO gpkg_extensions VALUES (NULL, NULL, 'gdal_aspatial', "
    "'http://gdal.org/geopackage_aspatial.html', 'read-write')"
)
_SPATIAL_INDEX = "http://www.geopackage.org/spec120/#extension_rtree"


def make_geopackage(connection: Connection, body: Body) -> None:
    """Writes the tables that each GeoPackage has, and the CRS of a body, into an empty file."""
    execute = connection.execute
    execute(f"PRAGMA application_id = {APPLICATION_ID}")
    execute(f"PRAGMA user_version = {_VERSION}")
    for statement in _TABLES.split(";")[:-1]:
        execute(statement)
    systems = [
        ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", None),
        ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
        (f"{body.name}, longitude/latitude", *_code(body), wkt(body), None),
    ]
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", systems)
    execute(_ONLY_CONTENTS)


def add_layer(connection: Connection, table: str, geometry: str, body: Body) -> None:
    """Has a table or view shown as a layer of polygons, and makes its R-tree, still empty.

    The R-tree bears the layer's name, by which GDAL finds it for a view too.
    """
    execute = connection.execute
    execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, "
        "srs_id) VALUES (?, 'features', ?, -180, -90, 180, 90, ?)",
        (table, table, body.iau_code),
    )
    execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'MULTIPOLYGON', ?, 0, 0)",
        (table, geometry, body.iau_code),
    )
    execute(
        "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
        (table, geometry, _SPATIAL_INDEX),
    )
    name = f"rtree_{table}_{geometry}"
    execute(f"CREATE VIRTUAL TABLE {name} USING rtree(id, minx, maxx, miny, maxy)")


def add_style(connection: Connection, layer: str, geometry: str, name: str, qml: str) -> None:
    """Stores a layer's style where QGIS looks for it, unless there is one already."""
    execute = connection.execute
    execute(_STYLES)
    there = execute("SELECT 1 FROM gpkg_contents WHERE table_name = 'layer_styles'").fetchone()
    if not there:
        execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
            "VALUES ('layer_styles', 'attributes', 'layer_styles', 0)"
        )
    execute(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
        "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner) "
        "SELECT '', '', ?, ?, ?, ?, '', 1, '', '' "
        "WHERE NOT EXISTS (SELECT 1 FROM layer_styles WHERE f_table_name = ?)",
        (layer, geometry, name, qml, layer),
    )


def body_code(
    select: Callable[[str, tuple[str]], Iterable[tuple[Any, ...]]], layer: str
) -> int | None:
    """Returns the IAU code of the body that a layer is on, None where it is on none.

    There may be others in the file, that a user has put there.
    """
    query = (
        "SELECT r.organization_coordsys_id FROM gpkg_spatial_ref_sys AS r "
        "JOIN gpkg_contents AS c ON c.srs_id = r.srs_id "
        "WHERE r.organization = 'IAU_2015' AND c.table_name = ?"
    )
    return next((code for (code,) in select(query, (layer,)) if isinstance(code, int)), None)


def blob_of(wkb: bytes, body: Body) -> bytes:
    """Returns a GeoPackage's blob of a geometry given as WKB."""
    return _HEAD.pack(b"GP", 0, _LITTLE_ENDIAN, body.iau_code) + wkb


def wkb_of(blob: bytes) -> bytes:
    """Returns the WKB in such a blob."""
    return blob[_HEAD.size :]


def wkt(body: Body) -> str:
    """Returns the body's longitude/latitude CRS as WKT 1, with the authority that QGIS knows."""
    name = f"{body.name} (2015) - Sphere"
    return (
        f'GEOGCS["{name} / Ocentric",DATUM["{name}",SPHEROID["{name}",{body.radius:.15g},0]],'
        'PRIMEM["Reference Meridian",0],UNIT["degree",0.0174532925199433],'
        f'AUTHORITY["IAU_2015","{body.iau_code}"]]'
    )


def _code(body: Body) -> tuple[int, str, int]:
    return body.iau_code, "IAU_2015", body.iau_code
