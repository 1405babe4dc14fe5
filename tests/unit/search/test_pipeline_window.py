"""The pipeline's bound on what is under way, and the size of what it gives away, in numbers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest

from ard_qgis_plugin.core.model.errors import FetchError
from ard_qgis_plugin.core.model.observation import Asset, Observation
from ard_qgis_plugin.core.search import pipeline
from tests.support.clock.conditions import until

PAGE = 500
MOST = pipeline._WINDOW + PAGE - 1  # a page is taken whole where there is room for one label
LABEL = {"caminfo_pvl": Asset("caminfo_pvl", "https://example.org/label.pvl", "text/plain")}


class Pages:
    """A catalogue without end, or of some pages; counts what was taken."""

    def __init__(self, pages: int = 10**9) -> None:
        self.taken = 0
        self._pages = pages

    async def __call__(self) -> AsyncIterator[list[Observation]]:
        for number in range(self._pages):
            self.taken += 1
            yield [Observation(f"{number}-{at}", "a", "Moon", assets=LABEL) for at in range(PAGE)]


class Labels:
    """A network without labels, which says so as late as it is let go, and counts."""

    def __init__(self) -> None:
        self.asked = 0
        self.open = asyncio.Event()

    async def read_label(self, url: str, etag: str = "") -> None:
        self.asked += 1
        await self.open.wait()
        raise FetchError(f"{url} {etag} is not there.", 404)


def labels_under_way() -> int:
    """Returns how many tasks there are that complete an observation."""
    works = [task.get_coro() for task in asyncio.all_tasks()]
    return sum(getattr(work, "__name__", "") == "with_angles" for work in works)


@pytest.mark.parametrize("turns", [20, 2000])
def test_labels_under_way_are_bounded_however_many_pages_there_are(turns):
    async def work():
        pages, labels = Pages(), Labels()
        async with aclosing(pages()) as stream:
            batches = pipeline.completed(stream, labels, None, labels=True)
            first = asyncio.create_task(anext(batches))
            for _ in range(turns):
                await asyncio.sleep(0)
            assert pipeline._WINDOW <= labels_under_way() == labels.asked <= MOST
            assert pages.taken <= MOST // PAGE + 2  # one more is ready
            labels.open.set()
            assert (await first)[0].id == "0-0"
            assert labels_under_way() <= MOST
            await batches.aclose()
            assert labels_under_way() == 0

    asyncio.run(work())


def test_what_is_complete_is_given_away_in_batches_and_in_order():
    async def work():
        pages, labels = Pages(4), Labels()
        labels.open.set()
        async with aclosing(pages()) as stream:
            batches = pipeline.completed(stream, labels, None, labels=True)
            return [[each.id for each in batch] async for batch in batches]

    batches = asyncio.run(work())
    given = [each for batch in batches for each in batch]
    assert given == [f"{number}-{at}" for number in range(4) for at in range(PAGE)]
    assert max(map(len, batches)) <= pipeline._BATCH
    assert len(batches) <= 2 * 4 * PAGE / pipeline._BATCH  # each costs some 1 ms


def test_one_slow_label_holds_up_no_others():
    class OneSlow(Labels):
        async def read_label(self, url: str, etag: str = "") -> None:
            if self.asked:
                self.asked += 1
                raise FetchError(f"{url} is not there.", 404)
            await super().read_label(url, etag)

    async def work():
        pages, labels = Pages(2), OneSlow()
        async with aclosing(pages()) as stream:
            batches = pipeline.completed(stream, labels, None, labels=True)
            first = asyncio.create_task(anext(batches))
            await until(lambda: labels.asked == 2 * PAGE)
            assert not first.done()
            labels.open.set()
            assert len(await first) == pipeline._BATCH
            await batches.aclose()

    asyncio.run(work())
