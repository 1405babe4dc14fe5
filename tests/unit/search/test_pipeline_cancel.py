"""Cancelling, closing and breaking off at every stage: at once, and without a trace."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import replace

import pytest

from ard_qgis_plugin.core.labels import angle_reader as labels
from ard_qgis_plugin.core.model.errors import CancelledError, CatalogError, LabelError
from tests.support.clock.conditions import wait_until
from tests.support.clock.stopwatch import Stopwatch
from tests.support.fetches import PATIENT
from tests.support.searches import add_labels, nothing_left, request_of, search_of
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi

pytestmark = pytest.mark.filterwarnings("error")

BUSY = faults.status(503, retry_after="60")
STAGES = {  # what to script, and the target whose request says that the stage is reached
    "root hangs": {"/api": [faults.hang]},
    "root drips": {"/api": [faults.drip(0.02)]},
    "root is flooded": {"/api": [faults.flood]},
    "root backs off": {"/api": [BUSY]},
    "page hangs": {"/api/search": [faults.hang]},
    "page drips": {"/api/search": [faults.drip(0.02)]},
    "page backs off": {"/api/search": [BUSY]},
    "label hangs": {"/a/3.pvl": [faults.hang]},
    "label drips": {"/a/3.pvl": [faults.drip(0.02)]},
    "label backs off": {"/a/3.pvl": [BUSY]},
}


class Watch:
    """What is true a moment after something holds; a stopwatch runs from then."""

    def __init__(self, holds):
        self._holds = holds
        self._stopwatch = None

    @classmethod
    def of(cls, api, target, count=1, body=b""):
        """Waits for a request to be seen often enough."""
        return cls(lambda: sum(body in one.body for one in api.asked(target)) >= count)

    def __call__(self):
        if self._stopwatch is None and self._holds():
            time.sleep(0.05)  # so that it is well under way
            self._stopwatch = Stopwatch()
        return self._stopwatch is not None

    def seconds(self):
        """Returns how long it has been true."""
        return self._stopwatch.seconds()


def ends_at_once(api, watch, options=PATIENT, **changes):
    """Asserts that a search is cancelled within a second and leaves nothing."""
    with pytest.raises(CancelledError, match=r"The search was cancelled\."):
        list(search_of(request_of(api, **changes), options, watch))
    nothing_left(api)
    assert watch.seconds() < 1


def searching():
    """Returns the threads of searches."""
    return [one for one in threading.enumerate() if one.name.startswith("ard-")]


@pytest.fixture
def api():
    with StacApi({}, largest_page=5) as api:
        add_labels(api, "a", 12)
        add_labels(api, "b", 12)
        yield api
        nothing_left(api)


@pytest.mark.parametrize("stage", STAGES)
def test_cancelling_ends_at_once(api, stage):
    ((target, script),) = STAGES[stage].items()
    api.script(target, *script)
    ends_at_once(api, Watch.of(api, target))


def test_cancelling_before_the_start_asks_for_nothing(api):
    watch = Watch.of(api, "none", 0)
    ends_at_once(api, watch)
    assert api.requests == []


@pytest.mark.parametrize("fault", [faults.hang, faults.drip(0.02), BUSY])
def test_cancelling_at_a_later_page_ends_at_once(api, fault):
    api.script("/api/search", api.usual, api.usual, fault)
    ends_at_once(api, Watch.of(api, "/api/search", 3))


def test_cancelling_at_the_list_of_collections_ends_at_once(api):
    api.script("/api/collections", faults.hang)
    api.items["c"] = []
    ends_at_once(api, Watch.of(api, "/api/collections"))


def test_cancelling_at_the_count_ends_at_once(api):
    async def search_page(exchange):
        await (faults.hang if b'"b"' in exchange.request.body else api.usual)(exchange)

    api.script("/api/search", search_page)
    ends_at_once(api, Watch.of(api, "/api/search", body=b'"limit": 1,'), max_items=4)


def test_cancelling_between_two_attempts_ends_at_once(api):
    api.script("/api/search", faults.hang_up)
    ends_at_once(api, Watch.of(api, "/api/search"), replace(PATIENT, retries=9, backoff=20))


def test_cancelling_while_a_host_name_is_looked_up_ends_at_once(api, monkeypatch):
    began, may_end = [], threading.Event()

    def slow(*_args, **_kwargs):
        began.append(None)
        may_end.wait(60)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    request = replace(request_of(api), api_url="http://somewhere.invalid/api")
    # a lookup can't be cancelled: one is for the search, one for what is to be cited
    watch = Watch(lambda: len(began) == 2)
    with pytest.raises(CancelledError):
        list(search_of(request, PATIENT, watch))
    assert watch.seconds() < 1
    assert len(searching()) == 2
    may_end.set()
    wait_until(lambda: not searching())


def test_cancelling_while_pvl_reads_labels_ends_at_once(api, monkeypatch):
    began, may_end = threading.Event(), threading.Event()

    def slow(_text):
        began.set()
        may_end.wait(60)
        raise LabelError("It takes long.")

    monkeypatch.setattr(labels, "read_angles_fast", lambda _text: None)
    monkeypatch.setattr(labels, "read_angles", slow)
    watch = Watch(began.is_set)
    with pytest.raises(CancelledError):
        list(search_of(request_of(api), PATIENT, watch))
    assert watch.seconds() < 1
    may_end.set()
    wait_until(lambda: not searching())


@pytest.mark.parametrize("hanging", ["/api/search", "/a/7.pvl", None])
def test_closing_a_search_cleans_up(api, hanging):
    if hanging:
        api.script(hanging, *([api.usual] if hanging == "/api/search" else []), faults.hang)
    found = iter(search_of(request_of(api), PATIENT))
    assert next(found).incidence == 10
    watch = Stopwatch()
    found.close()
    nothing_left(api)
    assert watch.seconds() < 1


def test_leaving_the_loop_cleans_up(api):
    api.script("/a/7.pvl", faults.hang)
    for observation in search_of(request_of(api), PATIENT):
        if observation.incidence == 12:
            break
    nothing_left(api)


def test_an_error_of_the_taker_cleans_up(api):
    api.script("/a/7.pvl", faults.hang)

    def take():
        for observation in search_of(request_of(api), PATIENT):
            if observation.incidence == 12:
                raise OSError("No space left on device")

    with pytest.raises(OSError, match="No space"):
        take()
    nothing_left(api)


def test_a_search_that_is_never_begun_leaves_nothing(api):
    iter(search_of(request_of(api), PATIENT))
    nothing_left(api)
    assert api.requests == []


def test_an_error_of_the_catalogue_leaves_nothing_though_labels_hang(api):
    api.script("/a/7.pvl", faults.hang)
    api.script("/api/search", api.usual, api.usual, faults.late(0.1, b"no page"))
    with pytest.raises(CatalogError):
        list(search_of(request_of(api), PATIENT))
    nothing_left(api)


@pytest.mark.parametrize("broken", ["on_progress", "is_cancelled"])
def test_an_error_in_a_callback_is_raised_and_leaves_nothing(api, broken):
    def fail(*_args):
        raise ZeroDivisionError

    stream = search_of(request_of(api), PATIENT)
    setattr(stream, f"_{broken}", fail)
    with pytest.raises(ZeroDivisionError):
        list(stream)
    nothing_left(api)


def test_searches_can_follow_one_another_in_one_thread(api):
    for _ in range(3):
        assert len(list(search_of(request_of(api), PATIENT))) == 24
        nothing_left(api)


def test_searches_can_run_side_by_side(api):
    results = []

    def one():
        results.append([found.id for found in search_of(request_of(api), PATIENT)])

    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [len(ids) for ids in results] == [24] * 4
    assert results == results[:1] * 4
