"""The columns of a footprint layer, read beside the interface."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

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
from .....core.choice.expressions import quoted
from .....core.choice.quantities import QUANTITIES, TIME, present_fields
from .....translation import tr
from .sqlite_columns import seconds_column, table_of

_CHUNK = 2_000  # features between two looks at whether the task was cancelled


class ColumnsTask(QgsTask):
    """One reading of a layer as it is now, edits that are not saved included.

    `read` comes on the main thread with Columns, first without boxes and then with them; not at
    all where the task is cancelled. `condition` is the filter that the layer has just now.
    """

    read = pyqtSignal(object)

    def __init__(self, layer: QgsVectorLayer, condition: str = "") -> None:
        super().__init__(tr("Reading footprints"), QgsTask.Flag.CanCancel)
        self._source = QgsVectorLayerFeatureSource(layer)
        self._fields = layer.fields()
        self._table = table_of(layer, condition)
        names = self._fields.names()
        self._wanted = {each: present_fields(each, names) for each in QUANTITIES}

    def run(self) -> bool:
        """Reads; called in a thread of its own."""
        columns = self._from_table() or self._from_features()
        if self.isCanceled():
            return False
        self.read.emit(columns)
        boxes = self._boxes(columns)
        if self.isCanceled():
            return False
        self.read.emit(replace(columns, boxes=boxes))
        return True

    def _read_fields(self) -> list[str]:
        return ["id", *(field for found in self._wanted.values() for field in found)]

    def _from_table(self) -> Columns | None:
        if self._table is None:
            return None
        times = present_fields(TIME, self._fields.names())
        read = [
            seconds_column(name) if name in times else quoted(name) for name in self._read_fields()
        ]
        try:
            return self._columns(self._table.read(read), numbers)
        except sqlite3.Error:  # a filter that only QGIS knows to read
            self._table = None
            return None

    def _from_features(self) -> Columns:
        fields = self._read_fields()
        indices = [self._fields.indexOf(name) for name in fields]
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(fields, self._fields)
        features: Iterator[QgsFeature] = self._source.getFeatures(request)
        rows = ((each.id(), *[each[at] for at in indices]) for each in features)
        return self._columns(rows, _seconds)

    def _columns(
        self, rows: Iterator[tuple[Any, ...]], seconds: Callable[[list[Any]], Floats]
    ) -> Columns:
        """Turns rows of id, name and values into arrays, some at a time: they weigh less."""
        times = present_fields(TIME, self._fields.names())
        fields = self._read_fields()[1:]
        parts: list[list[Floats]] = [[] for _ in fields]
        fids: list[int] = []
        ids: list[str] = []
        for chunk in self._chunks(rows):
            some_fids, some_ids, *values = zip(*chunk, strict=True)
            fids += some_fids
            ids += (each if isinstance(each, str) else "" for each in some_ids)
            for part, field, column in zip(parts, fields, values, strict=True):
                part.append((seconds if field in times else numbers)(list(column)))
        by_field = {
            field: np.concatenate(part) if part else np.empty(0)
            for field, part in zip(fields, parts, strict=True)
        }
        arrays = {
            quantity.name: first_known([by_field[name] for name in found])
            for quantity, found in self._wanted.items()
            if found
        }
        return Columns(np.array(fids, np.int64), tuple(ids), arrays, _nowhere(len(ids)))

    def _boxes(self, columns: Columns) -> Floats:
        try:
            found = self._box_rows(self._table.boxes() if self._table else self._feature_boxes())
        except sqlite3.Error:  # it has no spatial index
            found = self._box_rows(self._feature_boxes())
        order = np.argsort(columns.fids)
        at = np.searchsorted(columns.fids, found[:, 0], sorter=order)
        known = at < len(columns)
        known[known] &= columns.fids[order[at[known]]] == found[known, 0]
        boxes = _nowhere(len(columns))
        boxes[order[at[known]]] = found[known, 1:]
        return boxes

    def _box_rows(self, rows: Iterator[tuple[float, ...]]) -> Floats:
        parts = [np.array(chunk, np.float64) for chunk in self._chunks(rows)]
        return np.concatenate(parts) if parts else np.empty((0, 5))

    def _feature_boxes(self) -> Iterator[tuple[float, ...]]:
        request = QgsFeatureRequest().setSubsetOfAttributes([])
        features: Iterator[QgsFeature] = self._source.getFeatures(request)
        return (_box(feature) for feature in features if feature.hasGeometry())

    def _chunks(self, rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
        while not self.isCanceled() and (chunk := list(islice(rows, _CHUNK))):
            yield chunk


def _box(feature: QgsFeature) -> tuple[float, ...]:
    box = feature.geometry().boundingBox()
    return feature.id(), box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _nowhere(count: int) -> Floats:
    return np.full((count, 4), np.nan)


def _seconds(values: list[Any]) -> Floats:
    return numbers([_seconds_of(value) for value in values])


def _seconds_of(value: Any) -> float | None:
    """Returns seconds since 1970; a time whose format has lost its zone is UTC, as all are."""
    if not isinstance(value, QDateTime) or not value.isValid():
        return None
    if value.timeSpec() == Qt.TimeSpec.LocalTime:
        value.setTimeSpec(Qt.TimeSpec.UTC)
    return float(value.toMSecsSinceEpoch()) / 1000.0
