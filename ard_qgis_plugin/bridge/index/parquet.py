"""An index as GeoParquet, where this QGIS's GDAL can write it."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from ...core.index.storage.columns import ANGLES
from ...core.index.storage.tables import LAYER
from ...core.model.errors import OutputError
from ...core.model.text import one_line

_DRIVER = "Parquet"
_BOX_OPTION = "WRITE_COVERING_BBOX"  # of newer GDAL: a column bbox, as stac-geoparquet has it

# As in stac-geoparquet the properties of an item are columns beside its other members.
_ITEM = (
    *("'Feature' AS type", "'1.0.0' AS stac_version", "id", "collection", "title", "body"),
    *("datetime", "start_datetime", "end_datetime", "gsd"),
)
_FOUND = ("label_status", "label_note", "image_url", "label_url", "thumbnail_url")


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
    columns = ["geom AS geometry", *_ITEM, *(column.name for column in ANGLES), *_FOUND]
    choices = gdal.GetDriverByName(_DRIVER).GetMetadataItem("DS_LAYER_CREATIONOPTIONLIST") or ""
    gdal.ErrorReset()
    written = gdal.VectorTranslate(
        str(path),
        str(index),
        format=_DRIVER,
        SQLStatement=f"SELECT {', '.join(columns)} FROM {LAYER}",  # noqa: S608  # nosec B608
        layerCreationOptions=[f"{_BOX_OPTION}=YES"] if _BOX_OPTION in choices else [],
    )
    if written is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
