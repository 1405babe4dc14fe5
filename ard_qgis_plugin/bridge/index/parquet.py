"""An index as GeoParquet, where this QGIS's GDAL can write it."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from ...core.index.storage.columns import ANGLES
from ...core.index.storage.tables import LAYER
from ...core.model.errors import OutputError
from ...core.model.text import one_line

_DRIVER = "Parquet"

# Of newer GDAL: a column of boxes, which stac-geoparquet calls bbox; the name too has become an
# option of the layer.
_BOX = {"WRITE_COVERING_BBOX": "YES", "COVERING_BBOX_NAME": "bbox"}
_BOX_NAME = "OGR_PARQUET_COVERING_BBOX_NAME"

# As in stac-geoparquet the properties of an item are columns beside its other members.
_ITEM = (
    *("'Feature' AS type", "'1.0.0' AS stac_version", "id", "collection", "title", "body"),
    *("datetime", "start_datetime", "end_datetime", "gsd"),
)
# What has parts is JSON, because GDAL makes no structures of what SQL gives.
_ASSETS = """(
    SELECT json_group_object(json_extract(value, '$[0]'), json_object(
        'href', replace(coalesce((SELECT text FROM word WHERE word.id = o.folder), '')
            || json_extract(value, '$[1]'), char(1), o.id),
        'type', nullif(json_extract(value, '$[2]'), '')))
    FROM json_each((SELECT text FROM files WHERE files.id = o.files))) AS assets"""
_JSON = ("'[]' AS stac_extensions", "'[]' AS links", _ASSETS)
_FOUND = ("label_status", "label_note", "image_url", "label_url", "thumbnail_url")

_ROWS = f"{LAYER} AS f JOIN observation AS o ON o.fid = f.OGC_FID ORDER BY o.fid"


def check_parquet(path: Path) -> None:
    """Raises OutputError where GeoParquet can't be written, or not there."""
    if gdal.GetDriverByName(_DRIVER) is None:
        raise OutputError(
            "PARQUET can't be written, because the GDAL of this QGIS has no GeoParquet driver: "
            "leave it empty, or use a QGIS of OSGeo4W or conda."
        )
    if not path.parent.is_dir():
        raise OutputError(
            f"{path} can't be written: the folder {path.parent} doesn't exist; create it or "
            "choose another."
        )


def write_parquet(index: Path, path: Path) -> None:
    """Writes what an index shows as GeoParquet; raises OutputError."""
    unfinished = path.with_name(f".{path.name}.new")
    try:
        _translate(index, unfinished)
        unfinished.replace(path)
    except (RuntimeError, OSError) as error:
        raise OutputError(
            f"{path} can't be written ({one_line(str(error))}): check the folder's permissions "
            "and free space."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _translate(index: Path, path: Path) -> None:
    item = [name if "'" in name else f"f.{name}" for name in _ITEM]
    angles = [f"f.{column.name}" for column in ANGLES]
    columns = ["f.geom AS geometry", *item, *angles, *(f"f.{name}" for name in _FOUND), *_JSON]
    choices = gdal.GetDriverByName(_DRIVER).GetMetadataItem("DS_LAYER_CREATIONOPTIONLIST") or ""
    options = [f"{name}={value}" for name, value in _BOX.items() if name in choices]
    gdal.ErrorReset()
    usual = gdal.GetConfigOption(_BOX_NAME)
    gdal.SetConfigOption(_BOX_NAME, "bbox")
    try:
        written = gdal.VectorTranslate(
            str(path),
            str(index),
            format=_DRIVER,
            SQLStatement=f"SELECT {', '.join(columns)} FROM {_ROWS}",  # noqa: S608  # nosec B608
            layerCreationOptions=options,
        )
    finally:
        gdal.SetConfigOption(_BOX_NAME, usual)
    if written is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
