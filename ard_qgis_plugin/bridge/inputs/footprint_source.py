"""A layer made by ard:search, read again: the rows that the downloads begin with."""

from __future__ import annotations

from math import isnan

from qgis.core import QgsFeature, QgsFeatureRequest, QgsFeatureSource

from ...core.manifest.asset_file import FootprintRow
from ...core.model.errors import InputError
from ..field_values import number_in, text_in

_TEXTS = ("id", "collection", "body", "image_url", "label_url", "thumbnail_url", "rclone_path")
_PLACES = ("image_url", "rclone_path")
_ANGLES = ("incidence_angle", "subsolar_azimuth")


def is_footprint_layer(names: list[str]) -> bool:
    """Says whether fields of these names make a layer whose images can be found."""
    return "id" in names and any(place in names for place in _PLACES)


def read_footprints(source: QgsFeatureSource) -> list[FootprintRow]:
    """Reads the rows of a footprint layer, in its order; raises InputError for other layers."""
    names = source.fields().names()
    if not is_footprint_layer(names):
        raise InputError(
            f"The layer {source.sourceName()!r} doesn't say where its images are (fields id and "
            f"{' or '.join(_PLACES)}): choose one that ard:search made."
        )
    wanted = row_fields(names)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(wanted, source.fields())
    return [footprint_row(feature, wanted) for feature in source.getFeatures(request)]


def row_fields(names: list[str]) -> list[str]:
    """Returns those of a layer's fields that make a row."""
    return [name for name in (*_TEXTS, *_ANGLES) if name in names]


def footprint_row(feature: QgsFeature, names: list[str]) -> FootprintRow:
    """Returns the row of one feature; `names` are its layer's row_fields()."""
    texts = {name: text_in(feature[name]) for name in _TEXTS if name in names}
    incidence, sun_azimuth = (
        _known(number_in(feature[name])) if name in names else None for name in _ANGLES
    )
    return FootprintRow(**texts, incidence=incidence, sun_azimuth=sun_azimuth)


def _known(value: float) -> float | None:
    return None if isnan(value) else value
