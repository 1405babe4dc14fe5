"""How much work a search makes, in counts that no busy machine changes: speed isn't lost unseen."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable

import pytest

from ard_qgis_plugin.core.labels import angle_reader, formulas
from ard_qgis_plugin.core.labels.storage import cache_file
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.support.caches import CountedSearch
from tests.support.fetches import QUICK
from tests.support.label_texts import caminfo, geometry
from tests.support.searches import nothing_left
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, item

COUNT, PAGE = 40, 10
PAGES = COUNT // PAGE


@pytest.fixture
def api():
    with StacApi({"a": []}, largest_page=PAGE) as api:
        for number in range(COUNT):
            url = api.script(f"/a/{number}.pvl", faults.ok(caminfo(geometry()).encode()))
            assets = {"caminfo_pvl": {"href": url, "type": "text/plain"}}
            api.items["a"].append(item("a", number, assets=assets))
        yield api
        nothing_left(api)


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

    async def read_all():
        async with Fetcher(QUICK) as fetcher:
            await asyncio.gather(
                *(fetcher.read_label(api.url(f"/a/{number}.pvl")) for number in range(COUNT))
            )
        return asyncio.get_running_loop()

    loop = asyncio.run(read_all())
    own = [arguments for arguments in tasks if arguments[0] is loop]  # not the server's
    assert COUNT <= len(own) < 1.5 * COUNT  # those beside connect, or wait for a long body


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


def test_the_cache_is_read_and_written_by_page(api, tmp_path, statements):
    CountedSearch(api, tmp_path / "labels.sqlite")
    assert statements["INSERT"] == COUNT  # by one call, in few transactions
    assert statements["BEGIN"] <= PAGES + 2
    statements.clear()
    CountedSearch(api, tmp_path / "labels.sqlite")
    assert statements["INSERT"] == statements["BEGIN"] == 0
    assert statements["SELECT"] <= PAGES + 2
