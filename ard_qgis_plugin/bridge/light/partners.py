"""The stereo partners of one image of a footprint layer."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsRectangle,
    QgsVectorLayer,
)

from ...core.model.errors import InputError
from ..field_values import text_in, value_of
from ..layer_source import source_of
from .images_source import STEREO_FIELDS, ImageLayer, body_of, read_images

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeatureSource

    from ...core.light.stereo.pairs import PairLimits, PairTable


@dataclass(frozen=True, slots=True)
class Partner:
    """An image that makes a stereo pair with another one; angles in degrees, strength 0..1."""

    fid: int
    id: str
    strength: float
    convergence: float
    parallax_height_ratio: float
    sun_angle: float
    overlap: float  # part of the smaller footprint


@dataclass(frozen=True, slots=True)
class PartnersFound:
    """The partners of one image, the strongest first.

    `lacking` and `outside` name what keeps the image itself out of any pair: columns of core's
    Images that it lacks, and those beyond the limits ("shapes" is the footprint).
    """

    partners: tuple[Partner, ...]
    lacking: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def partners_of(
    layer: QgsVectorLayer,
    fid: int,
    limits: PairLimits | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> PartnersFound:
    """Returns the stereo partners of the image of a feature, the strongest first.

    Only footprints about this one are read, so that a layer with a spatial index may be large.
    Raises InputError for other layers and for limits the wrong way round.
    """
    return PartnersQuestion(layer, fid).answer(limits, is_cancelled)


class PartnersQuestion:
    """One question for the partners of a feature's image: asked of a layer on its own thread.

    `answer` may run on another one, whatever becomes of the layer. Raises InputError where the
    layer has no such feature.
    """

    def __init__(self, layer: QgsVectorLayer, fid: int) -> None:
        self._source = _LayerState(layer)
        self._feature = layer.getFeature(fid)
        if not self._feature.isValid():
            raise InputError(
                f"The layer {layer.name()!r} has no feature {fid}: choose an image again."
            )

    def answer(
        self,
        limits: PairLimits | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> PartnersFound:
        """Returns the partners, the strongest first; raises InputError as partners_of does."""
        from ...core.light.stereo.partners import stereo_partners  # noqa: PLC0415 (libraries)

        feature = self._feature
        if not feature.hasGeometry():
            return PartnersFound((), lacking=("shapes",))
        source = cast("QgsProcessingFeatureSource", self._source)
        box = feature.geometry().boundingBox()
        within = box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
        near = read_images(source, body_of(source, STEREO_FIELDS), within)
        row = _row_of(feature, near)
        found = stereo_partners(near.images, row, limits, is_cancelled)
        return PartnersFound(_partners(near, found.pairs), found.lacking, found.outside)


class _LayerState:
    """A layer as it is now, to be read on any thread in the way of an algorithm's source."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._source = source_of(layer)
        self._fields, self._crs, self._name = layer.fields(), layer.crs(), layer.name()
        self._extent = layer.extent()

    def fields(self) -> QgsFields:
        """Returns the layer's fields."""
        return self._fields

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:
        """Returns the layer's CRS."""
        return self._crs

    def sourceExtent(self) -> QgsRectangle:
        """Returns the layer's extent."""
        return self._extent

    def sourceName(self) -> str:
        """Returns the layer's name."""
        return self._name

    def uniqueValues(self, field: int) -> set[str]:
        """Returns the texts that a field has."""
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes([field])
        values = (feature[field] for feature in self.getFeatures(request))
        return {value for value in values if isinstance(value, str)}

    def getFeatures(self, request: QgsFeatureRequest, *_flags: Any) -> Any:
        """Returns the features that are asked for."""
        return self._source.getFeatures(request)


def _row_of(feature: QgsFeature, near: ImageLayer) -> int:
    """Returns the row of a feature's image, which may have been read from an earlier feature."""
    if feature.id() in near.fids:
        return near.fids.index(feature.id())
    names = [text_in(value_of(feature, name)) for name in ("collection", "id")]
    return [[text["collection"], text["id"]] for text in near.texts].index(names)


def _partners(near: ImageLayer, pairs: PairTable) -> tuple[Partner, ...]:
    columns = (
        *(pairs.second, pairs.strength, pairs.convergence, pairs.parallax_height_ratio),
        *(pairs.sun_angle, pairs.overlap),
    )
    return tuple(
        Partner(near.fids[other], near.texts[other]["id"], *values)
        for other, *values in zip(*(column.tolist() for column in columns), strict=True)
    )
