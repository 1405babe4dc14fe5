"""An observation to the same observation with the angles of its label."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from .errors import FetchError, LabelError
from .fetch import Fetcher
from .known_collections import LabelCandidate, label_candidates
from .label import read_angles, read_angles_fast
from .observation import Angles, LabelStatus, Observation

_NOT_THERE = (404, 410)


async def with_angles(observation: Observation, fetcher: Fetcher) -> Observation:
    """Reads an observation's angles from the best of its labels that can be had.

    Never raises for a label: the status and the note say what happened instead.
    """
    candidates = label_candidates(observation.collection, observation.assets)
    if not candidates:
        return replace(observation, label_status=LabelStatus.NO_LABEL)
    failures: list[tuple[LabelStatus, str]] = []
    for candidate in candidates:
        angles, status, note = await _try(candidate, fetcher)
        if angles is not None:
            notes = [reason for _, reason in failures]
            return _with(observation, candidate, status, "; ".join(notes), angles)
        failures.append((status, note))
    # the label to trust comes first, so what became of it is what the user should know
    notes = "; ".join(reason for _, reason in failures)
    return _with(observation, candidates[0], failures[0][0], notes, None)


async def _try(
    candidate: LabelCandidate, fetcher: Fetcher
) -> tuple[Angles | None, LabelStatus, str]:
    key = candidate.asset.key
    try:
        angles = await _read(await fetcher.read_label(candidate.asset.href))
    except FetchError as error:
        there = error.status not in _NOT_THERE
        return None, LabelStatus.FAILED if there else LabelStatus.MISSING, f"{key}: {error}"
    except LabelError as error:
        return None, LabelStatus.UNREADABLE, f"{key}: {error}"
    return angles, LabelStatus.FALLBACK if candidate.fallback else LabelStatus.OK, ""


async def _read(text: str) -> Angles:
    try:
        angles = read_angles_fast(text)
        if angles is None:  # pvl has to decide, and takes long: not on the event loop
            angles = await asyncio.to_thread(read_angles, text)
    except LabelError:
        raise
    except Exception as error:  # one label that nobody foresaw must not cost all the others
        raise LabelError(f"The label can't be read ({type(error).__name__}: {error}).") from error
    return angles


def _with(
    observation: Observation,
    candidate: LabelCandidate,
    status: LabelStatus,
    note: str,
    angles: Angles | None,
) -> Observation:
    return replace(
        observation,
        angles=angles,
        label_status=status,
        label_note=note,
        label_url=candidate.asset.href,
    )
