"""The columns of a footprint layer, read beside the interface."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import pyqtBoundSignal, pyqtSignal

from .....core.choice.columns import Columns, Floats, first_known, numbers
from .....core.choice.expressions import quoted
from .....core.choice.quantities import QUANTITIES, TIME, present_fields
from .....translation import tr
from ....background_task import BackgroundTask
from .feature_columns import Features, seconds
from .sqlite_columns import seconds_column, table_of

_CHUNK = 2_000  # boxes between two looks at whether the task was dropped
_ID = "id"
_SIDES = ("west", "south", "east", "north")

_Parts: TypeAlias = Iterator[list[Sequence[Any]]]
_Convert: TypeAlias = Callable[[Sequence[Any]], Floats]


@dataclass(frozen=True)
class _Read:
    """What was read: the features' ids, the images' names, the numbers of each field."""

    fids: NDArray[np.int64]
    ids: tuple[str, ...]
    numbers: dict[str, Floats]


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
        if not self._read_table():
            self._read_features()
        return not self.is_dropped

    def _read_table(self) -> bool:
        """Reads a table, all columns at once, for each reading goes through all of its pages.

        Says whether it could be read.
        """
        if self._table is None:
            return False
        fields = _fields(self._wanted.values())
        read = [seconds_column(name) if name in self._times else quoted(name) for name in fields]
        try:
            found = self._take(self._table.read([_ID, *read]), [_ID, *fields], numbers)
        except sqlite3.Error:  # a filter that only QGIS knows to read
            return False
        columns = self._columns(found)
        self._tell(self.read, columns)
        if not self.is_dropped:
            self._tell(self.grown, replace(columns, boxes=self._table_boxes(columns)))
        return True

    def _read_features(self) -> None:
        """Reads features: what is looked at first, then the rest with their boxes."""
        soon = [each for each in self._wanted if each.name in self._sooner]
        sooner = [_ID, *_fields(self._wanted[each] for each in soon)]
        later = _fields(names for each, names in self._wanted.items() if each not in soon)
        first = self._take(self._features.read(sooner), sooner, seconds)
        self._tell(self.read, self._columns(first))
        if self.is_dropped:
            return
        rest = self._take_with_boxes(later)
        if np.array_equal(first.fids, rest.fids):
            both = replace(first, numbers=first.numbers | rest.numbers)
            self._tell(self.grown, self._columns(both))
        elif not self.is_dropped:  # somebody writes to it meanwhile
            self._tell(self.read, self._columns(self._take_with_boxes([*sooner, *later])))

    def _tell(self, signal: pyqtBoundSignal, columns: Columns) -> None:
        if not self.is_dropped:
            signal.emit(columns)

    def _take_with_boxes(self, fields: Sequence[str]) -> _Read:
        parts = self._features.read_with_boxes(fields)
        return self._take(parts, [*fields, *_SIDES], seconds)

    def _take(self, parts: _Parts, fields: Sequence[str], times: _Convert) -> _Read:
        """Turns what is read of fields into arrays, some at a time: they weigh less."""
        arrays: dict[str, list[Floats]] = {name: [np.empty(0)] for name in fields if name != _ID}
        fids, ids = [np.empty(0, np.int64)], list[str]()
        for some, *values in parts:
            if self.is_dropped:
                break
            fids.append(np.array(some, np.int64))
            for name, column in zip(fields, values, strict=True):
                if name == _ID:
                    ids += (each if isinstance(each, str) else "" for each in column)
                else:
                    arrays[name].append((times if name in self._times else numbers)(column))
        found = {name: np.concatenate(arrays[name]) for name in arrays}
        return _Read(np.concatenate(fids), tuple(ids), found)

    def _columns(self, read: _Read) -> Columns:
        found = {
            quantity.name: first_known([read.numbers[name] for name in names])
            for quantity, names in self._wanted.items()
            if names and read.numbers.keys() >= set(names)
        }
        return Columns(read.fids, read.ids, found, _boxes(read))

    def _table_boxes(self, columns: Columns) -> Floats:
        try:
            rows = self._box_rows(self._table.boxes()) if self._table else np.empty((0, 5))
        except sqlite3.Error:  # it has no spatial index
            read = self._take_with_boxes([])
            rows = np.column_stack([read.fids, _boxes(read)])
        order = np.argsort(columns.fids)
        at = np.searchsorted(columns.fids, rows[:, 0], sorter=order)
        known = at < len(columns)
        known[known] &= columns.fids[order[at[known]]] == rows[known, 0]
        boxes = np.full((len(columns), 4), np.nan)
        boxes[order[at[known]]] = rows[known, 1:]
        return boxes

    def _box_rows(self, rows: Iterator[tuple[float, ...]]) -> Floats:
        parts = [np.empty((0, 5))]
        while not self.is_dropped and (chunk := list(islice(rows, _CHUNK))):
            parts.append(np.array(chunk, np.float64))
        return np.concatenate(parts)


def _boxes(read: _Read) -> Floats:
    unknown = np.full(len(read.fids), np.nan)
    return np.column_stack([read.numbers.get(side, unknown) for side in _SIDES])


def _fields(found: Iterable[tuple[str, ...]]) -> list[str]:
    return [field for fields in found for field in fields]
