"""An index whose writer is killed, at any moment; and two writers at once."""

from __future__ import annotations

import json
import random
import re
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from shutil import copy

import pytest

from ard_qgis_plugin.core.index.storage import lock
from ard_qgis_plugin.core.model.errors import IndexFileError
from tests.support.indices import UpdatedApi, check, keep, opened, rows, same_as_api, updated
from tests.support.searches import LABEL, add_labels
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi
from tests.support.systems.read_only import only_to_read

REPO = Path(__file__).parents[3]
KILLS = 10


def begun(path, api):
    """Begins to read in another process."""
    options = {"path": str(path), "root": api.root, "collections": list(api.items)}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.indices", json.dumps(options)],
        cwd=REPO,
        stdout=subprocess.PIPE,
        text=True,
    )


def kept_by_now(path):
    if not path.exists():
        return 0
    check(path)
    with opened(path) as index:
        return next(iter(index.select("SELECT count(*) FROM observation", ())))[0]


def filled(api):
    for collection, count in (("a", 160), ("b", 90)):
        add_labels(api, collection, count)
        for each in api.items[collection]:
            updated(each)


def test_killed_ten_times_it_goes_on_and_ends_as_one_run_does(tmp_path):
    path, chance = tmp_path / "killed.gpkg", random.Random(5)
    with UpdatedApi({}, largest_page=10) as api:
        filled(api)
        kept = 0
        for number in range(KILLS):
            run = begun(path, api)
            for _ in range(1 + number % 4):  # pages that are told of
                run.stdout.readline()
            try:
                run.wait(chance.uniform(0, 0.03))
            except subprocess.TimeoutExpired:
                run.kill()
            run.wait()
            run.stdout.close()
            now = kept_by_now(path)
            assert now >= kept
            kept = now
        assert kept > 0
        last = keep(path, api)
        assert last.total == 250
        labels = [one.target for one in api.requests if one.target.endswith(".pvl")]
        assert len(labels) < 250 + KILLS * 100
        keep(tmp_path / "once.gpkg", api)
        assert rows(path) == rows(tmp_path / "once.gpkg")
        assert same_as_api(path, api) == 250
        check(path)


def test_killed_in_the_middle_of_writing_it_is_read_as_it_was_before(tmp_path):
    path, killed = tmp_path / "moon.gpkg", tmp_path / "killed.gpkg"
    with StacApi({}, largest_page=50) as api:
        add_labels(api, "a", 40)
        keep(path, api)
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA cache_size = 1")  # so that it writes before the end
            database.execute("BEGIN IMMEDIATE")
            database.execute("UPDATE observation SET note = hex(randomblob(3000))")
            for each in (path, path.with_name("moon.gpkg-journal")):
                copy(each, tmp_path / each.name.replace("moon", "killed"))
            database.execute("ROLLBACK")
        journal = tmp_path / "killed.gpkg-journal"
        with (
            only_to_read(killed, journal) as there,
            pytest.raises(IndexFileError),
            opened(there),
        ):
            pass
        assert same_as_api(killed, api) == 40
        check(killed)


def test_killed_while_it_is_brought_up_to_date(tmp_path):
    path = tmp_path / "moon.gpkg"
    with StacApi({}, largest_page=10) as api:
        filled(api)
        keep(path, api, labels=False)
        del api.items["a"][5:20]
        run = begun(path, api)
        for _ in range(9):
            run.stdout.readline()
        run.kill()
        run.wait()
        run.stdout.close()
        check(path)
        with opened(path) as index:  # what was there is still found
            assert index.states["a"].read_at
        report = keep(path, api)
        assert report.total == report.with_incidence == 235
        assert same_as_api(path, api) == 235
        check(path)


def test_two_writers_at_once(tmp_path):
    path = tmp_path / "moon.gpkg"
    with StacApi({}, largest_page=10) as api:
        filled(api)
        may_end = threading.Event()
        label = faults.ok(LABEL.format(99).encode())
        api.script("/b/89.pvl", faults.held(may_end.is_set, label))
        run = begun(path, api)
        run.stdout.readline()
        with pytest.raises(IndexFileError, match="being written by another QGIS"):
            keep(path, api)
        with opened(path) as index:  # it can be read meanwhile
            assert set(index.states)
        may_end.set()
        assert run.wait(300) == 0
        run.stdout.close()
        assert keep(path, api).total == 250
        assert not list(tmp_path.glob("*.lock"))
        check(path)


def test_a_lock_that_the_writer_before_has_deleted_is_none(tmp_path, monkeypatch):
    """Else a second one would lock the old file while a third locks a new one."""
    path = tmp_path / "moon.gpkg"
    real = lock._lock
    deleted = []

    def late(file):
        if not deleted:  # the writer before ends between opening and locking
            deleted.append(file)
            path.with_name(f"{path.name}.lock").unlink()
        real(file)

    monkeypatch.setattr(lock, "_lock", late)
    with (
        lock.WriterLock(path),
        pytest.raises(IndexFileError, match="being written"),
        lock.WriterLock(path),
    ):
        pass
    assert deleted
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("size", "is_begun"), [("64k", False), ("1m", True)])
def test_on_a_disk_that_is_full(tmp_path, size, is_begun):
    """A real one, small: where it is mounted nobody else sees it."""
    disk, kept = tmp_path / "disk", tmp_path / "kept.gpkg"
    disk.mkdir()
    script = f'mount -t tmpfs -o size={size} tmpfs "$0" || exit 77; "$@"; cp -r "$0"/. "$0"/..'
    with UpdatedApi({}, largest_page=10) as api:
        filled(api)
        begin = [sys.executable, "-m", "tests.support.indices"]
        options = {"path": f"{disk}/kept.gpkg", "root": api.root, "collections": list(api.items)}
        run = subprocess.run(
            ["unshare", "--mount", "sh", "-c", script, disk, *begin, json.dumps(options)],
            cwd=REPO,
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode == 77 or "unshare" in run.stderr:
            pytest.skip("nothing can be mounted here")
        said = run.stderr.splitlines()[-1]
        assert re.search(r"IndexFileError: The index .* \(.*full.*\): check the folder's", said)
        assert [one.name for one in tmp_path.glob("kept*")] == ["kept.gpkg"] * is_begun
        if is_begun:
            check(kept)
        assert keep(kept, api).total == 250
        check(kept)
