"""Styles that a user has saved in a GeoPackage, kept when its layer is written anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

_ENDING = ".gpkg"
_STYLES = "SELECT * FROM layer_styles"
_NAMES = "SELECT f_table_name, styleName FROM layer_styles"
_COPY = """INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,
f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
VALUES (:f_table_catalog, :f_table_schema, :f_table_name,
:f_geometry_column, :styleName, :styleQML, :styleSLD, 0, :description, :owner, :ui, :update_time)"""


def saved_styles(path: Path) -> list[dict[str, Any]]:
    """Returns the rows of a GeoPackage's table of styles; none where there is no such table."""
    if path.suffix.lower() != _ENDING or not path.is_file():
        return []
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        return [dict(row) for row in file.execute(_STYLES)]
    return []


def add_styles(path: Path, styles: list[dict[str, Any]]) -> None:
    """Adds styles to a GeoPackage, those of names that it has not; none becomes the default."""
    if not styles or not path.is_file():
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as file, file:
        there = set(file.execute(_NAMES))
        for style in styles:
            if (style["f_table_name"], style["styleName"]) not in there:
                file.execute(_COPY, style)
