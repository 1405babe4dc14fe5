"""Label hosts that fall silent, for a while or for good: nothing lost, and time bounded."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace

import pytest

from ard_qgis_plugin.core.model.errors import CancelledError, FetchError
from ard_qgis_plugin.core.model.network_options import NetworkOptions
from ard_qgis_plugin.core.model.observation import LabelStatus
from ard_qgis_plugin.core.web.availability import FEWEST_MISSES
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.support.caches import CountedSearch
from tests.support.clock.stopwatch import Stopwatch
from tests.support.fetches import read_text, run
from tests.support.searches import LABEL, add_labels, nothing_left, request_of, search_of, skipping
from tests.support.servers import faults
from tests.support.servers.certificates import make_authority
from tests.support.servers.closed_port import closed_port
from tests.support.servers.fault_server import Behaviour, Exchange
from tests.support.servers.faults import FaultServer
from tests.support.servers.stac_api import StacApi

pytestmark = pytest.mark.filterwarnings("error")

MANY = 300
FEW_TRIES = NetworkOptions(concurrency=8, retries=1, longest_silence=900.0)
SOON_GIVEN_UP = replace(FEW_TRIES, longest_silence=120.0)


class Outage:
    """A host that answers the first requests, then fails for a number of them or for good."""

    def __init__(self, fault: Behaviour, after: int, requests: float = float("inf")) -> None:
        self._fault = fault
        self._seen, self._after, self._until = 0, after, after + requests

    def end(self) -> None:
        """Has the host answer from now on."""
        self._until = 0

    def over(self, usual: Behaviour) -> Behaviour:
        """Returns what a path does that answers as usual before and after."""

        async def behave(exchange: Exchange) -> None:
            self._seen += 1
            is_out = self._after < self._seen <= self._until
            await (self._fault if is_out else usual)(exchange)

        return behave


def all_of(urls: list[str]) -> Callable[[Fetcher], Awaitable[list[str | BaseException]]]:
    """Reads labels at once; an error is a result."""

    async def work(fetcher: Fetcher) -> list[str | BaseException]:
        reads = [asyncio.create_task(read_text(fetcher, url)) for url in urls]
        return await asyncio.gather(*reads, return_exceptions=True)

    return work


def scripted(server: FaultServer, outage: Outage, count: int = MANY) -> list[str]:
    return [server.script(f"/{n}", outage.over(faults.ok(b"%d" % n))) for n in range(count)]


@pytest.mark.parametrize("fault", [faults.hang, faults.hang_up, faults.reset, faults.not_http])
@pytest.mark.parametrize("after", [0, 100])
def test_nothing_is_lost_to_a_host_that_is_silent_for_a_while(server, fault, after):
    # each label alone would have given up after two attempts
    urls = scripted(server, Outage(fault, after, 14))
    assert run(all_of(urls), FEW_TRIES, server.is_idle) == [str(n) for n in range(MANY)]


@pytest.mark.parametrize("fault", [faults.hang, faults.hang_up])
@pytest.mark.parametrize("after", [0, 100])
def test_a_host_that_is_silent_for_good_is_given_up(server, fault, after):
    urls = scripted(server, Outage(fault, after))
    results = run(all_of(urls), SOON_GIVEN_UP, server.is_idle)
    lost = [one for one in results if isinstance(one, FetchError)]
    assert len(lost) == MANY - after
    assert {one.status for one in lost} == {None}
    host = server.url("").removeprefix("http://")
    for error in lost:
        assert f": {host} answered none of " in str(error)
        assert str(error).endswith("run the search again later, what was read is kept.")
        assert "\n" not in str(error)
    assert len(server.requests) < after + 100


def test_what_comes_after_the_giving_up_fails_at_once(server):
    urls = scripted(server, Outage(faults.hang, 0))

    async def work(fetcher: Fetcher) -> int:
        await all_of(urls)(fetcher)
        asked = len(server.requests)
        watch = Stopwatch()
        await all_of(urls)(fetcher)
        assert watch.seconds() < 1
        return len(server.requests) - asked

    assert run(work, FEW_TRIES, server.is_idle) == 0


def test_only_the_host_that_is_silent_is_given_up(server):
    good = [server.script(f"/{n}", faults.late(0.01, b"%d" % n)) for n in range(MANY)]
    with FaultServer() as dead:
        urls = scripted(dead, Outage(faults.hang, 0), 50)
        both_rest = lambda: server.is_idle() and dead.is_idle()  # noqa: E731
        results = run(all_of([*urls, *good]), FEW_TRIES, both_rest)
        dead.wait_until_left()
    assert all("answered none of" in str(one) for one in results[:50])
    assert results[50:] == [str(n) for n in range(MANY)]


def test_a_host_that_refuses_connections_is_given_up():
    urls = [f"http://127.0.0.1:{closed_port()}/{n}" for n in range(MANY)]
    results = run(all_of(urls), FEW_TRIES, lambda: True)  # nobody sends anything
    assert all("(at last: 127.0.0.1 can't be reached (Conn" in str(one) for one in results)


@pytest.mark.parametrize("code", [404, 503])
def test_a_host_that_answers_anything_is_not_silent(server, code):
    urls = [server.script(f"/{n}", faults.status(code)) for n in range(50)]
    results = run(all_of(urls), FEW_TRIES, server.is_idle)
    assert {one.status for one in results} == {code}


def test_what_would_not_get_better_is_not_waited_for(tmp_path):
    with FaultServer(make_authority(tmp_path).server_context()) as distrusted:
        urls = [distrusted.url(f"/{n}") for n in range(50)]
        watch = Stopwatch()
        results = run(all_of(urls), FEW_TRIES)
        distrusted.wait_until_left()
    assert watch.seconds() < 15
    assert all("the certificate of 127.0.0.1 is not trusted" in str(one) for one in results)


def test_a_few_labels_that_get_no_answer_are_bad_luck(server):
    bad = [server.script(f"/bad-{n}", faults.hang_up) for n in range(FEWEST_MISSES // 4)]
    results = run(all_of(bad), FEW_TRIES, server.is_idle)
    assert all(str(one).endswith("without an answer (tried 2 times).") for one in results)


def test_pages_wait_for_no_host_that_is_silent(server):
    urls = [server.script(f"/{n}", faults.hang_up) for n in range(40)]

    async def work(fetcher: Fetcher) -> list[BaseException]:
        reads = [fetcher.read(url, max_bytes=100) for url in urls]
        return await asyncio.gather(*reads, return_exceptions=True)

    results = run(work, FEW_TRIES, server.is_idle)
    assert all(str(one).endswith("without an answer (tried 2 times).") for one in results)


def test_probes_that_are_cancelled_leave_their_place_to_others(server):
    outage = Outage(faults.hang, 0, 9)
    urls = scripted(server, outage, 60)

    async def work(fetcher: Fetcher) -> list[object]:
        reads = [asyncio.create_task(read_text(fetcher, url)) for url in urls]
        while len(server.requests) <= 8:  # noqa: ASYNC110 (seconds that are skipped)
            await asyncio.sleep(1)
        probe = int(server.requests[8].target[1:])
        reads[probe].cancel()
        rest = reads[:probe] + reads[probe + 1 :]
        return await asyncio.gather(*rest)

    assert len(run(work, FEW_TRIES, server.is_idle)) == 59


def with_labels(api: StacApi, outage: Outage, count: int) -> None:
    """Puts items into an API that serves their labels, but for the outage."""
    add_labels(api, "a", count)
    for n in range(count):
        usual = faults.ok(LABEL.format(10 + n % 50).encode())
        api.script(f"/a/{n}.pvl", outage.over(usual))


@pytest.fixture
def api() -> Iterator[StacApi]:
    """Runs an API; searches skip the time in which it hangs."""
    with StacApi({}, largest_page=50) as api, skipping(api):
        yield api
        nothing_left(api)


def test_a_search_loses_no_label_to_an_outage(api):
    with_labels(api, Outage(faults.hang, 100, 14), 250)
    found = list(search_of(request_of(api), FEW_TRIES))
    assert [one.label_status for one in found] == [LabelStatus.OK] * 250


def test_a_search_ends_though_a_host_is_silent_and_keeps_what_was_read(api, tmp_path):
    path = tmp_path / "labels.sqlite"
    outage = Outage(faults.hang, 100)
    with_labels(api, outage, 250)
    first = CountedSearch(api, path, options=FEW_TRIES)
    outage.end()
    again = CountedSearch(api, path)
    assert first.statuses.count(LabelStatus.OK) == 100
    assert first.statuses.count(LabelStatus.FAILED) == 150
    (warning,) = first.warnings
    assert warning.startswith("Observations whose label could not be downloaded: 150 of 250, e.g.")
    assert "answered none of" in warning
    assert (len(again.asked), again.statuses) == (150, [LabelStatus.OK] * 250)


def test_cancelling_while_a_silent_host_is_probed_ends_at_once(api):
    with_labels(api, Outage(faults.hang, 0), 100)
    watches: list[Stopwatch] = []

    def is_cancelled() -> bool:
        labels = [one for one in api.requests if one.target.endswith(".pvl")]
        if len(labels) > FEW_TRIES.concurrency and not watches:  # all have missed, and some wait
            watches.append(Stopwatch())
        return bool(watches)

    with pytest.raises(CancelledError):
        list(search_of(request_of(api), FEW_TRIES, is_cancelled))
    assert watches[0].seconds() < 1
