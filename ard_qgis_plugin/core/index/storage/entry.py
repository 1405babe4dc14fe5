"""Entry: one item of the catalogue on its way into an index, and why it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ...geometry.wkb import Bounds, bounds_of
from ...model.observation import LabelStatus, Observation

FAILED = (LabelStatus.FAILED, LabelStatus.MISSING)
"""Labels that could not be read: another day they can be."""

AGAIN = (*FAILED, LabelStatus.NOT_READ)
"""Labels that are asked for again."""


class Change(Enum):
    """Why an item is written; NONE where it is not."""

    NEW = "new"
    CHANGED = "changed"
    LABEL = "label"  # only its label is read again
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the catalogue on its way into an index.

    `updated` is the catalogue's time of the item, in microseconds since 1970; `bounds` is its box,
    for one without a footprint.
    `rank` is its place in the catalogue's order, None where that isn't known. The store gives
    `fid`, its number, and `change`.
    """

    observation: Observation
    updated: int | None = None
    bounds: Bounds | None = None
    rank: int | None = None
    fid: int = 0
    change: Change = Change.NEW


def unread(observation: Observation) -> Observation:
    """Returns an observation as the catalogue has it, and as an index keeps it.

    That is without what was read of its label, and without its box, which entries have.
    """
    return observation._replace(
        angles=None,
        label_status=LabelStatus.NOT_READ,
        label_note="",
        label_url="",
        coverage=None,
        incidence_min=None,
        incidence_max=None,
        bounds=None,
    )


def boxes_of(entries: Sequence[Entry]) -> Iterator[tuple[int, float, float, float, float]]:
    """Yields number and box, for the R-tree; an item that is nobody knows where has none."""
    drawn = [(each, each.observation.footprint) for each in entries]
    bounds = bounds_of([footprint for _, footprint in drawn if footprint is not None])
    for entry, footprint in drawn:
        box = entry.bounds if footprint is None else next(bounds)
        if box:
            yield (entry.fid, *box)
