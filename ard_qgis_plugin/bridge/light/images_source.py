"""A layer made by ard:search, read as columns: which angles its images have."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QDateTime

from ...core.model.bodies import Body, body_named
from ...core.model.errors import InputError

if TYPE_CHECKING:
    from ...core.light.images import Images
    from ...core.light.vectors import Indices

_NEEDED = ("id", "incidence_angle", "subsolar_azimuth")
STEREO_FIELDS = ("emission_angle", "subspacecraft_azimuth")
"""What stereo needs beside it."""
_TEXTS = ("id", "collection", "body", "image_url", "label_url", "thumbnail_url", "rclone_path")
_DAY = 86_400_000.0  # milliseconds


@dataclass(frozen=True)
class ImageLayer:
    """The images of a footprint layer, and where each of them stands in it.

    `texts` are the text fields of each image, `numbers` its place in the layer's order, `fids` its
    feature's id. `repeated` counts features of images that came before.
    """

    name: str
    body: Body
    images: Images
    texts: Sequence[dict[str, str]]
    numbers: Sequence[int]
    fids: Sequence[int]
    repeated: int

    def take(self, rows: Indices) -> ImageLayer:
        """Returns the layer with some of its images."""
        return replace(
            self,
            images=self.images.take(rows),
            texts=[self.texts[row] for row in rows],
            numbers=[self.numbers[row] for row in rows],
            fids=[self.fids[row] for row in rows],
        )

    def text(self, row: int, name: str) -> str | None:
        """Returns a text field of an image, None where it is empty."""
        return self.texts[row][name] or None


class LayerState:
    """A layer as it is now, to be read on any thread as an algorithm's source is."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._source = QgsVectorLayerFeatureSource(layer)
        self._fields, self._crs, self._name = layer.fields(), layer.crs(), layer.name()

    def fields(self) -> QgsFields:
        """Returns the layer's fields."""
        return self._fields

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:  # noqa: N802 (as QGIS names it)
        """Returns the layer's CRS."""
        return self._crs

    def sourceName(self) -> str:  # noqa: N802
        """Returns the layer's name."""
        return self._name

    def getFeatures(self, request: QgsFeatureRequest, *_flags: Any) -> Any:  # noqa: N802
        """Returns the features that are asked for."""
        return self._source.getFeatures(request)


Source: TypeAlias = "QgsProcessingFeatureSource | LayerState"


def read_images(
    source: Source,
    needed: Collection[str] = (),
    box: QgsRectangle | None = None,
) -> ImageLayer:
    """Reads the images of a footprint layer, each once; with `box` only those that meet it.

    Raises InputError for other layers, for one without the `needed` fields or without any angle,
    and for one of several bodies.
    """
    from ...core.light.footprint_columns import FIELDS, images_of  # noqa: PLC0415 (libraries)

    _check_fields(source, needed)
    fields = {**FIELDS, "gsd": "gsd"}
    texts: list[dict[str, str]] = []
    rows: list[list[float]] = []
    shapes: list[bytes | None] = []
    fids: list[int] = []
    places: dict[tuple[str, str], int] = {}
    number = -1
    read = [*_TEXTS, *fields.values(), "datetime"]
    for number, feature in enumerate(_features(source, read, box)):
        text = {name: text_of(feature, name) for name in _TEXTS}
        if places.setdefault((text["collection"], text["id"]), number) != number:
            continue
        texts.append(text)
        rows.append([*(_number(feature, name) for name in fields.values()), _day(feature)])
        shapes.append(_wkb(feature))
        fids.append(feature.id())
    body = _body(source, texts)
    values = np.array(rows, dtype=float).reshape(len(rows), len(fields) + 1).T
    columns = dict(zip([*fields, "day"], values, strict=True))
    if texts and np.isnan(columns["incidence"]).all():
        raise InputError(
            f"No footprint of the layer {source.sourceName()!r} has an incidence angle: search "
            "again with labels read, or choose another layer."
        )
    names = list(places)
    images = images_of(names, shapes, body.radius / 1000, columns)
    repeated = number + 1 - len(texts)
    title, numbers = source.sourceName(), list(places.values())
    return ImageLayer(title, body, images, texts, numbers, fids, repeated)


def _check_fields(source: Source, needed: Collection[str]) -> None:
    names, title = source.fields().names(), source.sourceName()
    if missing := [name for name in _NEEDED if name not in names]:
        raise InputError(
            f"The layer {title!r} doesn't say under which light its images were taken (no field "
            f"{', '.join(missing)}): choose one that ard:search made."
        )
    if missing := [name for name in needed if name not in names]:
        raise InputError(
            f"The layer {title!r} has no field {', '.join(missing)}, as layers of older versions "
            "of this plugin: run ard:search again."
        )
    crs = source.sourceCrs()
    if crs.isValid() and not _is_in_degrees(crs):
        raise InputError(
            f"The layer {title!r} is in a map's CRS ({crs.authid() or crs.description()}), not in "
            "longitude and latitude: choose the layer as ard:search made it."
        )


def _is_in_degrees(crs: QgsCoordinateReferenceSystem) -> bool:
    return crs.isGeographic() or QgsUnitTypes.encodeUnit(crs.mapUnits()) == "degrees"


def _features(source: Source, names: Sequence[str], box: QgsRectangle | None) -> Any:
    request = QgsFeatureRequest() if box is None else QgsFeatureRequest(box)
    known = [name for name in names if name in source.fields().names()]
    request.setSubsetOfAttributes(known, source.fields())
    anything = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    return source.getFeatures(request, anything)


def _body(source: Source, texts: Sequence[dict[str, str]]) -> Body:
    title = source.sourceName()
    names = sorted({text["body"].capitalize() for text in texts if text["body"]})
    if len(names) > 1:
        raise InputError(
            f"The layer {title!r} holds footprints of {' and '.join(names)}: select those of one "
            "body."
        )
    body = body_named(names[0] if names else source.sourceCrs().celestialBodyName())
    if body is None:
        raise InputError(
            f"The layer {title!r} doesn't say which body its footprints are of: choose one that "
            "ard:search made."
        )
    return body


def text_of(feature: QgsFeature, name: str) -> str:
    """Returns a text field of a feature, "" where there is none."""
    place = feature.fieldNameIndex(name)
    value = feature.attribute(place) if place >= 0 else None
    return value if isinstance(value, str) else ""


def _number(feature: QgsFeature, name: str) -> float:
    place = feature.fieldNameIndex(name)
    value = feature.attribute(place) if place >= 0 else None
    return float(value) if isinstance(value, (int, float)) else np.nan


def _day(feature: QgsFeature) -> float:
    place = feature.fieldNameIndex("datetime")
    value = feature.attribute(place) if place >= 0 else None
    if isinstance(value, QDateTime) and value.isValid():
        return value.toMSecsSinceEpoch() / _DAY
    return np.nan


def _wkb(feature: QgsFeature) -> bytes | None:
    return feature.geometry().asWkb().data() if feature.hasGeometry() else None
