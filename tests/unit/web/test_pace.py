"""Pace on its own: cancelling is never lost, and nothing that was begun is left behind."""

from __future__ import annotations

import asyncio

import pytest

from ard_qgis_plugin.core.web.pace import Pace, SharedTimer, answer_within
from ard_qgis_plugin.core.web.retry import AttemptError


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

    asyncio.run(work())


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

    asyncio.run(work())


def test_an_answer_that_never_begins_is_given_up():
    async def work():
        with pytest.raises(AttemptError, match="had not begun") as caught:
            await answer_within(asyncio.Event().wait(), SharedTimer(0.05))
        assert not caught.value.failure.again
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(work())


def test_an_error_of_the_answer_is_its_own():
    async def fail():
        raise asyncio.TimeoutError

    async def work():
        with pytest.raises(asyncio.TimeoutError):
            await answer_within(fail(), SharedTimer(5.0))

    asyncio.run(work())


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

    asyncio.run(work())
