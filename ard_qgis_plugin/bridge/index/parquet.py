"""An index as GeoParquet, where this QGIS's GDAL can write it.

The columns are those of stac-geoparquet: an item's properties stand beside its other members. What
has parts is JSON there, because GDAL writes no structures but its own column of boxes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr

from ...core.index.open_index import OpenIndex, opened_index
from ...core.index.storage.columns import ANGLES
from ...core.index.storage.geopackage import wkt
from ...core.index.storage.record_reader import AT_ONCE
from ...core.model.bodies import BODIES
from ...core.model.errors import CancelledError, OutputError
from ...core.model.observation import Angles, Observation
from ...core.model.text import one_line
from ...core.model.times import span_of
from ..gdal_errors import gdal_exceptions, without_gdal_errors

_DRIVER = "Parquet"
_UTC = 100  # GDAL's number of a time zone
_TIMES = ("datetime", "start_datetime", "end_datetime")
_NUMBERS = ("gsd", *(column.name for column in ANGLES))
_ITEM = ("type", "stac_version", "stac_extensions", "id", "collection", "title", "body")
_FOUND = ("label_status", "label_note", "image_url", "label_url", "thumbnail_url")
_TEXTS = (*_ITEM, *_FOUND, "links", "assets")

# Of newer GDAL: a column of boxes, which stac-geoparquet calls bbox; the name has become an option
# of the layer too.
_BOX = {"WRITE_COVERING_BBOX": "YES", "COVERING_BBOX_NAME": "bbox"}
_BOX_NAME = "OGR_PARQUET_COVERING_BBOX_NAME"

_NO_ANGLES = Angles("")


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


def write_parquet(index: Path, path: Path, is_cancelled: Callable[[], bool] = bool) -> None:
    """Writes what an index shows as GeoParquet; raises OutputError, or CancelledError."""
    unfinished = path.with_name(f".{path.name}.new")
    try:
        with opened_index(str(index), index.parent, _no_address) as opened:
            _check(unfinished, _write(opened, unfinished, is_cancelled))
        unfinished.replace(path)
    except (RuntimeError, OSError) as error:
        raise OutputError(
            f"{path} can't be written ({one_line(str(error))}): check the folder's permissions "
            "and free space."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _no_address(place: str) -> Any:
    raise OutputError(f"{place} is no file of this machine.")


def _write(index: OpenIndex, path: Path, is_cancelled: Callable[[], bool]) -> int:
    """Writes the file and returns how many rows that are; raises RuntimeError."""
    usual = gdal.GetConfigOption(_BOX_NAME)
    gdal.SetConfigOption(_BOX_NAME, "bbox")
    try:
        with gdal_exceptions():
            dataset = gdal.GetDriverByName(_DRIVER).Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
            rows = _fill(dataset, index, is_cancelled)
        # only now most of it is written, where Python would lose an exception
        with gdal_exceptions(on=False), without_gdal_errors():
            gdal.ErrorReset()
            del dataset
            message = gdal.GetLastErrorMsg()
    finally:
        gdal.SetConfigOption(_BOX_NAME, usual)
    if message:
        raise RuntimeError(message)
    return rows


def _check(path: Path, rows: int) -> None:
    """Raises RuntimeError where a file is not whole: of its last bytes GDAL tells no error."""
    with gdal_exceptions():
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, [_DRIVER])
        if dataset.GetLayer(0).GetFeatureCount() != rows:
            raise RuntimeError("not all of it was written")


def _fill(dataset: gdal.Dataset, index: OpenIndex, is_cancelled: Callable[[], bool]) -> int:
    choices = dataset.GetDriver().GetMetadataItem("DS_LAYER_CREATIONOPTIONLIST") or ""
    options = [f"{name}={value}" for name, value in _BOX.items() if name in choices]
    layer = dataset.CreateLayer("footprints", _crs(index), ogr.wkbMultiPolygon, options)
    for field in _fields():
        layer.CreateField(field)
    rows = 0
    for observation in _observations(index, is_cancelled):
        layer.CreateFeature(_feature(observation, layer.GetLayerDefn()))
        rows += 1
    return rows


def _crs(index: OpenIndex) -> osr.SpatialReference:
    body = next(each for each in BODIES if each.iau_code == index.body_code)
    return osr.SpatialReference(wkt(body))


def _fields() -> Iterator[ogr.FieldDefn]:
    kinds = ((_TEXTS, ogr.OFTString), (_TIMES, ogr.OFTDateTime), (_NUMBERS, ogr.OFTReal))
    for names, kind in kinds:
        for name in names:
            field = ogr.FieldDefn(name, kind)
            if kind == ogr.OFTDateTime and hasattr(field, "SetTZFlag"):  # else by what is in it
                field.SetTZFlag(_UTC)
            yield field


def _observations(index: OpenIndex, is_cancelled: Callable[[], bool]) -> Iterator[Observation]:
    query = "SELECT fid FROM observation WHERE gone IS NULL ORDER BY fid"
    fids = [fid for (fid,) in index.select(query, ())]
    for start in range(0, len(fids), AT_ONCE):
        if is_cancelled():
            raise CancelledError("The writing of PARQUET was cancelled.")
        yield from index.rows.observations(fids[start : start + AT_ONCE])


def _feature(observation: Observation, definition: ogr.FeatureDefn) -> ogr.Feature:
    feature = ogr.Feature(definition)
    if observation.footprint is not None:
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(observation.footprint.wkb))
    values = (*_texts(observation), *_times(observation), *_numbers(observation))
    for position, value in enumerate(values):
        if isinstance(value, datetime):
            seconds = value.second + value.microsecond / 1_000_000
            day = (value.year, value.month, value.day)
            feature.SetField(position, *day, value.hour, value.minute, seconds, _UTC)
        elif value is not None:
            feature.SetField(position, value)
    return feature


def _texts(observation: Observation) -> tuple[str | None, ...]:
    """Returns the values of the fields _TEXTS."""
    one = observation
    notes = [note for note in (one.label_note, one.note) if note]
    item = ("Feature", "1.0.0", "[]", one.id, one.collection, one.title or None, one.body)
    addresses = (one.href("image"), one.label_url or None, one.href("thumbnail"))
    return (*item, one.label_status.value, "; ".join(notes) or None, *addresses, "[]", _assets(one))


def _assets(observation: Observation) -> str:
    kept = observation.assets.values()
    return json.dumps(
        {
            one.key: {"href": one.href} | ({"type": one.media_type} if one.media_type else {})
            for one in kept
        },
        ensure_ascii=False,
    )


def _times(observation: Observation) -> Iterator[datetime | None]:
    for name in _TIMES:
        span = span_of(getattr(observation, name) or "")
        yield span[0] if span else None


def _numbers(observation: Observation) -> tuple[float | None, ...]:
    angles = observation.angles or _NO_ANGLES
    return (observation.gsd, *(getattr(angles, column.field) for column in ANGLES))
