"""Fetching from a real server: what is bounded, waits and ends, and what cancelling leaves."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.utils import formatdate

import pytest

from ard_qgis_plugin.core.model.errors import FetchError
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.support.fetches import QUICK, error_of, read_text, run
from tests.support.servers import faults
from tests.support.servers.faults import FaultServer

pytestmark = pytest.mark.filterwarnings(
    "error::ResourceWarning", "error::pytest.PytestUnraisableExceptionWarning"
)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server
        server.wait_until_left()


def test_a_drip_ends_and_is_not_asked_again(server):
    url = server.script("/label", faults.drip(0.05))
    error = error_of(url, replace(QUICK, total_timeout=0.4))
    assert "not complete after 0.4 s" in str(error)
    assert len(server.asked("/label")) == 1


def test_a_label_that_drips_is_given_up_at_once_in_less_than_all_its_time(server):
    url = server.script("/label", faults.drip(0.05))
    error = error_of(url, replace(QUICK, drip_window=0.4))
    assert "it came too slowly (" in str(error)
    assert "bytes in 0.4 s" in str(error)
    assert len(server.asked("/label")) == 1


def test_a_label_whose_headers_drip_is_given_up(server):
    url = server.script("/label", faults.drip_headers(0.05))
    error = error_of(url, replace(QUICK, connect_timeout=0.2))
    assert "had not begun after 0.53 s" in str(error)
    assert len(server.asked("/label")) == 1


def test_a_label_that_is_slow_is_no_drip(server):
    url = server.script("/label", faults.drip(0.1, b"x" * 30))  # 300 bytes a second
    error = error_of(url, replace(QUICK, drip_window=0.4, total_timeout=1.5))
    assert "not complete after 1.5 s" in str(error)


def test_silence_is_no_drip_and_is_asked_again(server):
    begun = server.script("/label", faults.drip(60.0, body=b"x" * 10), faults.ok())
    options = replace(QUICK, drip_window=0.3, read_timeout=0.7)
    assert run(lambda fetcher: read_text(fetcher, begun), options) == "ok"


def test_pages_may_come_slowly(server):
    url = server.script("/page", faults.drip(0.05))
    options = replace(QUICK, drip_window=0.2, total_timeout=0.9, retries=0)
    with pytest.raises(FetchError, match=r"not complete after 0\.9 s"):
        run(lambda fetcher: fetcher.read(url, max_bytes=1000_000), options)


def test_on_a_slow_line_many_labels_share_what_one_would_need(server):
    urls = [server.script(f"/{n}", faults.drip(0.1, b"x" * 8)) for n in range(32)]

    async def work(fetcher: Fetcher) -> list[object]:
        return await asyncio.gather(*map(fetcher.read_label, urls), return_exceptions=True)

    found = run(work, replace(QUICK, concurrency=32, drip_window=0.5, total_timeout=1.2))
    assert all("not complete after 1.2 s" in str(error) for error in found)


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_holds_all_requests_of_the_host(server, form):
    value = "1" if form == "seconds" else formatdate(time.time() + 2, usegmt=True)
    busy = server.script("/busy", faults.status(503, retry_after=value), faults.ok())
    other = server.script("/other", faults.late(0.1))

    async def work(fetcher: Fetcher) -> None:
        one = asyncio.create_task(fetcher.read_label(busy))
        await asyncio.sleep(0.3)
        await asyncio.gather(one, fetcher.read_label(other))

    run(work)
    first, again = server.asked("/busy")
    assert again.at - first.at >= 0.9
    assert server.asked("/other")[0].at - first.at >= 0.9


def test_a_page_does_not_wait_behind_labels(server):
    label = server.script("/label", faults.late(0.2))
    page = server.script("/page", faults.ok())
    ended = []

    async def read(name: str, reading) -> None:
        await reading
        ended.append(name)

    async def work(fetcher: Fetcher) -> None:
        labels = [read("label", fetcher.read_label(label)) for _ in range(2)]
        await asyncio.gather(*labels, read("page", fetcher.read(page, max_bytes=1000)))

    run(work, replace(QUICK, concurrency=1))
    assert ended == ["page", "label", "label"]


def test_nothing_is_lost_to_a_host_that_limits_its_rate(server):
    behaviour = faults.limited(50)
    urls = [server.script(f"/{n}", behaviour) for n in range(60)]

    async def work(fetcher: Fetcher) -> list[str]:
        return await asyncio.gather(*(read_text(fetcher, url) for url in urls))

    assert run(work, replace(QUICK, retries=4, backoff=0.5)) == ["ok"] * 60


def test_requests_share_connections_and_stay_within_the_slots(server):
    urls = [server.script(f"/{n}", faults.late(0.01, b"%d" % n)) for n in range(60)]

    async def work(fetcher: Fetcher) -> list[str]:
        return await asyncio.gather(*(read_text(fetcher, url) for url in urls))

    assert run(work, replace(QUICK, concurrency=4)) == [str(n) for n in range(60)]
    assert server.most_connections == 4


def test_waiting_for_a_slot_counts_towards_no_timeout(server):
    url = server.script("/label", faults.late(0.2))
    options = replace(
        QUICK, concurrency=1, connect_timeout=0.5, read_timeout=0.5, total_timeout=0.5, retries=0
    )

    async def work(fetcher: Fetcher) -> list[str]:
        return await asyncio.gather(*(read_text(fetcher, url) for _ in range(5)))

    assert run(work, options) == ["ok"] * 5


def test_a_loop_that_stands_still_for_a_while_times_nothing_out(server):
    url = server.script("/label", faults.late(0.2))
    options = replace(QUICK, read_timeout=0.5, retries=0)
    loop = asyncio.new_event_loop()

    async def start() -> tuple[Fetcher, asyncio.Task[str]]:
        fetcher = await Fetcher(options).__aenter__()
        task = asyncio.create_task(read_text(fetcher, url))
        await asyncio.sleep(0.1)
        return fetcher, task

    fetcher, task = loop.run_until_complete(start())
    time.sleep(1)
    assert loop.run_until_complete(task) == "ok"
    loop.run_until_complete(fetcher.__aexit__(None, None, None))
    loop.close()


async def _until(condition: Callable[[], bool]) -> None:
    async def watch() -> None:
        for _ in itertools.takewhile(lambda _: not condition(), itertools.count()):
            await asyncio.sleep(0.005)

    await asyncio.wait_for(watch(), 10)


@pytest.mark.parametrize(
    "behaviour",
    [faults.hang, faults.drip(0.01), faults.endless, faults.status(503, retry_after="60")],
    ids=["before the answer", "in the body", "in a flood", "backing off"],
)
def test_cancelling_ends_at_once_and_leaves_no_connection(server, behaviour):
    urls = [server.script(f"/{n}", behaviour) for n in range(8)]

    async def work(fetcher: Fetcher) -> float:
        reads = [asyncio.create_task(fetcher.read(url, max_bytes=10**12)) for url in [*urls, *urls]]
        await _until(lambda: len(server.requests) >= 4)
        await asyncio.sleep(0.05)
        start = time.monotonic()
        for read in reads:
            read.cancel()
        results = await asyncio.gather(*reads, return_exceptions=True)
        assert [type(result) for result in results] == [asyncio.CancelledError] * 16
        return start

    start = run(work, replace(QUICK, concurrency=4, read_timeout=60, total_timeout=60))
    server.wait_until_left()
    assert time.monotonic() - start < 1


def test_cancelling_while_connecting_ends_at_once():
    with socket.socket() as deaf, contextlib.ExitStack() as stack:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        for _ in range(4):  # fills the queue, so that nobody else gets in
            caller = stack.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(deaf.getsockname())
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/label"

        async def work(fetcher: Fetcher) -> float:
            read = asyncio.create_task(fetcher.read_label(url))
            await asyncio.sleep(0.2)
            start = time.monotonic()
            assert not read.done()
            read.cancel()
            with pytest.raises(asyncio.CancelledError):
                await read
            return start

        assert time.monotonic() - run(work) < 1
        error = error_of(url, replace(QUICK, connect_timeout=0.2))
        assert "was not reached within 0.2 s (tried 3 times)" in str(error)


def test_slots_are_free_again_after_cancelling(server):
    slow, quick = server.script("/slow", faults.hang), server.script("/quick", faults.ok())

    async def work(fetcher: Fetcher) -> str:
        reads = [asyncio.create_task(fetcher.read_label(slow)) for _ in range(6)]
        await _until(lambda: len(server.requests) == 2)
        for read in reads:
            read.cancel()
        return await read_text(fetcher, quick)

    assert run(work, replace(QUICK, concurrency=2, read_timeout=60)) == "ok"
