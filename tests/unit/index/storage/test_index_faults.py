"""An index that is damaged, foreign, locked, or can't be read or written: one sentence each."""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from contextlib import closing

import pytest

from ard_qgis_plugin.core.index.storage.columns import TYPES
from ard_qgis_plugin.core.index.storage.entry import Entry
from ard_qgis_plugin.core.index.storage.geopackage import wkt
from ard_qgis_plugin.core.index.storage.lock import WriterLock
from ard_qgis_plugin.core.index.storage.store import IndexStore
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.errors import ArdError, IndexFileError, InputError
from ard_qgis_plugin.core.model.observation import Observation
from tests.support.caches import full_disk
from tests.support.files import damages
from tests.support.indices import MOON, check, found, keep, opened, rows
from tests.support.searches import add_labels, nothing_left
from tests.support.servers.stac_api import StacApi
from tests.support.systems.read_only import as_nobody, only_to_read

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture
def api():
    with StacApi({}, largest_page=20) as api:
        add_labels(api, "a", 60)
        yield api


@pytest.fixture
def index(path, api):
    keep(path, api)
    return path


def sentence_of(caught):
    text = str(caught.value)
    assert "\n" not in text
    assert text.endswith(".")
    assert len(text) < 400
    return text


DAMAGE = damages(zeros=32768, noise=4000)


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_said_and_left_as_it_is(index, api, damage):
    damaged = DAMAGE[damage](index.read_bytes())
    index.write_bytes(damaged)
    with pytest.raises(IndexFileError) as caught:
        found(index, api)
    assert "moon.gpkg" in sentence_of(caught)
    with pytest.raises(IndexFileError) as caught:
        keep(index, api)
    assert "moon.gpkg" in sentence_of(caught)
    assert index.read_bytes() == damaged
    nothing_left(api)


def foreign(path, **pragmas):
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE notes (text)")
        for name, value in pragmas.items():
            database.execute(f"PRAGMA {name} = {value}")
        database.commit()


@pytest.mark.parametrize("pragmas", [{}, {"application_id": 0x47504B47}])
def test_another_database_is_not_touched(path, api, pragmas):
    foreign(path, **pragmas)
    before = path.read_bytes()
    for work in (lambda: keep(path, api), lambda: found(path, api)):
        with pytest.raises(IndexFileError) as caught:
            work()
        assert "is no index that ard:index made" in sentence_of(caught)
    assert path.read_bytes() == before


CHANGES = {
    "form": "UPDATE ard_index SET form = 'x'",
    "body": "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 'x' WHERE srs_id > 0",
    "unknown body": "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 7 WHERE srs_id > 0",
    "state": "UPDATE collection SET state = 'null'",
    "place": "UPDATE collection SET state = json_set(state, '$.place', 'x')",
    "time": "UPDATE collection SET state = json_set(state, '$.checked_at', 'x')",
    "word": "UPDATE word SET text = 'x' WHERE text = 'ok'",
    "files": "DELETE FROM files",
    "names": "UPDATE files SET text = text || 'x'",
    "shape": "UPDATE observation SET geom = substr(geom, 1, 20)",
}


@pytest.mark.parametrize("change", CHANGES)
def test_tables_of_that_name_with_something_else_in_them(index, api, change):
    with closing(sqlite3.connect(index)) as database:
        database.execute(CHANGES[change])
        database.commit()
    with pytest.raises(IndexFileError) as caught:
        found(index, api)
    assert "no index" in sentence_of(caught)
    nothing_left(api)


@pytest.mark.parametrize("name", sorted(name for name in TYPES if TYPES[name] == "REAL"))
@pytest.mark.parametrize("value", ["61,5", b"x"], ids=["text", "bytes"])
def test_what_is_no_number_is_said_with_its_place(index, api, name, value):
    with closing(sqlite3.connect(index)) as database:
        database.execute(f"UPDATE observation SET {name} = ? WHERE id = 'a-007'", (value,))
        database.commit()
    with pytest.raises(IndexFileError) as caught:
        found(index, api)
    assert f"{name} of a-007 is {str(value)!r}, not a number" in sentence_of(caught)
    nothing_left(api)


def test_a_user_s_own_layer_of_another_body_changes_nothing(index, api):
    with closing(sqlite3.connect(index)) as database:
        other = ("Mercury", 19900, "IAU_2015", 19900, wkt(body_named("Mercury")))
        database.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)", other)
        database.commit()
    with opened(index) as there:
        assert there.body_code == MOON.iau_code
    assert keep(index, api).total == 60


def test_through_a_link_it_is_the_same_file(index, api, tmp_path):
    link, new = tmp_path / "link.gpkg", tmp_path / "new link.gpkg"
    link.symlink_to(index)
    new.symlink_to(tmp_path / "elsewhere.gpkg")
    with WriterLock(index), pytest.raises(IndexFileError, match="being written"):
        keep(link, api)
    assert keep(link, api).total == keep(new, api).total == 60
    assert link.is_symlink()
    assert new.is_symlink()
    check(tmp_path / "elsewhere.gpkg")
    assert not list(tmp_path.glob("*.lock"))


def test_a_folder_of_that_name(path, api):
    path.mkdir()
    with pytest.raises(IndexFileError) as caught:
        keep(path, api)
    assert "is a folder" in sentence_of(caught)


def test_an_empty_file_becomes_an_index(path, api):
    path.touch()
    assert keep(path, api).total == 60
    check(path)


def test_an_index_of_a_later_version_is_left_alone(index, api):
    with closing(sqlite3.connect(index)) as database:
        database.execute("UPDATE ard_index SET form = 99")
        database.commit()
    for work in (lambda: keep(index, api), lambda: found(index, api)):
        with pytest.raises(IndexFileError) as caught:
            work()
        assert "update the plugin" in sentence_of(caught)


