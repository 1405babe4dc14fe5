"""The footprint layer: its fields, its features, and the body's CRS on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ...core.model.bodies import Body
from ...core.model.observation import Angles, Observation
from ..versions import number_field, text_field, time_field

_TEXT = ("id", "collection", "body", "title")
_TIME = ("datetime", "start_datetime", "end_datetime")
# field -> Angles' name for it
_ANGLES = {
    "incidence_angle": "incidence",  # degrees
    "emission_angle": "emission",  # degrees
    "phase_angle": "phase",  # degrees
    "subsolar_azimuth": "subsolar_azimuth",  # degrees, ISIS SubSolarGroundAzimuth
    "local_time": "local_time",  # hours
    "solar_longitude": "solar_longitude",  # degrees
    "pixel_resolution": "pixel_resolution",  # metres
    "north_azimuth": "north_azimuth",  # degrees, in the image, clockwise from its right
    "subspacecraft_azimuth": "subspacecraft_azimuth",  # degrees, SubSpacecraftGroundAzimuth
    "subsolar_longitude": "subsolar_longitude",  # degrees, positive east
    "subsolar_latitude": "subsolar_latitude",  # degrees, planetocentric
    "slant_distance": "slant_distance",  # km
}
_FIRST, *_OTHER_ANGLES = _ANGLES  # what one wants to know stands first, in tables and in Identify
_other_angles = attrgetter(*(_ANGLES[name] for name in _OTHER_ANGLES))
# gsd in metres, coverage 0..1, incidence in degrees over what is searched of the footprint
_NUMBER = (*_OTHER_ANGLES, "gsd", "coverage", "incidence_min", "incidence_max")
_PLACES = (
    "label_status",
    "label_note",
    "image_url",
    "label_url",
    "thumbnail_url",
    "rclone_path",
)

KEY_FIELDS = ("id", "collection", "body", "incidence_angle", "label_status")
"""The fields by which a footprint layer is known, of whichever version of the plugin."""

_SHORT = 10  # characters that a shapefile leaves of a field's name

FOOTPRINT_TYPE = QgsWkbTypes.Type.MultiPolygon

Row = tuple[Any, ...]
"""A feature as plain values: WKB or None, then one value for each field; times as ISO text."""

_NO_ANGLES = Angles(source="")
_TIME_AT = range(1 + len(_TEXT), 1 + len(_TEXT) + len(_TIME))  # among the values of the fields


def has_fields(fields: Iterable[str], names: Iterable[str]) -> bool:
    """Says whether a layer has fields of these names, whole or as a shapefile cuts them."""
    return {name[:_SHORT] for name in fields} >= {name[:_SHORT] for name in names}


def footprint_fields() -> QgsFields:
    """Makes the fields of a footprint layer."""
    fields = QgsFields()
    fields.append(number_field(_FIRST))
    for name in _TEXT:
        fields.append(text_field(name))
    for name in _TIME:
        fields.append(time_field(name))
    for name in _NUMBER:
        fields.append(number_field(name))
    for name in _PLACES:
        fields.append(text_field(name))
    return fields


def footprint_crs(body: Body) -> QgsCoordinateReferenceSystem:
    """Returns the lon/lat CRS of a body."""
    return QgsCoordinateReferenceSystem(body.crs)


def rows_of(
    observations: Sequence[Observation], asset: str, rclone_paths: Sequence[str]
) -> list[Row]:
    """Turns observations into plain values that can wait on disk for the layer to be written.

    `asset` is the key of the asset that each of `rclone_paths` is about, and `image_url` where an
    observation has no image, as terrain models have none.
    """
    from ...core.geometry.wkb import wkbs_of  # noqa: PLC0415 (libraries)

    wkbs = wkbs_of([each.footprint for each in observations])
    return [
        _row(each, wkb, asset, path)
        for each, wkb, path in zip(observations, wkbs, rclone_paths, strict=True)
    ]


def _row(observation: Observation, wkb: bytes | None, asset: str, rclone_path: str) -> Row:
    angles = observation.angles or _NO_ANGLES
    notes = [note for note in (observation.label_note, observation.note) if note]
    return (
        wkb,
        angles.incidence,
        observation.id,
        observation.collection,
        observation.body,
        observation.title,
        observation.datetime,
        observation.start_datetime,
        observation.end_datetime,
        *_other_angles(angles),
        observation.gsd,
        observation.coverage,
        observation.incidence_min,
        observation.incidence_max,
        observation.label_status.value,
        "; ".join(notes) or None,
        observation.href("image") or observation.href(asset),
        observation.label_url or None,
        observation.href("thumbnail"),
        rclone_path or None,
    )


def feature_of(row: Row, fields: QgsFields) -> QgsFeature:
    """Turns such a row into a feature."""
    feature = QgsFeature(fields)
    if row[0] is not None:
        geometry = QgsGeometry()
        geometry.fromWkb(row[0])
        feature.setGeometry(geometry)
    values = list(row[1:])
    for position in _TIME_AT:
        values[position] = _utc(values[position])
    feature.setAttributes(values)
    return feature


@lru_cache(maxsize=16)  # an image's time is mostly that of its start
def _utc(text: str | None) -> QDateTime | None:
    if not text:
        return None
    moment = QDateTime.fromString(text, Qt.DateFormat.ISODateWithMs)
    if not moment.isValid():
        return None
    if text.endswith("Z"):  # nearly all do
        return moment
    if moment.timeSpec() == Qt.TimeSpec.LocalTime:  # STAC times are UTC, said or unsaid
        moment.setTimeSpec(Qt.TimeSpec.UTC)
    return moment.toUTC()
