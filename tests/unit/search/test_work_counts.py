"""How much work a search makes, in counts that no busy machine changes: speed isn't lost unseen."""

from __future__ import annotations

import asyncio
import gc
import sqlite3
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from types import FrameType

import pytest

import ard_qgis_plugin
from ard_qgis_plugin.core.catalog import reader
from ard_qgis_plugin.core.catalog.catalog import FIELDS_PAGE_SIZE
from ard_qgis_plugin.core.geometry.region import Region
from ard_qgis_plugin.core.labels import angle_reader, cache, formulas, parser
from ard_qgis_plugin.core.labels.statements import found_in
from ard_qgis_plugin.core.labels.storage import cache_file
from ard_qgis_plugin.core.labels.templates import Templates
from ard_qgis_plugin.core.search import garbage_collection
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.sample.items import item as sample_item
from tests.sample.names import Urls
from tests.sample.planet import Planet
from tests.support.caches import CountedSearch
from tests.support.fetches import PATIENT
from tests.support.label_texts import caminfo, geometry
from tests.support.searches import nothing_left
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, item

COUNT, PAGE = 40, 10
PAGES = COUNT // PAGE


@contextmanager
def filled(count: int) -> Iterator[StacApi]:
    """An API with so many observations, each with a label."""
    with StacApi({"a": []}, largest_page=PAGE) as api:
        for number in range(count):
            url = api.script(f"/a/{number}.pvl", faults.ok(caminfo(geometry()).encode()))
            assets = {"caminfo_pvl": {"href": url, "type": "text/plain"}}
            api.items["a"].append(item("a", number, assets=assets))
        yield api
        nothing_left(api)


@pytest.fixture
def api():
    with filled(COUNT) as api:
        yield api


@pytest.fixture
def counted(monkeypatch) -> Callable[[object, str], list[object]]:
    """Returns what counts the calls of a function from now on, one entry each."""

    def count(owner: object, name: str) -> list[object]:
        calls: list[object] = []
        real = getattr(owner, name)

        def noted(*arguments: object, **more: object) -> object:
            calls.append(arguments)
            return real(*arguments, **more)

        monkeypatch.setattr(owner, name, noted)
        return calls

    return count


