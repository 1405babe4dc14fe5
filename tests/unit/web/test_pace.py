"""Pace on its own: cancelling is never lost, and nothing that was begun is left behind."""

from __future__ import annotations

import asyncio

import pytest

from ard_qgis_plugin.core.web.pace import SLOWEST, Pace, SharedTimer, answer_within, read_body
from ard_qgis_plugin.core.web.retry import AttemptError
from tests.support.clock import virtual_time

WINDOW = 30.0  # seconds
LEAST = SLOWEST * WINDOW  # bytes of it


class Begun:
    """An answer that has begun."""

    closed = False

    def close(self):
        self.closed = True


@pytest.mark.parametrize("turns", range(6))
def test_cancelling_counts_at_the_very_moment_at_which_a_part_comes(turns):
    async def work():
        part = asyncio.get_running_loop().create_future()

        async def read():
            return await part

        async def reading():
            async for _ in Pace(9.0, lambda: 1).parts(read):
                await asyncio.sleep(9)

        task = asyncio.create_task(reading())
        await asyncio.sleep(0.01)
        part.set_result(b"x")
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task}, timeout=5)
        assert task.cancelled()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    virtual_time.run(work())


@pytest.mark.parametrize("turns", range(6))
def test_an_answer_that_nobody_gets_any_more_is_closed(turns):
    async def work():
        arrives, begun, got = asyncio.get_running_loop().create_future(), Begun(), []

        async def answer():
            return await arrives

        async def reading():
            got.append(await answer_within(answer(), SharedTimer(9.0)))
            await asyncio.sleep(9)

        task = asyncio.create_task(reading())
        await asyncio.sleep(0.01)
        arrives.set_result(begun)
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task}, timeout=5)
        assert task.cancelled()
        assert begun.closed or got or turns == 0

    virtual_time.run(work())


def test_an_answer_that_never_begins_is_given_up():
    async def work():
        with pytest.raises(AttemptError, match="had not begun") as caught:
            await answer_within(asyncio.Event().wait(), SharedTimer(0.05))
        assert not caught.value.failure.again
        assert asyncio.all_tasks() == {asyncio.current_task()}

    virtual_time.run(work())


def test_an_error_of_the_answer_is_its_own():
    async def fail():
        raise asyncio.TimeoutError

    async def work():
        with pytest.raises(asyncio.TimeoutError):
            await answer_within(fail(), SharedTimer(5.0))

    virtual_time.run(work())


def test_each_answer_has_its_own_time():
    async def work():
        timer = SharedTimer(0.3)
        never = asyncio.create_task(answer_within(asyncio.Event().wait(), timer))
        await asyncio.sleep(0.2)
        later = asyncio.create_task(answer_within(asyncio.sleep(0.2, "begun"), timer))
        with pytest.raises(AttemptError):
            await never
        assert not later.done()
        assert await later == "begun"
        with pytest.raises(AttemptError):  # and after a time without any
            await answer_within(asyncio.Event().wait(), timer)

    virtual_time.run(work())


def came(parts, at_once=1):
    """Reads a body whose parts come each after so many seconds; returns its size."""

    async def send(coming):
        for seconds, size in [*parts, (0.0, 0)]:
            await asyncio.sleep(seconds)
            coming.put_nowait(b"x" * size)

    async def work():
        coming = asyncio.Queue()
        sending = asyncio.create_task(send(coming))
        try:
            return len(await read_body(coming.get, 10**9, Pace(WINDOW, lambda: at_once)))
        finally:
            sending.cancel()
            await asyncio.wait({sending})

    return virtual_time.run(work())


@pytest.mark.parametrize("seconds", [1.0, 7.0, 14.0])
def test_what_comes_at_the_least_rate_is_whole_and_what_is_slower_drips(seconds):
    count, enough = 30, round(1.2 * LEAST / (WINDOW // seconds))
    assert came([(seconds, enough)] * count) == count * enough
    with pytest.raises(AttemptError, match=r"too slowly \(\d+ bytes in 30 s\)"):
        came([(seconds, enough // 3)] * count)


def test_many_at_once_share_what_one_would_need():
    parts = [(1.0, round(LEAST / 4 / 29) + 1)] * 200  # 29 in a window
    assert came(parts, at_once=32) == sum(size for _, size in parts)
    for few in (1, 8, 31):
        with pytest.raises(AttemptError, match="too slowly"):
            came(parts, at_once=few)


def test_silence_is_no_drip():
    assert came([(1.0, 10), (3 * WINDOW, 10), (5 * WINDOW, 10)]) == 30
