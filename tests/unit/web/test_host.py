"""Turns at a host, on a clock of its own: who asks when, and how often."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from ard_qgis_plugin.core.model.network_options import NetworkOptions
from ard_qgis_plugin.core.web.availability import HostAvailability
from ard_qgis_plugin.core.web.host import Host
from ard_qgis_plugin.core.web.pace import read_body
from ard_qgis_plugin.core.web.reply import Reply
from ard_qgis_plugin.core.web.retry import AttemptError, Failure
from tests.support.clock import virtual_time

REPLY = Reply(200, b"", {}, "")
OPTIONS = NetworkOptions(concurrency=8, read_timeout=10.0, longest_silence=60.0, backoff=0.5)
MANY = 300


class Script:
    """What a host does; keeps when each request began, and how many were open then."""

    def __init__(self, act: Callable[[int], Failure | Reply], seconds: float) -> None:
        self.began: list[float] = []
        self.open: list[int] = []
        self._act, self._seconds = act, seconds
        self._open = 0

    async def __call__(self) -> Failure | Reply:
        number = len(self.began)
        self._open += 1
        self.began.append(asyncio.get_running_loop().time())
        self.open.append(self._open)
        try:
            await asyncio.sleep(self._seconds)
        finally:
            self._open -= 1
        return self._act(number)


def asked(script: Script, count: int, options: NetworkOptions) -> list[Failure | Reply]:
    """Asks a host so often at once."""

    async def work() -> list[Failure | Reply]:
        host = Host(options, HostAvailability("far.invalid", options))

        async def ask() -> Failure | Reply:
            outcome = await script()
            if isinstance(outcome, Reply) or outcome.status:
                host.heard()
            return outcome

        return await asyncio.gather(*(host.answer(ask) for _ in range(count)))

    return virtual_time.run(work())


def silent(_number: int) -> Failure:
    return Failure("no answer within 10 s", again=True)


def test_a_silent_host_is_asked_by_one_request_at_a_time():
    script = Script(silent, OPTIONS.read_timeout)
    outcomes = asked(script, MANY, OPTIONS)
    assert script.open[:8] == [*range(1, 9)]
    probes = script.open[8:]
    assert set(probes) == {1}
    assert 1 <= len(probes) <= OPTIONS.longest_silence / OPTIONS.read_timeout
    assert {"far.invalid answered none of" in one.reason for one in outcomes} == {True}
    assert len({one.reason for one in outcomes}) == 1


def test_a_silent_host_is_given_up_after_the_longest_silence():
    script = Script(silent, OPTIONS.read_timeout)
    (outcome, *_) = asked(script, MANY, OPTIONS)
    last = script.began[-1] + OPTIONS.read_timeout
    assert OPTIONS.longest_silence <= last < OPTIONS.longest_silence + 2 * OPTIONS.read_timeout
    assert f" in {last:.0f} s " in outcome.reason


@pytest.mark.parametrize("after", [0, 100])
def test_one_answer_lets_all_go_on(after):
    def act(number: int) -> Failure | Reply:
        return silent(number) if after <= number < after + 12 else REPLY

    script = Script(act, 1.0)
    options = replace(OPTIONS, retries=1)  # each alone would give up after two attempts
    assert asked(script, MANY, options) == [REPLY] * MANY
    assert script.open[-1] > 1


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_holds_all_requests_of_the_host(status):
    def act(number: int) -> Failure | Reply:
        return REPLY if number else Failure("busy", again=True, status=status, retry_after=30.0)

    script = Script(act, 1.0)
    assert asked(script, 5, replace(OPTIONS, concurrency=1)) == [REPLY] * 5
    assert script.began[0] == 0
    assert min(script.began[1:]) >= 31


def test_nothing_is_lost_to_a_host_that_limits_its_rate():
    per_second, next_at = 50, 0.0

    def act(number: int) -> Failure | Reply:
        nonlocal next_at
        if script.began[number] < next_at:
            return Failure("too fast", again=True, status=429)
        next_at = script.began[number] + 1 / per_second
        return REPLY

    script = Script(act, 0.0)
    assert asked(script, 60, replace(OPTIONS, concurrency=64, retries=4)) == [REPLY] * 60
    assert script.began[-1] >= 59 / per_second


def slowly_read(count: int) -> set[Failure | int]:
    """Reads so many bodies at once, each of 6,000 bytes in 100 s; returns what came of them."""

    async def work() -> set[Failure | int]:
        options = replace(OPTIONS, concurrency=count)
        host = Host(options, HostAvailability("far.invalid", options))

        async def ask() -> Failure | Reply:
            sizes = iter([60] * 100)

            async def part() -> bytes:
                await asyncio.sleep(1)
                return b"x" * next(sizes, 0)

            try:
                return replace(REPLY, body=await read_body(part, 10_000, host.pace))
            except AttemptError as error:
                return error.failure

        outcomes = await asyncio.gather(*(host.answer(ask) for _ in range(count)))
        return {len(one.body) if isinstance(one, Reply) else one for one in outcomes}

    return virtual_time.run(work())


def test_on_a_slow_line_many_answers_share_what_one_would_need():
    assert slowly_read(32) == {6_000}
    given_up = slowly_read(8)
    assert all("it came too slowly (" in one.reason for one in given_up if isinstance(one, Failure))
    assert not any(isinstance(one, int) for one in given_up)
