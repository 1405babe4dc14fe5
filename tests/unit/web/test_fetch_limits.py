"""Fetching from a real server: what is bounded, waits and ends, and what cancelling leaves."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
from contextlib import closing
from dataclasses import replace
from email.utils import formatdate

import pytest

from ard_qgis_plugin.core.model.errors import FetchError
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.support.clock.conditions import until, wait_until
from tests.support.clock.skipped_time import SkippingLoop
from tests.support.clock.stopwatch import Stopwatch
from tests.support.fetches import PATIENT, error_of, label, read_text, run
from tests.support.servers import faults
from tests.support.servers.fault_server import Exchange

pytestmark = pytest.mark.filterwarnings(
    "error::ResourceWarning", "error::pytest.PytestUnraisableExceptionWarning"
)


def test_a_drip_ends_and_is_not_asked_again(server):
    url = server.script("/label", faults.drip(0.05))
    error = error_of(url, replace(PATIENT, total_timeout=2.0))
    assert "not complete after 2 s" in str(error)
    assert len(server.asked("/label")) == 1


def test_a_label_that_drips_is_given_up_at_once_in_less_than_all_its_time(server):
    url = server.script("/label", faults.drip(0.05))
    error = error_of(url, replace(PATIENT, drip_window=0.4))
    assert "it came too slowly (" in str(error)
    assert "bytes in 0.4 s" in str(error)
    assert len(server.asked("/label")) == 1


def test_a_label_whose_headers_drip_is_given_up_as_early(server):
    url = server.script("/label", faults.drip_headers(0.05))
    error = error_of(url, replace(PATIENT, drip_window=0.4))
    assert "it came too slowly (" in str(error)
    assert "bytes in 0.4 s" in str(error)
    assert len(server.asked("/label")) == 1


def test_headers_that_drip_where_they_lead_elsewhere_are_given_up(server):
    there = server.script("/there", faults.drip_headers(0.05))
    url = server.script("/label", faults.status(302, location=there))
    assert "it came too slowly (" in str(error_of(url, replace(PATIENT, drip_window=0.4)))


def test_headers_that_drip_behind_a_redirect_that_took_its_time_are_given_up(server):
    there = server.script("/there", faults.drip_headers(0.05))

    async def late(exchange: Exchange) -> None:
        await asyncio.sleep(0.2)
        await faults.status(302, location=there)(exchange)

    url = server.script("/label", late)
    assert "it came too slowly (" in str(error_of(url, replace(PATIENT, drip_window=0.4)))


@pytest.mark.parametrize(
    "behaviour",
    [
        faults.hang,
        faults.fall_silent(b"HTTP/1.1 200 OK\r\nX-Fil"),
        faults.fall_silent(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nten of all"),
        faults.fall_silent(b"HTTP/1.1 404 No\r\nContent-Length: 99\r\n\r\nten of all"),
    ],
    ids=["at once", "in the headers", "in the body", "in a refusal"],
)
@pytest.mark.parametrize("queue", ["labels", "pages"])
def test_silence_ends_after_the_time_to_read(server, behaviour, queue):
    url = server.script("/x", behaviour)

    async def work(fetcher: Fetcher) -> float:
        begin = asyncio.get_running_loop().time()
        with pytest.raises(FetchError, match="sent nothing for 60 s"):
            await fetcher.read(url, max_bytes=1000, queue=queue)
        return asyncio.get_running_loop().time() - begin

    assert 60 <= run(work, replace(PATIENT, retries=0), skip=server.is_idle) < 72


def test_headers_of_which_each_comes_in_time_are_waited_for(server):
    async def slow(exchange: Exchange) -> None:
        for part in (b"HTTP/1.1 200 OK\r\n", b"X-Filler: x\r\n", b"Content-Length: 2\r\n\r\nok"):
            loop.pass_by(40)
            await asyncio.sleep(0.05)  # so that it is seen that the time has gone by
            await exchange.send(part)

    url = server.script("/label", slow)
    loop = SkippingLoop(bool)

    async def work() -> str:
        async with Fetcher(replace(PATIENT, retries=0, drip_window=1000.0)) as fetcher:
            return await read_text(fetcher, url)

    with closing(loop):
        assert loop.run_until_complete(work()) == "ok"


def test_headers_that_begin_and_fall_silent_are_asked_for_again(server):
    half = faults.fall_silent(b"HTTP/1.1 200 OK\r\nX-Fil")
    url = server.script("/label", half, faults.ok())
    assert label(url, skip=server.is_idle) == "ok"
    assert len(server.asked("/label")) == 2


def test_time_is_not_skipped_while_a_server_answers(server):
    assert label(server.script("/late", faults.late(0.3)), skip=server.is_idle) == "ok"
    assert len(server.asked("/late")) == 1


def test_an_answer_that_is_thought_over_is_no_drip(server):
    url = server.script("/label", faults.late(0.6))
    assert label(url, replace(PATIENT, drip_window=0.2)) == "ok"
    assert len(server.asked("/label")) == 1


@pytest.mark.parametrize("code", [404, 503])
def test_a_refusal_that_drips_is_given_up_and_stays_a_refusal(server, code):
    url = server.script("/label", faults.drip(0.05, code=code, length=50_000))
    error = error_of(url, replace(PATIENT, drip_window=0.4))
    assert (error.status, len(server.asked("/label"))) == (code, 1)


def test_a_page_whose_headers_drip_has_the_time_of_an_answer(server):
    url = server.script("/page", faults.drip_headers(0.05))
    options = replace(PATIENT, connect_timeout=1.0, read_timeout=1.0, drip_window=0.1)
    with pytest.raises(FetchError, match=r"had not begun after 2\.1 s"):
        run(lambda fetcher: fetcher.read(url, max_bytes=1000), options)


def test_a_label_that_is_slow_is_no_drip(server):
    url = server.script("/label", faults.drip(0.1, b"x" * 100))  # in a window 80 are enough
    error = error_of(url, replace(PATIENT, drip_window=0.4, total_timeout=1.5))
    assert "not complete after 1.5 s" in str(error)


def test_silence_is_no_drip_and_is_asked_again(server):
    begun = faults.fall_silent(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nten of all")
    url = server.script("/label", begun, faults.ok())
    assert label(url, skip=server.is_idle) == "ok"
    assert len(server.asked("/label")) == 2


def test_pages_may_come_slowly(server):
    url = server.script("/page", faults.drip(0.05))
    options = replace(PATIENT, drip_window=0.2, total_timeout=0.9, retries=0)
    with pytest.raises(FetchError, match=r"not complete after 0\.9 s"):
        run(lambda fetcher: fetcher.read(url, max_bytes=1000_000), options)


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_holds_all_requests_of_the_host(server, form):
    value = "1" if form == "seconds" else formatdate(time.time() + 2, usegmt=True)
    not_before = time.monotonic() + 1  # a date has whole seconds
    refuse, refused = faults.status(503, retry_after=value), threading.Event()

    async def busy(exchange: Exchange) -> None:
        await refuse(exchange)
        refused.set()

    urls = server.script("/busy", busy, faults.ok()), server.script("/other", faults.ok())

    async def work(fetcher: Fetcher) -> None:
        one = asyncio.create_task(fetcher.read_label(urls[0]))
        await until(refused.is_set)
        for _ in range(100):  # turns of the loop, in which what has come is read
            await asyncio.sleep(0)
        await asyncio.gather(one, fetcher.read_label(urls[1]))

    run(work)
    _, again = server.asked("/busy")
    (other,) = server.asked("/other")
    assert min(again.at, other.at) >= not_before


def test_a_page_does_not_wait_behind_labels(server):
    page_is_read = threading.Event()
    label = server.script("/label", faults.held(page_is_read.is_set))
    page = server.script("/page", faults.ok())
    ended = []

    async def read(name: str, reading) -> None:
        await reading
        ended.append(name)
        if name == "page":
            page_is_read.set()

    async def work(fetcher: Fetcher) -> None:
        labels = [read("label", fetcher.read_label(label)) for _ in range(2)]
        await asyncio.gather(*labels, read("page", fetcher.read(page, max_bytes=1000)))

    run(work, replace(PATIENT, concurrency=1))
    assert ended == ["page", "label", "label"]


def test_labels_that_come_too_fast_are_asked_for_again(server):
    urls = [server.script(f"/{n}", faults.status(429), faults.ok()) for n in range(20)]

    async def work(fetcher: Fetcher) -> list[str]:
        return await asyncio.gather(*(read_text(fetcher, url) for url in urls))

    assert run(work, skip=server.is_idle) == ["ok"] * 20
    assert len(server.requests) == 40


def test_requests_share_connections_and_stay_within_the_slots(server):
    urls = [server.script(f"/{n}", faults.late(0.01, b"%d" % n)) for n in range(60)]

    async def work(fetcher: Fetcher) -> list[str]:
        return await asyncio.gather(*(read_text(fetcher, url) for url in urls))

    assert run(work, replace(PATIENT, concurrency=4)) == [str(n) for n in range(60)]
    assert server.most_connections == 4


def test_waiting_for_a_slot_counts_towards_no_timeout(server):
    async def long(exchange: Exchange) -> None:
        loop.pass_by(40)
        await faults.ok()(exchange)

    url = server.script("/label", long)
    options = replace(PATIENT, concurrency=1, total_timeout=60.0, retries=0)
    loop = SkippingLoop(bool)

    async def work() -> list[str]:
        async with Fetcher(options) as fetcher:
            return await asyncio.gather(*(read_text(fetcher, url) for _ in range(8)))

    with closing(loop):
        assert loop.run_until_complete(work()) == ["ok"] * 8


def test_a_loop_that_stands_still_for_a_while_times_nothing_out(server):
    stands, answered = threading.Event(), threading.Event()

    async def late(exchange: Exchange) -> None:
        await faults.held(stands.is_set)(exchange)
        answered.set()

    url = server.script("/label", late)
    options = replace(PATIENT, retries=0)
    loop = SkippingLoop(bool)

    async def start() -> tuple[Fetcher, asyncio.Task[str]]:
        fetcher = await Fetcher(options).__aenter__()
        task = asyncio.create_task(read_text(fetcher, url))
        await until(lambda: server.requests)
        return fetcher, task

    with closing(loop):
        fetcher, task = loop.run_until_complete(start())
        stands.set()
        wait_until(answered.is_set)
        loop.pass_by(options.read_timeout)
        assert loop.run_until_complete(task) == "ok"
        loop.run_until_complete(fetcher.__aexit__(None, None, None))


def test_a_loop_that_stood_still_for_longer_than_all_limits_ends_in_one_error(server):
    options = replace(PATIENT, retries=0)
    loop = SkippingLoop(bool)

    async def work() -> str:
        async with Fetcher(options) as fetcher:
            task = asyncio.create_task(fetcher.read_label(server.script("/label", faults.hang)))
            await until(lambda: server.requests)
            loop.pass_by(10)  # so that the headers are waited for closely
            await asyncio.sleep(0.01)
            loop.pass_by(1000)
            with pytest.raises(FetchError) as caught:
                await task
            return str(caught.value)

    with closing(loop):
        assert "Could not read" in loop.run_until_complete(work())


@pytest.mark.parametrize(
    "behaviour",
    [faults.hang, faults.drip(0.01), faults.endless, faults.status(503, retry_after="60")],
    ids=["before the answer", "in the body", "in a flood", "backing off"],
)
def test_cancelling_ends_at_once_and_leaves_no_connection(server, behaviour):
    urls = [server.script(f"/{n}", behaviour) for n in range(8)]

    async def work(fetcher: Fetcher) -> Stopwatch:
        reads = [asyncio.create_task(fetcher.read(url, max_bytes=10**12)) for url in [*urls, *urls]]
        await until(lambda: len(server.requests) >= 4)
        await asyncio.sleep(0.05)
        watch = Stopwatch()
        for read in reads:
            read.cancel()
        results = await asyncio.gather(*reads, return_exceptions=True)
        assert [type(result) for result in results] == [asyncio.CancelledError] * 16
        return watch

    watch = run(work, replace(PATIENT, concurrency=4))
    server.wait_until_left()
    assert watch.seconds() < 1


def test_cancelling_while_connecting_ends_at_once():
    with socket.socket() as deaf, contextlib.ExitStack() as stack:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        for _ in range(4):  # fills the queue, so that nobody else gets in
            caller = stack.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(deaf.getsockname())
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/label"

        async def work(fetcher: Fetcher) -> Stopwatch:
            read = asyncio.create_task(fetcher.read_label(url))
            await asyncio.sleep(0.2)
            watch = Stopwatch()
            assert not read.done()
            read.cancel()
            with pytest.raises(asyncio.CancelledError):
                await read
            return watch

        assert run(work).seconds() < 1
        error = error_of(url, replace(PATIENT, connect_timeout=0.2))
        assert "was not reached within 0.2 s (tried 3 times)" in str(error)


def test_slots_are_free_again_after_cancelling(server):
    slow, quick = server.script("/slow", faults.hang), server.script("/quick", faults.ok())

    async def work(fetcher: Fetcher) -> str:
        reads = [asyncio.create_task(fetcher.read_label(slow)) for _ in range(6)]
        await until(lambda: len(server.requests) == 2)
        for read in reads:
            read.cancel()
        return await read_text(fetcher, quick)

    assert run(work, replace(PATIENT, concurrency=2)) == "ok"
