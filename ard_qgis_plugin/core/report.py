"""HarvestReport: what a search found and what it could not get, counted by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from .observation import LabelStatus, Observation

_WHAT = {
    LabelStatus.FALLBACK: "took their angles from a second-best label (good to about 0.01 degrees)",
    LabelStatus.NO_LABEL: "have no label that holds angles",
    LabelStatus.MISSING: "list a label that the server does not have",
    LabelStatus.FAILED: "have a label that could not be downloaded",
    LabelStatus.UNREADABLE: "have a label without an angle that can be trusted",
}


@dataclass
class HarvestReport:
    """Counts the observations read from the catalogue and how their labels went.

    `matched` is how many the catalogue counts in all, None where it does not say; `cut` says that
    MAX_ITEMS left some out; `dropped` are outside the incidence limits, the others are kept;
    `with_incidence` of those kept have an angle.
    """

    read: int = 0
    matched: int | None = None
    cut: bool = False
    dropped: int = 0
    with_incidence: int = 0
    statuses: Counter[LabelStatus] = field(default_factory=Counter)
    examples: dict[LabelStatus, Observation] = field(default_factory=dict)

    def count(self, observation: Observation, wanted: bool) -> None:
        """Counts one observation, and whether the incidence limits let it through."""
        self.read += 1
        self.dropped += not wanted
        self.with_incidence += wanted and observation.incidence is not None
        self.statuses[observation.label_status] += 1
        self.examples.setdefault(observation.label_status, observation)

    def warnings(self) -> list[str]:
        """Returns one sentence for each kind of thing that did not go as hoped."""
        sentences = [self._status_sentence(status) for status in _WHAT if self.statuses[status]]
        return [self._cut_sentence(), *sentences] if self.cut else sentences

    def _status_sentence(self, status: LabelStatus) -> str:
        example = self.examples[status]
        reason = f": {example.label_note}" if example.label_note else ""
        return f"{self.statuses[status]} observations {_WHAT[status]}, e.g. {example.id}{reason}"

    def _cut_sentence(self) -> str:
        of_all = "more" if self.matched is None else f"{self.matched}"
        return (
            f"MAX_ITEMS ended the reading after {self.read} observations, the catalogue holds "
            f"{of_all}: raise MAX_ITEMS (0 = no limit) or search a smaller extent."
        )
