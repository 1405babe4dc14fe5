"""Short ways to use the label cache in a test, on its own and in a search."""

from __future__ import annotations

import asyncio
import resource
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from ard_qgis_plugin.core.labels import cache
from ard_qgis_plugin.core.labels.cache import CacheOptions, LabelCache
from ard_qgis_plugin.core.labels.storage.cache_record import KeptLabel
from ard_qgis_plugin.core.model.network_options import NetworkOptions
from ard_qgis_plugin.core.model.observation import Angles, LabelStatus
from ard_qgis_plugin.core.search.pipeline import Search
from tests.support.fetches import PATIENT
from tests.support.searches import nothing_left, request_of
from tests.support.servers.stac_api import StacApi

FULL = Angles(*[name if n == 0 else n / 7 for n, name in enumerate(Angles._fields)])
URLS = [f"https://example.org/labels/{number}.pvl" for number in range(1000)]
ANGLES = {url: Angles("caminfo", incidence=number / 10) for number, url in enumerate(URLS)}


def kept(
    path: Path, labels: Mapping[str, Angles], etag: str = "", remark: str = "", **options: object
) -> list[str]:
    """Keeps labels in one session; returns the warnings."""
    warnings = []

    async def work():
        async with LabelCache(CacheOptions(path, **options), warnings) as labels_of_search:
            for url, angles in labels.items():
                labels_of_search.keep(url, angles, etag, remark)

    asyncio.run(work())
    return warnings


def looked_up(
    path: Path, *urls: str, warnings: list[str] | None = None, **options: object
) -> Mapping[str, KeptLabel]:
    """Looks labels up in one session; without warnings, unless a list for them is given."""
    told = [] if warnings is None else warnings

    async def work():
        async with LabelCache(CacheOptions(path, **options), told) as labels_of_search:
            return (await labels_of_search.page(urls)).kept

    found = asyncio.run(work())
    assert warnings is not None or told == []
    assert "ard-cache" not in " ".join(one.name for one in threading.enumerate())
    return found


def known(path: Path, *urls: str, **more: object) -> dict[str, Angles]:
    """Returns the angles of those labels that are found."""
    return {url: label.angles for url, label in looked_up(path, *urls, **more).items()}


def filled(path: Path) -> None:
    """Makes a cache of 1000 labels."""
    assert kept(path, ANGLES) == []
    assert cache.size(path).labels == 1000


def read_labels(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Returns the URLs of labels as they are read from now on; they are written at the end."""
    urls: list[str] = []
    keep = LabelCache.keep

    def noted(labels: LabelCache, url: str, *of_label: object) -> None:
        keep(labels, url, *of_label)
        urls.append(url)

    monkeypatch.setattr(LabelCache, "keep", noted)
    monkeypatch.setattr(cache, "_PAUSE", 3600.0)
    return urls


class CountedSearch:
    """A search to the end, and the labels that were asked for meanwhile."""

    def __init__(
        self,
        api: StacApi,
        path: Path,
        *,
        options: NetworkOptions = PATIENT,
        is_cancelled: Callable[[], bool] = bool,
        refresh: bool = False,
        **changes: object,
    ) -> None:
        before = len(api.requests)
        choice = CacheOptions(path, refresh=refresh)
        request = request_of(api, **changes)
        stream = Search(request, options, lambda *_: None, is_cancelled, choice)
        try:
            self.found = list(stream)
        finally:
            nothing_left(api)
        self.warnings = stream.report.warnings()
        targets = [one.target for one in api.requests[before:]]
        self.asked = sorted(one for one in targets if not one.startswith("/api"))

    @property
    def incidences(self) -> list[float | None]:
        return [one.incidence for one in self.found]

    @property
    def statuses(self) -> list[LabelStatus]:
        return [one.label_status for one in self.found]


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Has no file grow above `size` bytes in this process."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
