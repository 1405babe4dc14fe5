"""Pace and the limits of an attempt on their own: cancelling is never lost, nothing is left."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from ard_qgis_plugin.core.model.network_options import NetworkOptions
from ard_qgis_plugin.core.web.attempt import Attempt, SharedTimer
from ard_qgis_plugin.core.web.pace import SLOWEST, Pace, SilenceError, read_body
from ard_qgis_plugin.core.web.retry import AttemptError
from tests.support.clock import virtual_time

WINDOW = 30.0  # seconds
SILENCE = 300.0  # seconds
OPTIONS = NetworkOptions(connect_timeout=4.0, read_timeout=10.0, total_timeout=60.0)
BEGINNING = 15.0  # seconds: the longest one
LEAST = SLOWEST * WINDOW  # bytes of it


@pytest.mark.parametrize("turns", range(6))
def test_cancelling_counts_at_the_very_moment_at_which_a_part_comes(turns):
    async def work():
        part = asyncio.get_running_loop().create_future()

        async def read():
            return await part

        async def reading():
            async for _ in Pace(9.0, SILENCE, lambda: 1).parts(read):
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
            return len(await read_body(coming.get, 10**9, Pace(WINDOW, SILENCE, lambda: at_once)))
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


def test_silence_is_no_drip_and_has_an_end_of_its_own():
    assert came([(1.0, 10), (3 * WINDOW, 10), (5 * WINDOW, 10)]) == 30
    for parts in ([(SILENCE + 1, 10)], [(1.0, 10), (SILENCE + 1, 10)]):
        with pytest.raises(SilenceError):
            came(parts)


async def seconds_to_begin(*seconds: float, body: float = 0.0, options=OPTIONS, timer=None):
    """Waits for answers, all but the last of which are redirects, and for a body.

    Returns the seconds that all took, or raises what it was given up for.
    """
    begin = asyncio.get_running_loop().time()
    with Attempt(options, timer or SharedTimer(1.0)) as attempt:
        try:
            for hop, each in enumerate(seconds):
                if hop:
                    attempt.asked_elsewhere()
                await asyncio.sleep(each)
                attempt.begun()
            await asyncio.sleep(body)
        except asyncio.CancelledError:
            raise attempt.error() or asyncio.CancelledError from None
    return asyncio.get_running_loop().time() - begin


@pytest.mark.parametrize("seconds", [(0.5,), (14.9,), (14.9, 14.9, 0.1, 14.9)])
def test_each_of_several_answers_has_the_time_of_a_beginning(seconds):
    assert virtual_time.run(seconds_to_begin(*seconds)) == pytest.approx(sum(seconds))
    assert virtual_time.run(seconds_to_begin(*seconds, body=15.0)) > 15


@pytest.mark.parametrize("seconds", [(15.1,), (0.1, 15.1), (14.0, 14.0, 15.1)])
def test_an_answer_that_begins_too_late_is_given_up(seconds):
    async def work():
        with pytest.raises(AttemptError, match="its answer had not begun after 15 s") as caught:
            await seconds_to_begin(*seconds)
        assert not caught.value.failure.again
        return asyncio.get_running_loop().time()

    assert virtual_time.run(work()) == pytest.approx(sum(seconds[:-1]) + BEGINNING)


@pytest.mark.parametrize("body", [0.0, 61.0])
def test_all_answers_and_the_body_share_the_whole_time(body):
    async def work():
        with pytest.raises(asyncio.TimeoutError):
            await seconds_to_begin(*[0.1 if body else 14.0] * 5, body=body)
        return asyncio.get_running_loop().time()

    assert virtual_time.run(work()) == pytest.approx(OPTIONS.total_timeout)


def test_each_attempt_has_its_own_time():
    async def work():
        timer = SharedTimer(1.0)
        never = asyncio.create_task(seconds_to_begin(99.0, timer=timer))
        await asyncio.sleep(0.5)
        later = asyncio.create_task(seconds_to_begin(14.9, timer=timer))
        with pytest.raises(AttemptError):
            await never
        assert not later.done()
        assert await later == pytest.approx(14.9)
        with pytest.raises(AttemptError):  # and after a time without any
            await seconds_to_begin(99.0, timer=timer)

    virtual_time.run(work())


def test_limits_that_are_passed_at_once_end_an_attempt_once():
    async def work():
        with pytest.raises(asyncio.TimeoutError):
            await seconds_to_begin(99.0, options=replace(OPTIONS, total_timeout=BEGINNING))
        await asyncio.sleep(0)
        return asyncio.current_task().cancelling()

    assert virtual_time.run(work()) == 0


@pytest.mark.parametrize("late", [0.0, 1e-3])
def test_who_cancels_at_the_very_moment_is_heeded(late):
    async def work():
        task = asyncio.create_task(seconds_to_begin(99.0))
        await asyncio.sleep(BEGINNING - late)
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled()

    virtual_time.run(work())
