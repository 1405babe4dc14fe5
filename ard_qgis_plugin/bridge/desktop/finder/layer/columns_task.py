"""The columns of a footprint layer, read beside the interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QDateTime, Qt, pyqtSignal

from .....core.choice.columns import Columns, Floats, first_known, numbers
from .....core.choice.quantities import QUANTITIES, TIME, Quantity, present_fields
from .....translation import tr

Row = TypeVar("Row")

_CHUNK = 2_000  # features between two looks at whether the task was cancelled
_NOWHERE = (np.nan,) * 4


class ColumnsTask(QgsTask):
    """One reading of a layer as it is now, edits that are not saved included.

    `read` comes on the main thread with Columns, first without boxes and then with them; not at
    all where the task is cancelled.
    """

    read = pyqtSignal(object)

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__(tr("Reading footprints"), QgsTask.Flag.CanCancel)
        self._source = QgsVectorLayerFeatureSource(layer)
        self._fields = layer.fields()

    def run(self) -> bool:
        """Reads; called in a thread of its own."""
        columns = self._columns()
        if columns is None:
            return False
        self.read.emit(columns)
        boxes = self._collect(QgsFeatureRequest().setSubsetOfAttributes([]), _box)
        if boxes is None or len(boxes) != len(columns):
            return False
        self.read.emit(replace(columns, boxes=np.array(boxes, np.float64).reshape(-1, 4)))
        return True

    def _columns(self) -> Columns | None:
        names = self._fields.names()
        wanted = {each: present_fields(each, names) for each in QUANTITIES}
        fields = ["id", *(field for found in wanted.values() for field in found)]
        indices = [self._fields.indexOf(name) for name in fields]
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(fields, self._fields)
        rows = self._collect(request, lambda each: (each.id(), *[each[at] for at in indices]))
        return None if rows is None else _columns(rows, fields, wanted)

    def _collect(
        self, request: QgsFeatureRequest, row_of: Callable[[QgsFeature], Row]
    ) -> list[Row] | None:
        features: Iterator[QgsFeature] = self._source.getFeatures(request)
        rows: list[Row] = []
        while chunk := [row_of(feature) for feature in islice(features, _CHUNK)]:
            if self.isCanceled():
                return None
            rows += chunk
        return rows


def _box(feature: QgsFeature) -> tuple[float, ...]:
    if not feature.hasGeometry():
        return _NOWHERE
    box = feature.geometry().boundingBox()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _columns(
    rows: list[tuple[Any, ...]], fields: list[str], wanted: dict[Quantity, tuple[str, ...]]
) -> Columns:
    fids, *values = zip(*rows, strict=True) if rows else ((),) * (1 + len(fields))
    by_field = dict(zip(fields, values, strict=True))
    arrays = {
        quantity.name: first_known([_array(quantity, by_field[name]) for name in found])
        for quantity, found in wanted.items()
        if found
    }
    ids = tuple(id_ if isinstance(id_, str) else "" for id_ in by_field["id"])
    return Columns(np.array(fids, np.int64), ids, arrays, np.full((len(ids), 4), np.nan))


def _array(quantity: Quantity, values: tuple[Any, ...]) -> Floats:
    if quantity is TIME:
        return numbers([_seconds(value) for value in values])
    return numbers(list(values))


def _seconds(value: Any) -> float | None:
    """Returns seconds since 1970; a time whose format has lost its zone is UTC, as all are."""
    if not isinstance(value, QDateTime) or not value.isValid():
        return None
    if value.timeSpec() == Qt.TimeSpec.LocalTime:
        value.setTimeSpec(Qt.TimeSpec.UTC)
    return float(value.toMSecsSinceEpoch()) / 1000.0
