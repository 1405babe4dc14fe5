"""The columns of any layer, read as features: of the memory, PostGIS, shapefiles, unsaved edits."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt

from .....core.choice.columns import Floats
from ....layer_source import source_of

_CHUNK = 250  # features, some thousandths of a second
_REST = 0.0001  # seconds between two chunks in which the interface can have Python's lock
_NOWHERE = (np.nan,) * 4


class Features:
    """One layer as it is now, its unsaved edits included, for a thread of its own."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._source = source_of(layer)
        self._fields = layer.fields()

    def read(self, names: Sequence[str]) -> Iterator[list[Sequence[Any]]]:
        """Yields the features' ids and the values of some fields, column by column, in parts."""
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(list(names), self._fields)
        values = self._values(names)
        for some in self._chunks(request):
            yield [_ids(some), *(list(map(value, some)) for value in values)]

    def read_with_boxes(self, names: Sequence[str]) -> Iterator[list[Sequence[Any]]]:
        """Yields the same, and behind them west, south, east and north, NaN without an outline."""
        request = QgsFeatureRequest().setSubsetOfAttributes(list(names), self._fields)
        values = self._values(names)
        for some in self._chunks(request):
            boxes = zip(*map(_box, some), strict=True)
            yield [_ids(some), *(list(map(value, some)) for value in values), *boxes]

    def _values(self, names: Sequence[str]) -> list[itemgetter[Any]]:
        return [itemgetter(self._fields.indexOf(name)) for name in names]

    def _chunks(self, request: QgsFeatureRequest) -> Iterator[list[QgsFeature]]:
        features = self._source.getFeatures(request)
        while some := list(islice(features, _CHUNK)):
            yield some
            time.sleep(_REST)


def seconds(values: Sequence[Any]) -> Floats:
    """Returns seconds since 1970; a time whose format has lost its zone is UTC, as all are."""
    known = [value if isinstance(value, QDateTime) else None for value in values]
    first = next((value for value in known if value is not None), None)
    if first is not None and first.timeSpec() == Qt.TimeSpec.LocalTime:  # then all of them are
        for value in known:
            if value is not None:
                value.setTimeSpec(Qt.TimeSpec.UTC)
    moments = [_moment(value) for value in known]
    return np.array(moments, np.float64) / 1000.0


def _moment(value: QDateTime | None) -> float:
    return float(value.toMSecsSinceEpoch()) if value is not None and value.isValid() else np.nan


def _ids(features: list[QgsFeature]) -> list[int]:
    return [feature.id() for feature in features]


def _box(feature: QgsFeature) -> tuple[float, ...]:
    if not feature.hasGeometry():
        return _NOWHERE
    box = feature.geometry().boundingBox()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
