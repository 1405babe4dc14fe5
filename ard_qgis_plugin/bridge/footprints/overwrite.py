"""What an output would replace: a layer of the same kind may go, what else a user has may not."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsVectorLayer

from ...core.model.errors import OutputError
from ...core.model.text import one_line
from ..gdal_errors import without_gdal_errors
from .layer import has_fields

_LARGE = 10_000_000  # bytes; GDAL reads all of a GeoJSON to open it
_HEAD = 65_536  # bytes in which the first feature of a GeoJSON has named its fields
_STYLES = "layer_styles"
_ANOTHER = "choose another file"
_NAMED = 3
_TABLES = r"""
    SELECT name FROM sqlite_master WHERE type IN ('table', 'view')
        AND name NOT LIKE 'gpkg\_%' ESCAPE '\'
        AND name NOT LIKE 'rtree\_%' ESCAPE '\'
        AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
"""

Fields = Mapping[str, Collection[str]]
"""The names of the fields of each layer."""


def check_file(path: Path, names: Collection[str]) -> None:
    """Raises OutputError where a file holds anything else than one layer with these fields.

    A file without any content can go.
    """
    if path.is_file() and path.stat().st_size and (lost := _lost(path, names)):
        raise OutputError(
            f"The layer can't be written: {path} holds {lost}, which would be lost; "
            f"{_ANOTHER}{_way_out(path)}."
        )


def check_raster(path: Path, bands: int) -> None:
    """Raises OutputError where a folder is there, or a file that is no image of so many bands."""
    if path.is_dir():
        raise OutputError(f"The map {path} can't be written: a folder has that name; {_ANOTHER}.")
    if not path.is_file() or path.stat().st_size == 0:
        return
    with without_gdal_errors(), suppress(RuntimeError):
        raster = gdal.Open(str(path))
        if raster is not None and raster.RasterCount == bands:
            return
    raise OutputError(
        f"The map can't be written: {path} holds something else, which would be lost; {_ANOTHER}."
    )


def check_table(source: str, table: str, provider: str, names: Collection[str]) -> None:
    """Raises OutputError where a database has a table of that name without these fields."""
    layer = QgsVectorLayer(source, table, provider)
    if layer.isValid():
        check_columns(table, layer.fields().names(), names)


def check_columns(table: str, columns: Collection[str], names: Collection[str]) -> None:
    """Raises OutputError where a table has columns, but not these."""
    if columns and not has_fields(columns, names):
        raise OutputError(
            f"The layer can't be written: the database has a table {table} with something else "
            "in it, which would be lost; name another table."
        )


def _way_out(path: Path) -> str:
    if path.suffix.lower() != ".gpkg":
        return ""
    table = f"ogr:dbname='{path}' table=\"footprints\" (geom)"
    return f", or add a table to this one (Save to GeoPackage…, or {table})"


def _lost(path: Path, names: Collection[str]) -> str:
    """Returns what a file holds besides one layer with these fields, "" where there is nothing."""
    ending = path.suffix.lower()
    is_large = ending in (".geojson", ".json") and path.stat().st_size > _LARGE
    if is_large or ending == ".kml":  # of which GDAL gives the fields only with LIBKML
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if all(f'"{name}"'.encode() in head for name in names):
            return ""
        if is_large:
            return "another layer"
    layers = _geopackage(path) if path.suffix.lower() == ".gpkg" else _layers(path)
    if layers is None:
        return "something that is no layer"
    others = [name for name, fields in layers.items() if not has_fields(fields, names)]
    if not others and len(layers) <= 1:
        return ""
    shown = others or list(layers)
    named = ", ".join(one_line(name) for name in shown[:_NAMED])
    more = f" and {len(shown) - _NAMED} more" if len(shown) > _NAMED else ""
    return f"{'the layer' if len(shown) == 1 else 'the layers'} {named}{more}"


def _geopackage(path: Path) -> Fields | None:
    """Returns all tables of a GeoPackage, rasters and projects too; None where it is none."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as database:
        found = [name for (name,) in database.execute(_TABLES) if name != _STYLES]
        columns = "SELECT name FROM pragma_table_info(?)"
        return {name: [row[0] for row in database.execute(columns, (name,))] for name in found}
    return None


def _layers(path: Path) -> Fields | None:
    """Returns the layers that have features; None where GDAL can't read the file."""
    with without_gdal_errors():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        except RuntimeError:
            return None
        if dataset is None:
            return None
        layers = [dataset.GetLayer(number) for number in range(dataset.GetLayerCount())]
        return {
            layer.GetName(): [field.GetName() for field in layer.schema]
            for layer in layers
            if layer.GetName() != _STYLES and layer.GetFeatureCount() > 0
        }
