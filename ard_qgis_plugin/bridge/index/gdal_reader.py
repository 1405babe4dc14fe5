"""An index that GDAL reads, at a web address or in whatever else it calls a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from osgeo import gdal

from ...core.index.open_index import shown_place
from ...core.index.storage.record_reader import Select
from ...core.model.errors import IndexFileError
from ...core.model.network_options import NetworkOptions
from ...core.model.text import one_line
from ..gdal_errors import gdal_exceptions
from .gdal_network import gdal_network

_BROKEN = re.compile("database disk image is malformed|file is not a database|disk I/O error")


@contextmanager
def opened_by_gdal(place: str, network: NetworkOptions) -> Iterator[Select]:
    """Opens an http(s) address, or a path such as /vsicurl/..., for reading."""
    name, shown = place if place.startswith("/vsi") else f"/vsicurl/{place}", shown_place(place)
    # without exceptions rows would be missing where the server no longer answers
    with gdal_exceptions(), gdal_network(name, network):
        try:
            dataset = gdal.OpenEx(name, gdal.OF_VECTOR | gdal.OF_READONLY, ["GPKG"])
        except RuntimeError as error:
            reason = _reason(error).replace(name, shown)
            raise IndexFileError(
                f"The index {shown} can't be opened ({reason}): {_advice(reason)}."
            ) from error

        def select(query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
            try:
                yield from _rows(dataset, _with_values(query, values))
            except RuntimeError as error:
                raise IndexFileError(
                    f"The index {shown} can't be read ({_reason(error)}): try again later, or "
                    "download the file."
                ) from error

        yield select


def _reason(error: RuntimeError) -> str:
    """Returns what GDAL says, or SQLite, whose words stand among those of the query."""
    text = str(error)
    found = _BROKEN.search(text)
    return found[0] if found else one_line(text)


def _advice(reason: str) -> str:
    if "certificate" in reason:
        return "see QGIS's trusted authorities"
    return "check the address, or download the file"


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
