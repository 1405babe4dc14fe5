"""The layer that the dock is about, read into columns, and which of its images are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .....core.choice.choice import Choice
from .....core.choice.columns import Columns, Floats, Mask, Rows
from .....core.choice.expressions import Dialect, both, limits_condition, names_condition
from .....core.choice.limits import Limits
from .....core.choice.order import Order, quantity_of, sorted_rows
from .....core.choice.quantities import QUANTITIES, present_fields
from .....translation import tr
from ....background_task import drop, start
from ..pause import pause
from .columns_task import ColumnsTask
from .features_task import FeaturesTask
from .layer_filter import LayerFilter
from .layer_watch import LayerWatch
from .stored_choice import has_choice, store_choice, stored_left_out, stored_limits

WANTED = 65.0  # degrees of incidence, in the range that shows relief best
_LIGHT = ("incidence", "subsolar_azimuth")  # what the dock asks of an image first
_MOST_NAMES = 500  # in a filter of the map
_MAP_PAUSE = 60  # ms from one drawing of the map to the next while one drags


class Chooser(QObject):
    """One layer at a time and the choice among its images; knows no widget.

    Limits and ticks are kept with the layer.
    """

    layer_changed = pyqtSignal()  # another layer, or none
    columns_changed = pyqtSignal()  # the layer has been read, perhaps anew
    columns_grown = pyqtSignal()  # more is known of the same images
    choice_changed = pyqtSignal()  # other images, or in another order
    settled = pyqtSignal()  # the map's filter follows the choice
    said = pyqtSignal(str)  # a line for the dock

    def __init__(self) -> None:
        super().__init__()
        self.layer: QgsVectorLayer | None = None
        self.choice = Choice()
        self.order, self.wanted = Order.NEAREST, WANTED
        self.place: Floats | None = None  # incidence at a place, in degrees
        self._filter: LayerFilter | None = None
        self._watch: LayerWatch | None = None
        self._task: ColumnsTask | None = None
        self._reading = 0
        self._is_settled = True
        self._map_timer = pause(self, _MAP_PAUSE, self._preview)

    @property
    def columns(self) -> Columns:
        """Returns what has been read of the layer."""
        return self.choice.columns

    def follow(self, layer: QgsVectorLayer | None, limits: dict[str, Limits] | None = None) -> None:
        """Goes to another layer; `limits` are for one in which nothing was chosen yet."""
        self.let_go()
        self.layer = layer
        self.choice = Choice()
        if layer is not None:
            self._filter = LayerFilter(layer)
            self._watch = LayerWatch(layer, self._filter, self)
            self._watch.changed.connect(self._read)
            self._watch.filter_replaced.connect(self._forget_choice)
            self.choice.limits = stored_limits(layer)
            self.choice.left_out = stored_left_out(layer)
            if limits is not None and not has_choice(layer):
                self.choice.limits = dict(limits)
                store_choice(layer, self.choice)
            self._read()
        self.layer_changed.emit()
        self.choice_changed.emit()

    def let_go(self) -> None:
        """Stops following; what was set a moment ago is the layer's filter first."""
        if not self._is_settled:
            self.settle()
        self._map_timer.stop()
        self._stop_reading()
        if self._watch is not None:
            self._watch.end()
        self.layer = self._filter = self._watch = self.place = None

    def limit(self, name: str, limits: Limits | None) -> None:
        """Sets the limits of a quantity, as while one drags: the map follows after a moment."""
        if self.choice.limits.get(name) == limits:
            return
        self.choice.limit(name, limits)
        self._is_settled = False
        if not self._map_timer.isActive():
            self._map_timer.start()
        self.choice_changed.emit()

    def settle(self) -> None:
        """Makes what is chosen the layer's filter, and stores it with the layer."""
        self._is_settled = True
        if self.layer is None:
            return
        store_choice(self.layer, self.choice)
        self._apply()
        self.settled.emit()

    def reset(self) -> None:
        """Takes away all limits, and what narrows the list; ticks stay."""
        self.choice.limit_all({})
        self.narrow(None)

    def narrow(self, among: Mask | None, place: Floats | None = None) -> None:
        """Narrows the choice to some rows, or to all; `place` is the incidence at a place."""
        self.choice.among, self.place = among, place
        self.settle()
        self.choice_changed.emit()

    def tick(self, row: int, on: bool) -> None:
        """Ticks an image, or ticks it off."""
        changed = {self.columns.ids[row]}
        names = self.choice.left_out - changed if on else self.choice.left_out | changed
        self.choice.leave_out(names)
        self.settle()
        self.choice_changed.emit()

    def sort(self, order: Order, wanted: float) -> None:
        """Lists the images in another order."""
        self.order, self.wanted = order, wanted
        self.choice_changed.emit()

    def incidence(self) -> Floats:
        """Returns the incidence of all rows in degrees, at the place where there is one."""
        return self.columns.of("incidence") if self.place is None else self.place

    def listed(self) -> Rows:
        """Returns the rows of the list, in its order."""
        name = quantity_of(self.order)
        values = self.incidence() if name == "incidence" else self.columns.of(name)
        return sorted_rows(np.flatnonzero(self.choice.listed()), values, self.order, self.wanted)

    def shown_rows(self) -> Rows:
        """Returns the rows that are shown and ticked, in the list's order."""
        rows = self.listed()
        return np.asarray(rows[self.choice.shown()[rows]])

    def features(
        self,
        rows: Iterable[int],
        fields: Sequence[str],
        look: Callable[[QgsFeature], Any],
        *,
        geometry: bool = False,
        hidden: bool = False,
    ) -> FeaturesTask | None:
        """Prepares to read features of some rows; None where there is no layer.

        `hidden` reads those too that are not shown, which takes a GeoPackage some time.
        """
        if self.layer is None or self._filter is None:
            return None
        fids = [int(self.columns.fids[row]) for row in rows]
        with self._filter.without_ours() if hidden else nullcontext():
            return FeaturesTask(self.layer, fids, fields, look, geometry=geometry)

    def _read(self) -> None:
        if self.layer is None or self._filter is None:
            return
        self._stop_reading()
        with self._filter.without_ours():
            sooner = {*_LIGHT, quantity_of(self.order), *self.choice.limits}
            self._task = ColumnsTask(self.layer, self._filter.own, sooner)
        reading = self._reading
        self._task.read.connect(lambda columns: self._take(columns, reading))
        self._task.grown.connect(lambda columns: self._grow(columns, reading))
        start(self._task)

    def _stop_reading(self) -> None:
        """Ends a reading under way; what it still says is not heard."""
        self._reading += 1
        drop(self._task)
        self._task = None

    def _take(self, columns: Columns, reading: int) -> None:
        if reading != self._reading:
            return
        self.place = None
        self.choice.begin(columns)
        self.columns_changed.emit()
        self.choice_changed.emit()
        self._apply()

    def _grow(self, columns: Columns, reading: int) -> None:
        if reading == self._reading:
            self.choice.grow(columns)
            self.columns_grown.emit()
            self.choice_changed.emit()

    def _apply(self) -> None:
        self._map_timer.stop()
        if self._filter is not None and len(self.columns):
            self._filter.apply(self._condition(self._filter.dialect), self._condition(Dialect.QGIS))

    def _preview(self) -> None:
        if self._filter is not None:
            self._filter.preview(self._condition(Dialect.QGIS))

    def _condition(self, dialect: Dialect) -> str:
        return both(*self._conditions(dialect))

    def _conditions(self, dialect: Dialect) -> Iterator[str]:
        names = self.layer.fields().names() if self.layer else []
        for quantity in QUANTITIES:
            if limits := self.choice.limits.get(quantity.name):
                fields = present_fields(quantity, names)
                yield limits_condition(quantity, fields, limits, dialect)
        ids = self.columns.ids
        if self.choice.left_out:
            yield names_condition("id", sorted(self.choice.left_out), among=False)
        among = self.choice.among
        if among is not None and np.count_nonzero(among) <= _MOST_NAMES:
            yield names_condition("id", [ids[row] for row in np.flatnonzero(among)], among=True)

    def _forget_choice(self) -> None:
        """Follows the user, who has taken our filter away in the layer's own dialog."""
        self.choice.limit_all({})
        self.choice.leave_out(frozenset())
        self.choice.among = self.place = None
        self.settle()
        self._read()
        self.said.emit(
            tr("The layer's filter was changed, so no limits are set and all images are ticked.")
        )
