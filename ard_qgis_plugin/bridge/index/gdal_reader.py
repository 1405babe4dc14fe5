"""An index that GDAL reads, at a web address or in whatever else it calls a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from osgeo import gdal

from ...core.index.storage.record_reader import Select
from ...core.model.errors import IndexFileError
from ...core.model.text import one_line


@contextmanager
def opened_by_gdal(place: str) -> Iterator[Select]:
    """Opens an http(s) address, or a path such as /vsicurl/..., for reading."""
    name = place if place.startswith("/vsi") else f"/vsicurl/{place}"
    with gdal.ExceptionMgr() if hasattr(gdal, "ExceptionMgr") else _exceptions():
        try:
            dataset = gdal.OpenEx(name, gdal.OF_VECTOR | gdal.OF_READONLY, ["GPKG"])
        except RuntimeError as error:
            raise IndexFileError(
                f"The index {place} can't be opened ({one_line(str(error))}): check the address."
            ) from error

        def select(query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
            try:
                yield from _rows(dataset, _with_values(query, values))
            except RuntimeError as error:
                raise IndexFileError(
                    f"The index {place} can't be read ({one_line(str(error))}): try again later."
                ) from error

        yield select


def _rows(dataset: gdal.Dataset, query: str) -> Iterator[tuple[Any, ...]]:
    layer = dataset.ExecuteSQL(query)
    if layer is None:
        return
    try:
        columns = range(layer.GetLayerDefn().GetFieldCount())
        for feature in layer:
            yield tuple(feature.GetField(column) for column in columns)
    finally:
        dataset.ReleaseResultSet(layer)


def _with_values(query: str, values: Sequence[Any]) -> str:
    """Returns a query with its values written in, because GDAL takes none."""
    parts = query.split("?")
    written = [*map(_literal, values), ""]
    return "".join(part + value for part, value in zip(parts, written, strict=True))


def _literal(value: Any) -> str:
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)


@contextmanager
def _exceptions() -> Iterator[None]:
    """Has GDAL raise its errors until the block ends."""
    usual = gdal.GetUseExceptions()
    gdal.UseExceptions()
    try:
        yield
    finally:
        if not usual:
            gdal.DontUseExceptions()
