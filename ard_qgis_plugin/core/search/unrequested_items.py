"""Unrequested items: what a catalogue sends though it was not asked for; left out and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timezone

from ..catalog.request import SearchRequest
from ..model.observation import Observation
from ..model.text import one_line
from ..model.times import span_of

_SLACK = 1e-6  # degrees: so far from a box is rounding
_OPEN = (
    datetime.min.replace(tzinfo=timezone.utc),
    datetime.max.replace(tzinfo=timezone.utc),
)
_Bounds = tuple[float, float, float, float]


class UnrequestedItems:
    """What was not asked for and is left out, counted by what is wrong with it."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._example = ""

    @property
    def count(self) -> int:
        """Returns how many there are."""
        return self.counts.total()

    def add(self, observation: Observation, what: str, value: object) -> None:
        """Counts one; `what` is "collection", "time" or "place", and `value` is its own."""
        self._example = self._example or one_line(f"{observation.id}, {what} {value}")
        self.counts[what] += 1

    def merge(self, other: UnrequestedItems) -> None:
        """Adds those that another part of the same search has counted."""
        self._example = self._example or other._example
        self.counts.update(other.counts)

    def __str__(self) -> str:
        kinds = ", ".join(f"{count} of another {what}" for what, count in self.counts.items())
        return (
            "The catalogue ignores part of what it is asked, and sent observations that were not "
            f"asked for: {kinds} (e.g. {self._example}); they are left out."
        )


class AskedFor:
    """What a search asks a catalogue for, to hold against what came."""

    def __init__(self, request: SearchRequest) -> None:
        self._collections = {name.casefold() for name in request.collections}
        self._start, self._end = request.span
        self._is_any_time = request.interval is None
        area = request.area
        self._boxes: list[_Bounds] = [(b.west, b.south, b.east, b.north) for b in area.boxes]
        if not self._boxes and area.region:
            self._boxes = [area.region.shape.bounds]

    def sort(self, page: Iterable[Observation], unrequested: UnrequestedItems) -> list[Observation]:
        """Returns those of the collections and times that are asked for; counts the others.

        One without a time stays: nobody knows when it was taken. One without a footprint has to be
        near by the box that the catalogue gives.
        """
        kept = []
        for each in page:
            if each.collection.casefold() not in self._collections:
                unrequested.add(each, "collection", each.collection)
            elif not self._is_in_time(each):
                unrequested.add(
                    each, "time", each.datetime or each.start_datetime or each.end_datetime
                )
            elif each.bounds and not self._is_near_in_turns(each.bounds):
                unrequested.add(each, "place", _shown(each.bounds))
            else:
                kept.append(each)
        return kept

    def sort_places(self, beside: Iterable[Observation], unrequested: UnrequestedItems) -> int:
        """Returns how many are inside a box that was asked for; counts the others."""
        inside = 0
        for each in beside:
            if each.footprint is None or self._is_near(each.footprint.bounds):
                inside += 1
            else:
                unrequested.add(each, "place", _shown(each.footprint.bounds))
        return inside

    def _is_in_time(self, observation: Observation) -> bool:
        """Says whether an observation's time, or the span of its times, touches what is asked."""
        if self._is_any_time:
            return True
        start, moment, end = (
            span_of(text) if text else None
            for text in (
                observation.start_datetime,
                observation.datetime,
                observation.end_datetime,
            )
        )
        known = [span for span in (start, moment, end) if span]
        if not known:
            return True
        first = min(each[0] for each in known) if start or moment else _OPEN[0]
        last = max(each[1] for each in known) if end or moment else _OPEN[1]
        return first <= self._end and last >= self._start

    def _is_near_in_turns(self, bounds: _Bounds) -> bool:
        """Says whether a box is near whose longitudes may be 0..360, or reach over an end."""
        west, south, east, north = bounds
        return any(
            self._is_near((west + turn, south, east + turn, north)) for turn in (0.0, -360.0, 360.0)
        )

    def _is_near(self, bounds: _Bounds) -> bool:
        west, south, east, north = bounds
        return any(
            west <= box[2] + _SLACK
            and east >= box[0] - _SLACK
            and south <= box[3] + _SLACK
            and north >= box[1] - _SLACK
            for box in self._boxes
        )


def _shown(bounds: _Bounds) -> str:
    west, south, east, north = bounds
    return f"{west:g}..{east:g} east, {south:g}..{north:g} north"
