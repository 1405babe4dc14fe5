"""SearchReport: what a search found and what it could not get, counted by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..labels.cross_check import UNCONFIRMED
from ..model.observation import LabelStatus, Observation
from ..model.text import one_line
from .unrequested_items import UnrequestedItems

_WHAT = {
    LabelStatus.FALLBACK: "with angles from a second-best label (good to about 0.01 degrees)",
    LabelStatus.NO_LABEL: "without a label that holds angles",
    LabelStatus.MISSING: "whose label is listed but not on the server",
    LabelStatus.FAILED: "whose label could not be downloaded",
    LabelStatus.UNREADABLE: "whose label has no angle that can be trusted",
}


@dataclass
class SearchReport:
    """The counts of one search: observations read, and how their labels went.

    `read` touch what is searched; `beside` are only inside its boxes, `strangers` are of another
    body, `unrequested` were not asked for, and all three are left out.
    `matched` is how many the catalogue counts in all, None where it does not say; `cut` says that
    MAX_ITEMS left some out; `dropped` are outside the incidence limits, their angles reach over
    `dropped_range` in degrees, and `dropped_unknown` of them have none; the others are kept;
    `with_incidence` of those kept have an angle; nothing in their labels confirms those of
    `unconfirmed`. `remarks` are whole sentences on other things.
    """

    read: int = 0
    beside: int = 0
    strangers: int = 0
    stranger: Observation | None = None
    unrequested: UnrequestedItems = field(default_factory=UnrequestedItems)
    matched: int | None = None
    cut: bool = False
    dropped: int = 0
    dropped_unknown: int = 0
    dropped_range: tuple[float, float] | None = None
    with_incidence: int = 0
    unconfirmed: int = 0
    unconfirmed_example: Observation | None = None
    statuses: Counter[LabelStatus] = field(default_factory=Counter)
    examples: dict[LabelStatus, Observation] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    @property
    def taken(self) -> int:
        """Returns how many observations were taken from the catalogue."""
        return self.read + self.beside + self.strangers + self.unrequested.count

    def count_strangers(self, strangers: Iterable[Observation]) -> None:
        """Counts observations of another body than the one that is searched."""
        for observation in strangers:
            self.stranger = self.stranger or observation
            self.strangers += 1

    def add(self, other: SearchReport) -> None:
        """Adds what another part of the same search found."""
        self.read += other.read
        self.beside += other.beside
        self.count_strangers([other.stranger] if other.stranger else [])
        self.strangers += max(other.strangers - 1, 0)
        self.unrequested.merge(other.unrequested)
        known = self.matched is not None and other.matched is not None
        self.matched = (self.matched or 0) + (other.matched or 0) if known else None
        self.cut |= other.cut
        self.dropped += other.dropped
        self.dropped_unknown += other.dropped_unknown
        reached = [*(self.dropped_range or ()), *(other.dropped_range or ())]
        self.dropped_range = (min(reached), max(reached)) if reached else None
        self.with_incidence += other.with_incidence
        self.unconfirmed += other.unconfirmed
        self.unconfirmed_example = self.unconfirmed_example or other.unconfirmed_example
        self.statuses.update(other.statuses)
        self.examples = {**other.examples, **self.examples}
        self.remarks += other.remarks

    def count(self, batch: Sequence[Observation], dropped: Sequence[Observation] = ()) -> None:
        """Counts observations that were read, and those of them that the incidence limits drop."""
        self.read += len(batch)
        reached = [each.incidence for each in dropped if each.incidence is not None]
        lit = sum(each.incidence is not None for each in batch)
        self.with_incidence += lit - len(reached)
        self.dropped += len(dropped)
        self.dropped_unknown += len(dropped) - len(reached)
        reached += self.dropped_range or ()
        self.dropped_range = (min(reached), max(reached)) if reached else None
        for observation in batch:
            self.statuses[observation.label_status] += 1
            self.examples.setdefault(observation.label_status, observation)
            if UNCONFIRMED in observation.label_note:
                self.unconfirmed += 1
                self.unconfirmed_example = self.unconfirmed_example or observation

    def warnings(self) -> list[str]:
        """Returns one sentence for each kind of thing that did not go as hoped."""
        sentences = [self._status_sentence(status) for status in _WHAT if self.statuses[status]]
        if self.unconfirmed_example:
            example = _with_reason(self.unconfirmed_example)
            sentences.append(
                f"Observations whose label was read with a remark: {self.unconfirmed} of "
                f"{self.read}, e.g. {example}"
            )
        if self.stranger:
            example = one_line(f"{self.stranger.id} of {self.stranger.body}")
            sentences.append(
                f"Observations of another body than the one searched: {self.strangers}, e.g. "
                f"{example}; they are left out."
            )
        if self.unrequested.count:
            sentences.append(str(self.unrequested))
        sentences += self.remarks
        return [self._cut_sentence(), *sentences] if self.cut else sentences

    def _status_sentence(self, status: LabelStatus) -> str:
        count, example = self.statuses[status], _with_reason(self.examples[status])
        return f"Observations {_WHAT[status]}: {count} of {self.read}, e.g. {example}"

    def _cut_sentence(self) -> str:
        # an API may miscount, or not count
        known = self.matched is not None and self.matched > self.taken
        return (
            f"MAX_ITEMS ended the reading after {self.taken} observations, the catalogue holds "
            f"{self.matched if known else 'more'}: raise MAX_ITEMS (0 = no limit) or search a "
            "smaller extent."
        )


def _with_reason(example: Observation) -> str:
    reason = f" ({example.label_note})" if example.label_note else ""
    return f"{one_line(example.id)}{reason}"
