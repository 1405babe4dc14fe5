"""The files of the grid and the named places, made once in the QGIS profile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from osgeo import ogr
from qgis.core import QgsApplication

from ....core.model.errors import OutputError
from ....core.model.places import PLACES

_VERSION = 1  # of what stands in the files
# degrees between lines -> the latitude where such meridians end: they would meet in a blot
_STEPS = {30: 90, 10: 88, 1: 80}
_BEND = 2  # degrees between the vertices of a line: round on a polar map too
_POLE = 90


def grid_file() -> Path:
    """Returns the file of meridians and parallels, the same for every body."""
    return _made("grid", ogr.wkbLineString, _lines())


def places_file(body: str) -> Path:
    """Returns the file of the named places of a body."""
    points = (
        (f"POINT ({each.longitude} {each.latitude})", 0, each.name)
        for each in PLACES
        if each.body == body
    )
    return _made(f"places-{body.lower()}", ogr.wkbPoint, points)


def _lines() -> Iterator[tuple[str, int, str]]:
    """Yields meridians and parallels as WKT, the step that they belong to, and their text."""
    for lon in range(-180, 180):
        end = _STEPS[_step(lon)]
        points = ", ".join(f"{lon} {lat}" for lat in range(-end, end + 1, _BEND))
        yield f"LINESTRING ({points})", _step(lon), _text(lon, "E", "W")
    for lat in range(1 - _POLE, _POLE):
        points = ", ".join(f"{lon} {lat}" for lon in range(-180, 181, _BEND))
        yield f"LINESTRING ({points})", _step(lat), _text(lat, "N", "S")


def _step(degrees: int) -> int:
    return next(step for step in _STEPS if degrees % step == 0)


def _text(degrees: int, positive: str, negative: str) -> str:
    if degrees in (0, -180):
        return f"{abs(degrees)}°"
    return f"{abs(degrees)}° {positive if degrees > 0 else negative}"


def _made(name: str, kind: int, rows: Iterator[tuple[str, int, str]]) -> Path:
    """Returns a file, which is written beside its final name first; raises OutputError."""
    folder = Path(QgsApplication.qgisSettingsDirPath(), "planetary_ard")
    path = folder / f"{name}-{_VERSION}.fgb"
    if path.is_file():
        return path
    part = path.with_name(f".{path.stem}.part.fgb")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(part, kind, rows)
        part.replace(path)
    except (OSError, RuntimeError) as error:
        raise OutputError(f"The grid {path} can't be written ({error}).") from error
    return path


def _write(path: Path, kind: int, rows: Iterator[tuple[str, int, str]]) -> None:
    data = ogr.GetDriverByName("FlatGeobuf").CreateDataSource(str(path))
    if data is None:
        raise OSError("the file can't be made")
    layer = data.CreateLayer(path.stem, geom_type=kind)
    layer.CreateField(ogr.FieldDefn("step", ogr.OFTInteger))
    layer.CreateField(ogr.FieldDefn("text", ogr.OFTString))
    for wkt, step, text in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        feature.SetField("step", step)
        feature.SetField("text", text)
        layer.CreateFeature(feature)
    del layer, data  # closes the file
