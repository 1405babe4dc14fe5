"""An observation's labels: which are fetched, in which order, what came of each; see parser."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus

from ..model.errors import ContradictionError, FetchError, LabelError
from ..model.known_collections import LabelCandidate, label_candidates
from ..model.observation import Angles, LabelStatus, Observation
from ..model.s3_address import web_address
from ..web.fetch import Fetcher
from .cache import LabelCache, PageLabels
from .cross_check import remark
from .formulas import CollectionFormulas, PageFormulas
from .parser import read_angles, read_angles_fast
from .storage.cache_record import KeptLabel

_NOT_THERE = (404, 410)
_TOO_FEW = (
    "The label's angles contradict its shadow or parallax: it is damaged, or its whole collection "
    "follows another formula, which so few labels can't show; search a larger part of it."
)
NOTHING_KEPT = PageLabels()


async def with_kept_angles(
    page: Sequence[Observation], cache: LabelCache | None
) -> tuple[list[Observation], PageLabels]:
    """Looks up the labels of a page of observations, all at once.

    Returns the observations, with the angles of their best label where these are kept and still
    believed, and what else is known of their labels.
    """
    candidates = [label_candidates(each.collection, each.assets) for each in page]
    labels = await _kept_labels(candidates, cache) if cache else NOTHING_KEPT
    labels = replace(labels, candidates=candidates)
    return [_at_once(*pair, labels) for pair in zip(page, candidates, strict=True)], labels


async def _kept_labels(
    candidates: Sequence[Sequence[LabelCandidate]], cache: LabelCache
) -> PageLabels:
    """Returns what is kept of the labels of a page: of a second-best one if the best is not."""
    labels = await cache.page([found[0].asset.href for found in candidates if found])
    others = [
        other.asset.href
        for best, *rest in filter(None, candidates)
        for other in rest
        if not (kept := labels.kept.get(best.asset.href)) or not kept.is_fresh
    ]
    if not others:
        return labels
    return replace(labels, kept={**labels.kept, **(await cache.page(others)).kept})


def _at_once(
    observation: Observation, candidates: Sequence[LabelCandidate], labels: PageLabels
) -> Observation:
    if not candidates:
        return observation
    best = candidates[0]
    kept = labels.kept.get(best.asset.href)
    if not kept or not kept.is_fresh:
        return observation
    return _with(observation, best, _status(best), _noted(best, kept.remark), kept.angles)


async def with_angles(
    observation: Observation,
    fetcher: Fetcher,
    labels: PageLabels = NOTHING_KEPT,
    formulas: PageFormulas | None = None,
    candidates: Sequence[LabelCandidate] | None = None,
) -> Observation:
    """Reads an observation's angles from the best of its labels that can be had.

    `labels` are those that need not be read, `formulas` what the others of the page are like,
    `candidates` the labels of the observation where they are known.
    Never raises for a label: the status and the note say what happened instead.
    """
    formulas = formulas or CollectionFormulas().page([observation.collection])
    if candidates is None:
        candidates = label_candidates(observation.collection, observation.assets)
    reading = _Reading(observation, fetcher, labels, formulas)
    try:
        return await reading.result(candidates)
    finally:
        reading.tell(None)


class _Reading:
    """One observation whose labels are read, the best one first."""

    def __init__(
        self,
        observation: Observation,
        fetcher: Fetcher,
        labels: PageLabels,
        formulas: PageFormulas,
    ) -> None:
        self._observation = observation
        self._fetcher = fetcher
        self._labels = labels
        self._formulas = formulas
        self._has_told = False

    def tell(self, angles: Angles | None) -> None:
        """Tells the page, once, what the first label that was read is like."""
        if not self._has_told:
            self._has_told = True
            self._formulas.tell(self._observation.collection, angles)

    async def result(self, candidates: Sequence[LabelCandidate]) -> Observation:
        """Returns the observation with its angles, or with the reason why it has none."""
        observation = self._observation
        if not candidates:
            return observation._replace(label_status=LabelStatus.NO_LABEL)
        outcomes: list[tuple[LabelStatus, str]] = []
        for candidate in candidates:
            angles, status, note = await self._try(candidate)
            outcomes.append((status, note))
            notes = "; ".join(note for _, note in outcomes if note)
            if angles is not None:
                return _with(observation, candidate, status, notes, angles)
        # the label to trust comes first, so what became of it is what the user should know
        return _with(observation, candidates[0], outcomes[0][0], notes, None)

    async def _try(self, candidate: LabelCandidate) -> tuple[Angles | None, LabelStatus, str]:
        key, url, status = candidate.asset.key, candidate.asset.href, _status(candidate)
        kept = self._labels.kept.get(url)
        if kept and kept.is_fresh:
            return kept.angles, status, _noted(candidate, kept.remark)
        try:
            angles, etag = await self._read(url, kept)
        except FetchError as error:
            is_missing = error.status in _NOT_THERE
            if kept and not is_missing:
                return kept.angles, status, f"{key}: read {kept.age} days ago; {error}"
            return (
                None,
                LabelStatus.MISSING if is_missing else LabelStatus.FAILED,
                f"{key}: {error}",
            )
        except LabelError as error:
            return None, LabelStatus.UNREADABLE, f"{key}: {error}"
        said = remark(angles)
        self._labels.keep(url, angles, etag, said)
        return angles, status, _noted(candidate, said)

    async def _read(self, url: str, kept: KeptLabel | None) -> tuple[Angles, str]:
        """Returns the angles of a label and its ETag, or those kept if the label is the same."""
        reply = await self._fetcher.read_label(web_address(url), kept.known_etag if kept else "")
        if kept and reply.status == HTTPStatus.NOT_MODIFIED:
            return kept.angles, kept.etag
        await asyncio.sleep(0)  # the request that waits for this one's place goes out first
        try:
            angles = await _angles(reply.text)
        except ContradictionError as error:
            angles = await self._by_another_formula(error)
        self.tell(angles)
        return angles, reply.headers.get("ETag", "")

    async def _by_another_formula(self, error: ContradictionError) -> Angles:
        """Returns the angles of a label that contradicts itself, if its whole collection does."""
        if error.angles is None:
            raise error
        self.tell(error.angles)
        collection = self._observation.collection
        if await self._formulas.is_another(collection, error.angles):
            return error.angles
        raise error if self._formulas.can_tell(collection) else ContradictionError(_TOO_FEW, None)


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


def _noted(candidate: LabelCandidate, said: str) -> str:
    return said and f"{candidate.asset.key}: {said}"


def _status(candidate: LabelCandidate) -> LabelStatus:
    return LabelStatus.FALLBACK if candidate.fallback else LabelStatus.OK


def _with(
    observation: Observation,
    candidate: LabelCandidate,
    status: LabelStatus,
    note: str,
    angles: Angles | None,
) -> Observation:
    return observation._replace(
        angles=angles,
        label_status=status,
        label_note=note,
        label_url=candidate.asset.href,
    )
