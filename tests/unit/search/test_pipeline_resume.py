"""Searches that were cancelled, failed or killed: what they read is kept, whatever the file is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from ard_qgis_plugin.core.labels import cache
from ard_qgis_plugin.core.labels.cache import CacheOptions
from ard_qgis_plugin.core.model.errors import CancelledError, CatalogError
from ard_qgis_plugin.core.search.pipeline import Search
from tests.support.caches import CountedSearch, full_disk, read_labels
from tests.support.clock.conditions import wait_until
from tests.support.fetches import PATIENT
from tests.support.searches import LABEL, add_labels, nothing_left, request_of
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi

pytestmark = pytest.mark.filterwarnings("error")

REPO = Path(__file__).parents[3]


def test_what_was_read_before_cancelling_is_kept(api, path, monkeypatch):
    api.script("/a/15.pvl", faults.hang)
    read = read_labels(monkeypatch)
    with pytest.raises(CancelledError):
        CountedSearch(api, path, is_cancelled=lambda: len(read) == 19)
    api.script("/a/15.pvl", faults.ok(LABEL.format(25).encode()))
    assert cache.size(path).labels == 19
    again = CountedSearch(api, path)
    assert (again.asked, again.incidences) == (["/a/15.pvl"], [*range(10, 30)])


def test_what_was_read_before_an_error_is_kept(api, path, monkeypatch):
    read = read_labels(monkeypatch)
    no_page = faults.held(lambda: len(read) == 14, faults.ok(b"no page"))
    api.script("/api/search", api.usual, api.usual, no_page)
    with pytest.raises(CatalogError):
        CountedSearch(api, path)
    assert cache.size(path).labels == 14
    api.script("/api/search", api.usual)
    assert len(CountedSearch(api, path).asked) == 6


def test_an_error_of_the_taker_keeps_what_was_read_and_closes_the_file(api, path):
    stream = iter(Search(request_of(api), PATIENT, lambda *_: None, bool, CacheOptions(path)))
    next(stream)
    stream.close()
    nothing_left(api)
    assert cache.size(path).labels
    opened = Path("/proc/self/fd")
    if opened.is_dir():
        assert str(path) not in {os.path.realpath(one) for one in opened.iterdir()}


CHILD = """
import sys
from pathlib import Path
from ard_qgis_plugin.core.labels.cache import CacheOptions
from ard_qgis_plugin.core.search.pipeline import Search
from tests.support.fetches import PATIENT
from tests.support.searches import request_of

class Api:
    root, items = sys.argv[1], ["a"]

request = request_of(Api, max_items=0)
cache = CacheOptions(Path(sys.argv[2]))
stream = Search(request, PATIENT, lambda *_: None, bool, cache)
print(*(one.incidence for one in stream))
sys.exit("".join(stream.report.warnings()) or None)
"""


def child(api, path):
    """Starts a search in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, api.root, str(path)],
        cwd=REPO,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_after_a_kill_the_next_search_takes_up_where_it_was(path):
    with StacApi({}, largest_page=50) as api:
        add_labels(api, "a", 170)
        for number in range(120, 170):
            api.script(f"/a/{number}.pvl", faults.hang)
        killed = child(api, path)
        wait_until(lambda: cache.size(path).labels == 120)
        kill(killed)
        api.wait_until_left()
        for number in range(120, 170):
            api.script(f"/a/{number}.pvl", faults.ok(LABEL.format(50).encode()))
        again = CountedSearch(api, path)
        assert again.asked == sorted(f"/a/{number}.pvl" for number in range(120, 170))
        assert again.incidences == [*range(10, 130), *[50] * 50]


def test_a_kill_at_any_moment_costs_little_and_breaks_nothing(path):
    label = faults.late(0.05, LABEL.format(50).encode())
    with StacApi({}, largest_page=100) as api:
        add_labels(api, "a", 600)
        for number in range(600):
            api.script(f"/a/{number}.pvl", label)
        kept = []
        for least in (0, 1):
            before = len(api.requests)
            killed = child(api, path)
            wait_until(lambda seen=before: len(api.requests) > seen + 80)
            time.sleep(0.2)
            wait_until(lambda least=least: cache.size(path).labels >= least)
            kill(killed)
            api.wait_until_left()
            kept.append(cache.size(path).labels)
        assert kept == sorted(kept)
        assert kept[-1] > 0
        again = CountedSearch(api, path, max_items=0)
        assert len(again.asked) == 600 - kept[-1]
        assert set(again.incidences) == {50}
        assert again.warnings == []


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_two_processes_search_at_once_and_a_third_asks_for_nothing(path):
    with StacApi({}, largest_page=20) as api:
        add_labels(api, "a", 150)
        children = [child(api, path) for _ in range(2)]
        outputs = [one.communicate(timeout=300) for one in children]
        assert outputs[0] == outputs[1]
        assert outputs[0][1] == ""
        again = CountedSearch(api, path, max_items=0)
        assert (again.asked, again.warnings) == ([], [])
        assert outputs[0][0].split() == [str(one.incidence) for one in again.found]


def test_searches_run_side_by_side_in_threads_of_their_own(api, path):
    found = []

    def one():
        stream = Search(request_of(api), PATIENT, lambda *_: None, bool, CacheOptions(path))
        found.append([each.incidence for each in stream])
        assert stream.report.warnings() == []

    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == [[*range(10, 30)]] * 4
    assert CountedSearch(api, path).asked == []


def test_a_search_can_go_on_in_another_thread_than_it_began_in(api, path):
    stream = iter(Search(request_of(api), PATIENT, lambda *_: None, bool, CacheOptions(path)))
    found = [next(stream)]
    thread = threading.Thread(target=lambda: found.extend(stream))
    thread.start()
    thread.join(60)
    assert [one.incidence for one in found] == [*range(10, 30)]
    assert CountedSearch(api, path).asked == []


@contextmanager
def too_small_disk(_path):
    with full_disk(15_000):
        yield


@contextmanager
def no_file(path):
    path.mkdir()
    yield


@contextmanager
def damaged(path):
    path.write_bytes(b"no database" * 999)
    yield


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (too_small_disk, "labels.sqlite can't be written ("),
        (no_file, "labels.sqlite can't be used (unable to open database file): all labels are"),
        (damaged, "was damaged (file is not a database): it is now labels.sqlite.damaged"),
    ],
)
def test_a_cache_that_can_t_be_used_costs_a_warning_and_nothing_else(path, trouble, words):
    with StacApi({}, largest_page=50) as api, trouble(path):
        add_labels(api, "a", 150)
        first = CountedSearch(api, path)
    assert first.incidences == [*range(10, 160)]
    (warning,) = first.warnings
    assert words in warning


def test_a_file_that_breaks_in_the_middle_of_a_search_costs_a_warning(api, path):
    CountedSearch(api, path)
    stream = Search(
        request_of(api, max_items=0), PATIENT, lambda *_: None, bool, CacheOptions(path)
    )
    found = iter(stream)
    incidences = [next(found).incidence]
    path.write_bytes(b"\xff" * path.stat().st_size)
    incidences += [one.incidence for one in found]
    assert incidences == [*range(10, 30)]
    nothing_left(api)
    assert CountedSearch(api, path, refresh=True).incidences == incidences
    assert CountedSearch(api, path).asked == []
