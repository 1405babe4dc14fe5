"""The columns of a footprint layer, read beside the interface."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, TypeAlias

import numpy as np
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal

from .....core.choice.columns import Columns, Floats, first_known, numbers
from .....core.choice.expressions import quoted
from .....core.choice.quantities import QUANTITIES, TIME, Quantity, present_fields
from .....translation import tr
from ....background_task import BackgroundTask
from .feature_columns import Features, seconds
from .sqlite_columns import seconds_column, table_of

_CHUNK = 2_000  # boxes between two looks at whether the task was dropped

_Parts: TypeAlias = Iterator[list[Sequence[Any]]]
_Convert: TypeAlias = Callable[[Sequence[Any]], Floats]


class ColumnsTask(BackgroundTask):
    """One reading of a layer as it is now, edits that are not saved included.

    `read` comes on the main thread with Columns, at least of the quantities whose names are
    `sooner`; `grown` comes with the same rows and more columns, at last with boxes. Neither comes
    where the task is dropped. `condition` is the filter that the layer has just now.
    """

    read = pyqtSignal(object)
    grown = pyqtSignal(object)

    def __init__(
        self, layer: QgsVectorLayer, condition: str = "", sooner: Collection[str] = ()
    ) -> None:
        super().__init__(tr("Reading footprints"))
        self._features = Features(layer)
        self._table = table_of(layer, condition)
        self._sooner = frozenset(sooner)
        names = layer.fields().names()
        self._wanted = {each: present_fields(each, names) for each in QUANTITIES}
        self._times = present_fields(TIME, names)

    def run(self) -> bool:
        """Reads; called in a thread of its own."""
        columns = self._from_table()
        if columns is None:
            columns = self._from_features()
        elif not self.is_dropped:
            self.read.emit(columns)
        if self.is_dropped:
            return False
        boxes = self._boxes(columns)
        if self.is_dropped:
            return False
        self.grown.emit(replace(columns, boxes=boxes))
        return True

    def _from_table(self) -> Columns | None:
        """Reads a table, all columns at once: each reading goes through all of its pages."""
        if self._table is None:
            return None
        fields = _fields(self._wanted.values())
        read = [seconds_column(name) if name in self._times else quoted(name) for name in fields]
        try:
            return self._columns(self._table.read(["id", *read]), self._wanted, numbers)
        except sqlite3.Error:  # a filter that only QGIS knows to read
            self._table = None
            return None

    def _from_features(self) -> Columns:
        """Reads features: what is looked at first, then the rest."""
        sooner = {each: self._wanted[each] for each in self._wanted if each.name in self._sooner}
        later = {each: self._wanted[each] for each in self._wanted if each not in sooner}
        columns = self._read_features(sooner)
        if self.is_dropped:
            return columns
        self.read.emit(columns)
        rest = self._read_features(later)
        if not np.array_equal(columns.fids, rest.fids):  # somebody writes to it meanwhile
            columns = self._read_features(self._wanted)
            self.read.emit(columns)
            return columns
        grown = replace(columns, values={**columns.values, **rest.values})
        if not self.is_dropped:
            self.grown.emit(grown)
        return grown

    def _read_features(self, wanted: dict[Quantity, tuple[str, ...]]) -> Columns:
        return self._columns(
            self._features.read(["id", *_fields(wanted.values())]), wanted, seconds
        )

    def _columns(
        self, parts: _Parts, wanted: dict[Quantity, tuple[str, ...]], times: _Convert
    ) -> Columns:
        """Turns ids, names and values into arrays, some at a time: they weigh less."""
        fields = _fields(wanted.values())
        arrays: dict[str, list[Floats]] = {field: [np.empty(0)] for field in fields}
        fids: list[int] = []
        ids: list[str] = []
        for some_fids, some_ids, *values in parts:
            if self.is_dropped:
                break
            fids += some_fids
            ids += (each if isinstance(each, str) else "" for each in some_ids)
            for field, column in zip(fields, values, strict=True):
                arrays[field].append((times if field in self._times else numbers)(column))
        found = {
            quantity.name: first_known([np.concatenate(arrays[name]) for name in names])
            for quantity, names in wanted.items()
            if names
        }
        return Columns(np.array(fids, np.int64), tuple(ids), found, _nowhere(len(ids)))

    def _boxes(self, columns: Columns) -> Floats:
        try:
            found = self._box_rows((self._table or self._features).boxes())
        except sqlite3.Error:  # it has no spatial index
            found = self._box_rows(self._features.boxes())
        order = np.argsort(columns.fids)
        at = np.searchsorted(columns.fids, found[:, 0], sorter=order)
        known = at < len(columns)
        known[known] &= columns.fids[order[at[known]]] == found[known, 0]
        boxes = _nowhere(len(columns))
        boxes[order[at[known]]] = found[known, 1:]
        return boxes

    def _box_rows(self, rows: Iterator[tuple[float, ...]]) -> Floats:
        parts = [np.empty((0, 5))]
        while not self.is_dropped and (chunk := list(islice(rows, _CHUNK))):
            parts.append(np.array(chunk, np.float64))
        return np.concatenate(parts)


def _fields(found: Collection[tuple[str, ...]]) -> list[str]:
    return [field for fields in found for field in fields]


def _nowhere(count: int) -> Floats:
    return np.full((count, 4), np.nan)
