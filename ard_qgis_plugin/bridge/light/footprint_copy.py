"""Footprints copied into another layer, with fields of their own behind the old ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsFields, QgsProcessingFeatureSource

from .output import Row, fields_of
from .region import features_within

if TYPE_CHECKING:
    from ...core.geometry.wkb import Bounds


def copy_fields(source: QgsProcessingFeatureSource, kinds: Mapping[str, str]) -> QgsFields:
    """Returns the fields of a layer and new ones (text, number, count), which take precedence.

    The key of the layer's own database is left out: the new one makes its own.
    """
    fields = QgsFields()
    for field in source.fields().toList():
        if _is_kept(field.name(), kinds):
            fields.append(field)
    for field in fields_of(dict(kinds)).toList():
        fields.append(field)
    return fields


def copied_rows(
    source: QgsProcessingFeatureSource,
    values: Mapping[int, tuple[Any, ...]],
    kinds: Mapping[str, str],
) -> Iterator[Row]:
    """Yields the features whose number is in `values`, with these behind; in the layer's order."""
    for number, feature in enumerate(_features(source)):
        if number in values:
            yield _row(feature, values[number], kinds)


def chosen_rows(
    source: QgsProcessingFeatureSource,
    values: Mapping[int, tuple[Any, ...]],
    kinds: Mapping[str, str],
    within: Bounds | None = None,
) -> Iterator[Row]:
    """Yields the features whose number is in `values`, in the order of these.

    They are numbered among those that touch the box `within`.
    """
    rows = {
        number: _row(feature, values[number], kinds)
        for number, feature in enumerate(_features(source, within))
        if number in values
    }
    return (rows[number] for number in values)


def _features(
    source: QgsProcessingFeatureSource, within: Bounds | None = None
) -> Iterator[QgsFeature]:
    anything = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    features: Iterator[QgsFeature] = source.getFeatures(features_within(source, within), anything)
    return features


def _row(feature: QgsFeature, values: tuple[Any, ...], kinds: Collection[str]) -> Row:
    kept = (
        value
        for field, value in zip(feature.fields().toList(), feature.attributes(), strict=True)
        if _is_kept(field.name(), kinds)
    )
    wkb = feature.geometry().asWkb().data() if feature.hasGeometry() else None
    return (wkb, *kept, *values)


def _is_kept(name: str, kinds: Collection[str]) -> bool:
    return name.lower() not in kinds and name.lower() not in {"fid", "ogc_fid"}
