"""An observation to the same observation with the angles of its label."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus

from ..model.errors import FetchError, LabelError
from ..model.known_collections import LabelCandidate, label_candidates
from ..model.observation import Angles, LabelStatus, Observation
from ..model.s3_address import web_address
from ..web.fetch import Fetcher
from .cache import LabelCache, PageLabels
from .cache_record import KeptLabel
from .parser import read_angles, read_angles_fast

_NOT_THERE = (404, 410)
NOTHING_KEPT = PageLabels()


async def with_kept_angles(
    page: Sequence[Observation], cache: LabelCache
) -> tuple[list[Observation], PageLabels]:
    """Looks up the labels of a page of observations, all at once.

    Returns the observations, with the angles of their best label where these are kept and still
    believed, and what else is kept.
    """
    candidates = [label_candidates(each.collection, each.assets) for each in page]
    labels = await cache.page([one.asset.href for found in candidates for one in found])
    return [_at_once(*pair, labels) for pair in zip(page, candidates, strict=True)], labels


def _at_once(
    observation: Observation, candidates: Sequence[LabelCandidate], labels: PageLabels
) -> Observation:
    if not candidates:
        return observation
    best = candidates[0]
    kept = labels.kept.get(best.asset.href)
    if not kept or not kept.is_fresh:
        return observation
    return _with(observation, best, _status(best), "", kept.angles)


async def with_angles(
    observation: Observation, fetcher: Fetcher, labels: PageLabels = NOTHING_KEPT
) -> Observation:
    """Reads an observation's angles from the best of its labels that can be had.

    `labels` are those that need not be read. Never raises for a label: the status and the note say
    what happened instead.
    """
    candidates = label_candidates(observation.collection, observation.assets)
    if not candidates:
        return replace(observation, label_status=LabelStatus.NO_LABEL)
    outcomes: list[tuple[LabelStatus, str]] = []
    for candidate in candidates:
        angles, status, note = await _try(candidate, fetcher, labels)
        outcomes.append((status, note))
        notes = "; ".join(note for _, note in outcomes if note)
        if angles is not None:
            return _with(observation, candidate, status, notes, angles)
    # the label to trust comes first, so what became of it is what the user should know
    return _with(observation, candidates[0], outcomes[0][0], notes, None)


async def _try(
    candidate: LabelCandidate, fetcher: Fetcher, labels: PageLabels
) -> tuple[Angles | None, LabelStatus, str]:
    key, url, status = candidate.asset.key, candidate.asset.href, _status(candidate)
    kept = labels.kept.get(url)
    if kept and kept.is_fresh:
        return kept.angles, status, ""
    try:
        angles, etag = await _read(url, fetcher, kept)
    except FetchError as error:
        is_missing = error.status in _NOT_THERE
        if kept and not is_missing:
            return kept.angles, status, f"{key}: read {kept.age} days ago; {error}"
        return None, LabelStatus.MISSING if is_missing else LabelStatus.FAILED, f"{key}: {error}"
    except LabelError as error:
        return None, LabelStatus.UNREADABLE, f"{key}: {error}"
    labels.keep(url, angles, etag)
    return angles, status, ""


async def _read(url: str, fetcher: Fetcher, kept: KeptLabel | None) -> tuple[Angles, str]:
    """Returns the angles of a label and its ETag, or those kept if the label is still the same."""
    reply = await fetcher.read_label(web_address(url), kept.etag if kept else "")
    if kept and reply.status == HTTPStatus.NOT_MODIFIED:
        return kept.angles, kept.etag
    await asyncio.sleep(0)  # the request that waits for this one's place goes out first
    return await _angles(reply.text), reply.headers.get("ETag", "")


async def _angles(text: str) -> Angles:
    try:
        angles = read_angles_fast(text)
        if angles is None:  # pvl has to decide, and takes long: not on the event loop
            angles = await asyncio.to_thread(read_angles, text)
    except LabelError:
        raise
    except Exception as error:  # one label that nobody foresaw must not cost all the others
        raise LabelError(f"The label can't be read ({type(error).__name__}: {error}).") from error
    return angles


def _status(candidate: LabelCandidate) -> LabelStatus:
    return LabelStatus.FALLBACK if candidate.fallback else LabelStatus.OK


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
