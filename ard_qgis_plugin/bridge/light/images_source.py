"""A layer made by ard:search, read as columns: which angles its images have."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeature,
    QgsProcessingFeatureSource,
)

from ...core.model.bodies import Body, body_named
from ...core.model.errors import InputError
from ..degrees import is_in_degrees
from ..field_values import day_in, number_in, text_in, value_of
from .region import features_within

if TYPE_CHECKING:
    from ...core.geometry.wkb import Bounds
    from ...core.light.images import Images
    from ...core.light.vectors import Indices

_NEEDED = ("id", "incidence_angle", "subsolar_azimuth")
STEREO_FIELDS = ("emission_angle", "subspacecraft_azimuth")
"""What stereo needs beside it."""
_TEXTS = ("id", "collection", "body", "image_url", "label_url", "thumbnail_url", "rclone_path")


@dataclass(frozen=True)
class ImageLayer:
    """The images of a footprint layer, and where each of them stands in it.

    `texts` are the text fields of each image, `fids` its feature's id, `numbers` its place in the
    layer's order, among the features that touch the box `within` where there is one. `repeated`
    counts features of images that came before.
    """

    name: str
    body: Body
    images: Images
    texts: Sequence[dict[str, str]]
    numbers: Sequence[int]
    fids: Sequence[int]
    repeated: int
    within: Bounds | None = None

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


def body_of(source: QgsProcessingFeatureSource, needed: Collection[str] = ()) -> Body:
    """Returns the body that a footprint layer is of.

    Raises InputError for other layers, for one without the `needed` fields and for one of several
    bodies.
    """
    _check_fields(source, needed)
    field, title = source.fields().lookupField("body"), source.sourceName()
    found = source.uniqueValues(field) if field >= 0 else ()
    names = sorted({each.capitalize() for each in found if isinstance(each, str) and each})
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


def read_images(
    source: QgsProcessingFeatureSource, body: Body, within: Bounds | None = None
) -> ImageLayer:
    """Reads the images of a footprint layer of a body, each once; of a box, those that touch it.

    Raises InputError for a layer without any angle.
    """
    (layer,) = image_parts(source, body, within)
    if len(layer.texts) and not layer.images.has_incidence:
        raise no_incidence(source)
    return layer


def no_incidence(source: QgsProcessingFeatureSource) -> InputError:
    """Returns the error of a layer without any angle."""
    return InputError(
        f"No footprint of the layer {source.sourceName()!r} has an incidence angle: search "
        "again with labels read, or choose another layer."
    )


def image_parts(
    source: QgsProcessingFeatureSource,
    body: Body,
    within: Bounds | None = None,
    at_once: int | None = None,
) -> Iterator[ImageLayer]:
    """Yields the images as read_images does, in parts of so many, or all; at least one part.

    So that large layers need not be in memory. A layer without any angle is no error here.
    """
    from ...core.light.footprint_columns import FIELDS  # noqa: PLC0415 (libraries)

    known: set[int] = set()  # hashes, which need less memory than names
    names = [*_TEXTS, *FIELDS.values(), "gsd", "datetime"]
    features = enumerate(_features(source, names, within))
    more = True
    while more:
        part = _Part([], [], [], [], [])
        for number, feature in islice(features, at_once):
            part.add(number, feature, known)
        more = at_once is not None and len(part.fids) + part.repeated == at_once
        yield part.layer(source, body, within)


@dataclass
class _Part:
    """Some images of a layer while they are read."""

    texts: list[dict[str, str]]
    rows: list[list[float]]
    shapes: list[bytes | None]
    fids: list[int]
    numbers: list[int]
    repeated: int = 0

    def add(self, number: int, feature: QgsFeature, known: set[int]) -> None:
        """Takes a feature, unless its image, which has an id, is among the known ones."""
        from ...core.light.footprint_columns import FIELDS  # noqa: PLC0415 (libraries)

        text = {name: text_in(value_of(feature, name)) for name in _TEXTS}
        name = hash((text["collection"], text["id"]))
        if text["id"] and name in known:
            self.repeated += 1
            return
        known.add(name)
        self.texts.append(text)
        fields = (*FIELDS.values(), "gsd")
        numbers = [number_in(value_of(feature, name)) for name in fields]
        self.rows.append([*numbers, day_in(value_of(feature, "datetime"))])
        self.shapes.append(_wkb(feature))
        self.fids.append(feature.id())
        self.numbers.append(number)

    def layer(
        self, source: QgsProcessingFeatureSource, body: Body, within: Bounds | None
    ) -> ImageLayer:
        """Returns the images that were taken."""
        import numpy as np  # noqa: PLC0415 (more than half of QGIS's start with the plugin)

        from ...core.light.footprint_columns import FIELDS, images_of  # noqa: PLC0415 (libraries)

        columns = (*FIELDS, "gsd", "day")
        values = np.array(self.rows, dtype=float).reshape(len(self.rows), len(columns)).T
        images = images_of(
            [(text["collection"], text["id"]) for text in self.texts],
            self.shapes,
            body.radius / 1000,
            dict(zip(columns, values, strict=True)),
            body.flattening,
        )
        read = (self.texts, self.numbers, self.fids)
        return ImageLayer(source.sourceName(), body, images, *read, self.repeated, within)


def _check_fields(source: QgsProcessingFeatureSource, needed: Collection[str]) -> None:
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
    if crs.isValid() and not is_in_degrees(crs):
        raise InputError(
            f"The layer {title!r} is in a map's CRS ({crs.authid() or crs.description()}), not in "
            "longitude and latitude: choose the layer as ard:search made it."
        )


def _features(
    source: QgsProcessingFeatureSource, names: Sequence[str], within: Bounds | None
) -> Any:
    request = features_within(source, within)
    known = [name for name in names if name in source.fields().names()]
    request.setSubsetOfAttributes(known, source.fields())
    anything = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    return source.getFeatures(request, anything)


def _wkb(feature: QgsFeature) -> bytes | None:
    if not feature.hasGeometry():
        return None
    geometry = feature.geometry()
    geometry.convertToStraightSegment()
    return geometry.asWkb().data()
