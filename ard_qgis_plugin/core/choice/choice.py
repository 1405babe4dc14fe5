"""Which images of a layer are shown: all that the limits, the ticks and the place leave."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .columns import EMPTY, Columns, Mask
from .limits import Limits


class Choice:
    """The images shown, as a mask over the rows of a layer.

    Each quantity has limits or none. `left_out` are the names of images that the user has ticked
    off. `among` narrows to rows found otherwise: at a place, under a light.
    """

    def __init__(self) -> None:
        self.columns: Columns = EMPTY
        self.limits: dict[str, Limits] = {}
        self.left_out: frozenset[str] = frozenset()
        self.among: Mask | None = None
        self._masks: dict[str, Mask] = {}
        self._kept: Mask = np.ones(0, np.bool_)

    def begin(self, columns: Columns) -> None:
        """Takes the columns of a layer; limits and ticks stay, a place doesn't."""
        self.columns = columns
        self.among = None
        self._limit_anew()
        self._tick()

    def grow(self, columns: Columns) -> None:
        """Takes more columns of the same rows."""
        self.columns = columns
        self._limit_anew()

    def limit(self, name: str, limits: Limits | None) -> None:
        """Sets the limits of a quantity, or takes them away."""
        self.limits.pop(name, None)
        self._masks.pop(name, None)
        if limits is not None:
            self.limits[name] = limits
            self._masks[name] = limits.hold(self.columns.of(name))

    def limit_all(self, limits: Mapping[str, Limits]) -> None:
        """Sets the limits of all quantities."""
        for name in {*self.limits, *limits}:
            self.limit(name, limits.get(name))

    def leave_out(self, names: frozenset[str]) -> None:
        """Sets which images are ticked off."""
        self.left_out = names
        self._tick()

    def is_left_out(self, row: int) -> bool:
        """Says whether the image of a row is ticked off."""
        return not self._kept[row]

    def listed(self) -> Mask:
        """Returns the rows that the list has: ticked off ones are there, to be ticked again."""
        return self._all_but(None)

    def shown(self) -> Mask:
        """Returns the rows that are shown, counted, and worked on."""
        return self.listed() & self._kept

    def shown_but_for(self, name: str) -> Mask:
        """Returns what would be shown without the limits of one quantity: its histogram."""
        return self._all_but(name) & self._kept

    def _all_but(self, name: str | None) -> Mask:
        result = np.ones(len(self.columns), np.bool_) if self.among is None else self.among.copy()
        for each, mask in self._masks.items():
            if each != name:
                result &= mask
        return result

    def _limit_anew(self) -> None:
        columns = self.columns
        self._masks = {name: limits.hold(columns.of(name)) for name, limits in self.limits.items()}

    def _tick(self) -> None:
        out = self.left_out
        kept = (id_ not in out for id_ in self.columns.ids)
        count = len(self.columns)
        self._kept = np.fromiter(kept, np.bool_, count) if out else np.ones(count, np.bool_)
