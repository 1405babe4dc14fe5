"""A cache whose file is damaged, can't be read or written, or is used by others at once."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from ard_qgis_plugin.core.labels import cache
from ard_qgis_plugin.core.labels.cache import CacheOptions, CacheSize, LabelCache
from ard_qgis_plugin.core.model.observation import Angles
from tests.support.caches import ANGLES, FULL, URLS, filled, full_disk, kept, known
from tests.support.clock.conditions import until
from tests.support.clock.stopwatch import Stopwatch
from tests.support.files import damages

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "profile" / "labels.sqlite"


DAMAGE = damages(zeros=4096, noise=2000)


def no_table(_data):
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA user_version = 1")
        database.execute("CREATE TABLE others (id)")
        return database.serialize()


DAMAGE["no table"] = no_table


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(path, damage):
    filled(path)
    path.write_bytes(DAMAGE[damage](path.read_bytes()))
    assert cache.size(path).bytes == path.stat().st_size
    warnings = []
    assert known(path, *URLS, warnings=warnings) == {}
    (warning,) = warnings
    assert warning.startswith(f"The label cache {path} was damaged (")
    assert warning.endswith("it is now labels.sqlite.damaged, and a new one is begun.")
    assert path.with_name("labels.sqlite.damaged").is_file()
    filled(path)
    assert known(path, *URLS) == ANGLES
    cache.clear(path)
    assert [one.name for one in path.parent.iterdir()] == ["labels.sqlite"]


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_costs_nothing_of_what_is_read_now(path, damage):
    filled(path)
    path.write_bytes(DAMAGE[damage](path.read_bytes()))
    (warning,) = kept(path, ANGLES)
    assert "damaged" in warning
    assert known(path, *URLS) == ANGLES


def test_a_damaged_file_can_be_cleared(path):
    path.parent.mkdir()
    path.write_bytes(b"no database" * 999)
    assert cache.size(path) == CacheSize(0, 11 * 999)
    cache.clear(path)
    assert cache.size(path) == CacheSize(0, 0)


def test_an_empty_file_is_a_new_cache(path):
    path.parent.mkdir()
    path.touch()
    filled(path)


def test_a_file_of_another_version_is_begun_anew(path):
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE labels RENAME COLUMN record TO other")
        connection.execute("PRAGMA user_version = 7")
    assert known(path, *URLS) == {}
    filled(path)


def test_wrong_bytes_on_the_disk_never_make_an_angle(path):
    filled(path)
    data = path.read_bytes()
    dice = random.Random(2)
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(dice.choice([1, 10, 1000])):
            damaged[dice.randrange(100, len(data))] = dice.randrange(256)
        path.write_bytes(damaged)
        found = known(path, *URLS, warnings=[])
        assert found.items() <= ANGLES.items()


@pytest.mark.parametrize("record", [None, 7, 0.5, "text", b"", b"short", bytes(500)])
def test_a_record_of_another_kind_is_not_found(path, record):
    filled(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE labels SET record = ? WHERE id = 1", (record,))
    assert known(path, *URLS) == {url: ANGLES[url] for url in URLS[1:]}


@pytest.mark.parametrize("place", ["folder", "file above", "proc"])
def test_without_a_file_nothing_is_found_and_one_warning_says_so(tmp_path, place):
    path = tmp_path / "labels.sqlite"
    if place == "folder":
        path.mkdir()
    elif place == "file above":
        path.write_text("no folder")
        path /= "labels.sqlite"
    else:
        path = Path("/proc/labels.sqlite")
    assert len(kept(path, ANGLES)) == 1
    warnings = []
    assert known(path, *URLS, warnings=warnings) == {}
    (warning,) = warnings
    assert warning.startswith(f"The label cache {path} can't be used (")
    assert warning.endswith("): all labels are read from their servers.")


def test_on_a_full_disk_what_is_there_is_found_and_one_warning_says_what_is_wrong(path):
    some = dict(list(ANGLES.items())[:100])
    assert kept(path, some) == []
    with full_disk(path.stat().st_size):
        (warning,) = kept(path, ANGLES)
        assert known(path, *URLS) == some
    assert warning.startswith(f"The label cache {path} can't be written (")
    assert warning.endswith("what is read now will be read again next time.")
    assert known(path, *URLS) == some
    filled(path)


def test_what_can_only_be_read_is_read(path, monkeypatch):
    filled(path)
    connect = sqlite3.connect

    def read_only(where, **options):
        return connect(f"file:{where}?mode=ro", uri=True, **options)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    assert known(path, *URLS) == ANGLES
    (warning,) = kept(path, {URLS[0]: FULL})
    assert "can't be written (attempt to write a readonly database)" in warning


def test_what_is_kept_is_on_the_disk_soon_though_the_search_goes_on(path):
    async def work():
        async with LabelCache(CacheOptions(path), []) as labels:
            for url in URLS[:3]:
                labels.keep(url, ANGLES[url], "", "")
            await until(lambda: cache.size(path).labels)
            return cache.size(path).labels

    assert asyncio.run(work()) == 3


@contextmanager
def locked(path):
    """Holds the file as one does that has died in the middle of a commit, or hangs."""
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other


def test_another_process_that_writes_is_waited_for(path, monkeypatch):
    filled(path)
    monkeypatch.setattr("ard_qgis_plugin.core.labels.storage.cache_store._TURNS", 1000)
    with locked(path) as other:
        timer = threading.Timer(1, other.execute, ["ROLLBACK"])
        timer.start()
        assert known(path, *URLS) == ANGLES
        timer.join()


def test_one_that_writes_for_ever_is_not(path, monkeypatch):
    filled(path)
    monkeypatch.setattr("ard_qgis_plugin.core.labels.storage.cache_store._TURNS", 2)
    warnings = []
    with locked(path):
        assert known(path, *URLS, warnings=warnings) == {}
    (warning,) = warnings
    assert "can't be used (database is locked)" in warning
    assert known(path, *URLS) == ANGLES


def test_the_end_of_a_search_does_not_wait_for_others(path):
    filled(path)

    async def work():
        async with LabelCache(CacheOptions(path), []) as labels:
            asking = asyncio.create_task(labels.page(URLS))
            await asyncio.sleep(0.1)
            asking.cancel()
            watch = Stopwatch()
        return watch.seconds()

    with locked(path):
        assert asyncio.run(work()) < 1
    assert known(path, *URLS) == ANGLES


WRITER = """
import asyncio, sys
from pathlib import Path
from ard_qgis_plugin.core.labels import cache
from ard_qgis_plugin.core.labels.storage import cache_store
from ard_qgis_plugin.core.model.observation import Angles

async def main(path, start):
    warnings = []
    async with cache.LabelCache(cache.CacheOptions(path), warnings) as labels:
        for number in range(start, start + 200):
            angles = Angles("pds3", incidence=number / 9)
            labels.keep(f"https://example.org/{number}", angles, "", "")
            labels.keep("https://example.org/shared", Angles("pds3", incidence=1.0), "", "")
            await labels.page([f"https://example.org/{n}" for n in range(number - 9, number)])
    assert warnings == []

cache._PAUSE, cache_store._TURNS = 0.02, 1000
asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
"""


def test_several_processes_can_begin_it_and_write_at_once(path):
    command = [sys.executable, "-c", WRITER, str(path)]
    children = [
        subprocess.Popen([*command, str(start)], stderr=subprocess.PIPE, text=True)
        for start in (0, 200, 400)
    ]
    assert [child.communicate(timeout=300)[1] for child in children] == [""] * 3
    urls = [f"https://example.org/{number}" for number in range(600)]
    found = known(path, *urls)
    assert found == {url: Angles("pds3", incidence=n / 9) for n, url in enumerate(urls)}
    assert cache.size(path).labels == 601
