"""Walking an async stream from plain code: all that it began ends with it."""

from __future__ import annotations

import asyncio

import pytest

from ard_qgis_plugin.core.model.errors import CancelledError
from ard_qgis_plugin.core.web.streams import step_through

pytestmark = pytest.mark.filterwarnings("error")


def test_a_stream_s_error_is_raised_and_its_tasks_are_ended():
    ended = []

    async def forever():
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(True)

    async def stream():
        tasks = [asyncio.create_task(forever())]
        await asyncio.sleep(0)
        yield [1, 2]
        yield []
        yield [3]
        raise KeyError(len(tasks))

    found = []
    with pytest.raises(KeyError):
        found.extend(step_through(stream(), bool))
    assert found == [1, 2, 3]
    assert ended == [True]


def test_a_stream_that_ends_slowly_is_waited_for():
    ended = []

    async def stream():
        try:
            yield [1]
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.2)
            ended.append(True)

    calls = iter([False, False, True])
    with pytest.raises(CancelledError):
        list(step_through(stream(), lambda: next(calls, True)))
    assert ended == [True]
