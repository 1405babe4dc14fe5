"""KnownAngles: angles that an old index has for observations which the API gives again."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.observation import LabelStatus, Observation
from .storage.record_reader import AT_ONCE, KeptRows, Select

_GOOD = (LabelStatus.OK, LabelStatus.FALLBACK)


class KnownAngles:
    """The angles of an index, by observation; call it with a page.

    They count where the observation's files are those of then, and a label was read.
    """

    def __init__(self, select: Select) -> None:
        self._select = select
        self._rows = KeptRows(select)

    def __call__(self, page: Sequence[Observation]) -> list[Observation]:
        """Returns the observations, those that are known with their angles."""
        kept = {(one.collection, one.id): one for one in self._kept([one.id for one in page])}
        return [_with(one, kept.get((one.collection, one.id))) for one in page]

    def _kept(self, ids: Sequence[str]) -> list[Observation]:
        fids: list[int] = []
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT fid + 0 FROM observation WHERE id IN ({marks})"  # nosec B608
            fids += [fid for (fid,) in self._select(query, some)]
        return self._rows.observations(fids)


def _with(observation: Observation, kept: Observation | None) -> Observation:
    if not kept or kept.label_status not in _GOOD or kept.assets != observation.assets:
        return observation
    return observation._replace(
        angles=kept.angles,
        label_status=kept.label_status,
        label_note=kept.label_note,
        label_url=kept.label_url,
    )