@pytest.fixture
def statements(monkeypatch) -> Counter[str]:
    """Returns the first words of the SQL that the label cache runs from now on, counted."""
    seen: Counter[str] = Counter()
    real = sqlite3.connect

    def traced(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = real(*arguments, **options)
        connection.set_trace_callback(lambda sql: seen.update([sql.split()[0].upper()]))
        return connection

    monkeypatch.setattr(cache_file.sqlite3, "connect", traced)
    return seen


async def _read_all(api: StacApi, times: int = 1) -> asyncio.AbstractEventLoop:
    async with Fetcher(PATIENT) as fetcher:
        for _ in range(times):
            await asyncio.gather(
                *(fetcher.read_label(api.url(f"/a/{number}.pvl")) for number in range(COUNT))
            )
    return asyncio.get_running_loop()


def test_each_label_and_each_page_is_asked_for_once(api, tmp_path, counted):
    requests = counted(Fetcher, "_exchange")
    first = CountedSearch(api, tmp_path / "labels.sqlite")
    assert len(first.asked) == COUNT
    beside = len(requests) - COUNT
    assert beside <= PAGES + 4  # the root, an empty page, what to cite
    requests.clear()
    CountedSearch(api, tmp_path / "labels.sqlite")
    assert len(requests) <= beside


def test_a_label_costs_its_own_task_and_no_other(api, counted):
    tasks = counted(asyncio.BaseEventLoop, "create_task")
    loop = asyncio.run(_read_all(api))
    own = [arguments for arguments in tasks if arguments[0] is loop]  # not the server's
    assert COUNT <= len(own) < 1.5 * COUNT  # those beside connect, or wait for a long body


def test_a_label_sets_no_timer_but_the_library_s_to_connect(api, counted):
    timers = counted(asyncio.BaseEventLoop, "call_at")
    loop = asyncio.run(_read_all(api))
    own = [arguments for arguments in timers if arguments[0] is loop]
    assert len(own) < 1.5 * COUNT  # those beside are shared


def test_a_label_leaves_nothing_to_the_garbage_collection(api):
    gc.collect()
    gc.disable()
    try:
        asyncio.run(_read_all(api))
        left = gc.collect()
        asyncio.run(_read_all(api, times=5))
        assert gc.collect() - left < COUNT
    finally:
        gc.enable()


def test_a_label_is_read_once_and_its_assets_are_gone_through_once(api, tmp_path, counted):
    read = counted(angle_reader, "read_angles_fast")
    looked = counted(angle_reader, "label_candidates")
    CountedSearch(api, tmp_path / "labels.sqlite")
    assert len(read) == COUNT
    assert len(looked) == COUNT
    looked.clear()
    CountedSearch(api, tmp_path / "labels.sqlite")
    assert len(read) == COUNT
    assert len(looked) == COUNT


def test_a_collection_whose_formula_is_known_is_not_held_against_it_again(api, tmp_path, counted):
    held = counted(formulas, "is_confirmed")
    CountedSearch(api, tmp_path / "labels.sqlite")
    assert 1 <= len(held) <= PAGE


def test_the_cache_is_read_and_written_by_page(api, tmp_path, statements, monkeypatch):
    monkeypatch.setattr(cache, "_PAUSE", 3600.0)  # else a slow search writes more often
    CountedSearch(api, tmp_path / "labels.sqlite")
    assert statements["INSERT"] == COUNT  # by one call
    assert statements["BEGIN"] == 2  # for the table, and at the end
    statements.clear()
    CountedSearch(api, tmp_path / "labels.sqlite")
    assert statements["INSERT"] == statements["BEGIN"] == 0
    assert statements["SELECT"] <= PAGES + 2


def test_a_second_best_label_is_looked_up_only_where_the_best_is_not_kept(api, tmp_path, counted):
    for entry in api.items["a"]:
        other = {"href": api.url("/a/none.lbl"), "type": "text/plain"}
        entry["assets"]["pds_label"] = other
    looked = counted(cache_file.CacheFile, "find")
    CountedSearch(api, tmp_path / "labels.sqlite")
    looked.clear()
    CountedSearch(api, tmp_path / "labels.sqlite")
    assert sum(len(keys) for _, keys in looked) == COUNT


def test_each_footprint_is_cut_by_the_region_once(api, tmp_path, counted):
    cut = counted(Region, "within")
    found = CountedSearch(api, tmp_path / "labels.sqlite").found
    assert sum(len(shapes) for _, shapes in cut) == COUNT
    assert all(one.coverage for one in found)


@pytest.mark.parametrize(("is_kept", "most"), [(False, 520), (True, 270)])
def test_an_observation_takes_so_many_calls_of_functions_and_no_more(
    tmp_path, monkeypatch, is_kept, most
):
    """Those that the plugin's own code makes; what is set up once is the same in both searches."""
    known = Templates(found_in)
    known.add(caminfo(geometry()))  # else some label, whichever comes 32nd, makes it
    monkeypatch.setattr(parser, "_TEMPLATES", known)
    calls = []
    for count in (PAGE, 5 * PAGE):
        with filled(count) as api:
            search = partial(CountedSearch, api, tmp_path / f"{count}.sqlite")
            if is_kept:
                search()
            calls.append(_calls(search))
    assert (calls[1] - calls[0]) / (4 * PAGE) < most


def _calls(work: Callable[[], object]) -> int:
    """Returns how many functions the plugin's code enters or calls meanwhile, in any thread."""
    here = str(Path(ard_qgis_plugin.__file__).parent)
    seen = [0]

    def note(frame: FrameType, event: str, _: object) -> None:
        if event in ("call", "c_call") and frame.f_code.co_filename.startswith(here):
            seen[0] += 1

    threading.setprofile(note)
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    return seen[0]


def test_pages_side_by_side_do_not_have_all_objects_looked_through():
    urls = Urls(images="https://example.org/bucket", api="https://example.org")
    items = [sample_item(observation, urls) for observation in islice(Planet(1000), 50)]
    pages = reader._SIDE_BY_SIDE * FIELDS_PAGE_SIZE / len(items) * _containers(items)
    assert pages < garbage_collection._THRESHOLDS[0]


def _containers(value: object) -> int:
    parts = value.values() if isinstance(value, dict) else value
    return 1 + sum(map(_containers, parts)) if isinstance(value, (dict, list)) else 0