def test_an_index_of_an_earlier_version_gets_the_columns_that_it_lacks(index, api):
    with closing(sqlite3.connect(index)) as database:
        database.execute("DROP VIEW footprints")
        database.execute("ALTER TABLE observation DROP COLUMN shadow_y")
        database.execute("CREATE VIEW footprints AS SELECT fid AS OGC_FID FROM observation")
        database.commit()
    observations = found(index, api)  # it can be read as it is
    assert len(observations) == 60
    assert {one.angles.shadow_y for one in observations} == {None}
    assert keep(index, api).total == 60
    with closing(sqlite3.connect(index)) as database:
        names = [row[1] for row in database.execute("PRAGMA table_info(footprints)")]
    assert {"shadow_y", "image_url"} <= set(names)
    check(index)


def test_an_index_of_another_body(index):
    with pytest.raises(InputError) as caught:
        IndexStore(index, body_named("Mars"))
    assert "is of Moon, not of Mars" in sentence_of(caught)


def test_a_file_or_folder_that_is_not_there(tmp_path, api):
    for place in ("nothing.gpkg", "nothing.zip", "."):
        with pytest.raises(IndexFileError) as caught:
            found(tmp_path / place, api)
        sentence_of(caught)
    with pytest.raises(IndexFileError) as caught:
        keep(tmp_path / "nowhere" / "moon.gpkg", api)
    assert "can't be written" in sentence_of(caught)


@pytest.mark.parametrize("names", [(), ("a.txt",), ("a.gpkg", "b.gpkg")])
def test_a_zip_without_one_index(tmp_path, api, names):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    with pytest.raises(IndexFileError) as caught:
        found(tmp_path / "x.zip", api)
    assert "one is expected" in sentence_of(caught)


def test_a_zip_that_macos_made(tmp_path, index, api):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.write(index, "maps/moon.gpkg")
        archive.writestr("__MACOSX/maps/._moon.gpkg", b"of the Finder")
    assert len(found(tmp_path / "x.zip", api)) == 60


def test_a_zip_that_is_damaged(tmp_path, index, api):
    packed = tmp_path / "x.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(index, "moon.gpkg")
    data = bytearray(packed.read_bytes())
    data[200:900] = bytes(700)
    packed.write_bytes(data)
    with pytest.raises(IndexFileError) as caught:
        found(packed, api)
    assert "can't be unpacked" in sentence_of(caught)
    assert list((tmp_path / "unpacked").iterdir()) == []
    packed.write_bytes(b"no zip")
    with pytest.raises(IndexFileError):
        found(packed, api)


def test_a_full_disk_is_said_and_costs_nothing_that_was_kept(path, api):
    with full_disk(150_000), pytest.raises(ArdError) as caught:
        keep(path, api)
    assert "full" in sentence_of(caught) or "disk I/O" in sentence_of(caught)
    nothing_left(api)
    assert not list(path.parent.glob("*.new"))
    if path.exists():
        check(path)
    assert keep(path, api).total == 60
    check(path)


def test_a_disk_that_fills_up_later(path, api):
    keep(path, api, max_items=20)
    before = rows(path)
    with full_disk(10_000), pytest.raises(ArdError) as caught:
        keep(path, api)
    sentence_of(caught)
    check(path)
    assert rows(path)[1:] == before[1:]
    assert keep(path, api).total == 60


def test_a_folder_and_a_file_that_can_only_be_read(index, api):
    expected = found(index, api)
    with only_to_read(index) as path:
        assert found(path, api) == expected
        with pytest.raises(IndexFileError) as caught:
            keep(path, api)
        assert "can't be written" in sentence_of(caught)
        assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_folder_that_can_not_be_looked_into(api):
    with tempfile.TemporaryDirectory() as folder, as_nobody():  # root's own
        for name in ("moon.gpkg", "moon.zip"):
            with pytest.raises(IndexFileError) as caught:
                found(f"{folder}/{name}", api)
            assert "Permission denied" in sentence_of(caught)


def test_a_file_in_wal_mode_is_read_where_nothing_can_be_written(index, api):
    """As QGIS leaves one that it has open: SQLite wants to write beside it, even to read."""
    with closing(sqlite3.connect(index)) as database:
        database.execute("PRAGMA journal_mode = WAL")
    with only_to_read(index) as path:
        assert len(found(path, api)) == 60
    journal = index.with_name(f"{index.name}-journal")
    journal.write_bytes(b"unfinished" * 100)
    with only_to_read(index, journal) as path, pytest.raises(IndexFileError):
        found(path, api)  # a writer was killed: it would not be whole


def test_while_another_program_holds_the_file(index, api, monkeypatch):
    monkeypatch.setattr("ard_qgis_plugin.core.index.storage.writable._PATIENCE", 0.1)
    monkeypatch.setattr("ard_qgis_plugin.core.index.open_index._PATIENCE", 0.1)
    with closing(sqlite3.connect(index, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for work in (lambda: keep(index, api), lambda: found(index, api)):
            with pytest.raises(IndexFileError) as caught:
                work()
            assert "in use by another program" in sentence_of(caught)
    assert keep(index, api).total == 60


def test_nothing_of_a_failed_write_stays(index):
    with IndexStore(index, MOON) as store:
        good, bad = Observation("x", "a", "Moon"), Observation("y", "a", "Moon", gsd=object())
        entries = store.compare("a", [Entry(good), Entry(bad)], ())
        with pytest.raises(ArdError):
            store.put("a", entries)
        store.put("a", entries[:1])
    check(index)
    with opened(index) as there:
        assert next(iter(there.select("SELECT count(*) FROM observation", ())))[0] == 61
