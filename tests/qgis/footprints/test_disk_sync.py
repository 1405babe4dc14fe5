"""A new layer's file waits for the disk once; a database of the user's is written as ever."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest
from osgeo import gdal
from qgis.core import QgsProcessing

from ard_qgis_plugin.bridge.footprints import crs_repair, disk_sync
from ard_qgis_plugin.bridge.footprints.crs_repair import restore_authority
from ard_qgis_plugin.bridge.footprints.disk_sync import SYNCHRONOUS, synced_once, synchronous
from ard_qgis_plugin.core.model.bodies import body_named


def waits_for() -> str | None:
    return gdal.GetThreadLocalConfigOption(SYNCHRONOUS)


@pytest.fixture
def synced(monkeypatch) -> list[int]:
    """Returns the sizes of the files that are synced from now on."""
    sizes: list[int] = []
    real = os.fsync

    def noted(number: int) -> None:
        sizes.append(os.fstat(number).st_size)
        real(number)

    monkeypatch.setattr(disk_sync.os, "fsync", noted)
    return sizes


def test_a_file_of_its_own_is_synced_once_at_the_end(tmp_path, synced):
    file = tmp_path / "new.gpkg"
    with synced_once(str(file)) as written:
        assert waits_for() == "OFF"
        file.write_bytes(b"whole")
        assert synced == []
        written.append(f"{file}|layername=new")
    assert synced == [5]
    assert waits_for() is None


def test_a_temporary_layer_is_such_a_file():
    with synced_once(QgsProcessing.TEMPORARY_OUTPUT):
        assert waits_for() == "OFF"
    assert waits_for() is None


@pytest.mark.parametrize(
    "destination",
    ["ogr:dbname='{}' table=\"new\" (geom)", "postgres:dbname=ard table=new", "memory:", None],
)
def test_a_database_that_others_use_is_written_as_ever(destination, tmp_path, synced):
    file = tmp_path / "users.gpkg"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE others (id)")
    with synced_once(destination and destination.format(file)):
        assert waits_for() is None
    assert synced == []


def test_a_failure_leaves_the_option_as_it_was(tmp_path, synced):
    with pytest.raises(OSError, match="full"), synced_once(str(tmp_path / "new.gpkg")):
        raise OSError("full")
    assert waits_for() is None
    assert synced == []


def test_the_crs_is_restored_without_waiting_for_the_disk_either(tmp_path, monkeypatch):
    file, said = tmp_path / "new.gpkg", []
    connect = sqlite3.connect

    def traced(*arguments: object) -> sqlite3.Connection:
        connection = connect(*arguments)
        connection.set_trace_callback(said.append)
        return connection

    monkeypatch.setattr(crs_repair.sqlite3, "connect", traced)
    with synced_once(str(file)):
        restore_authority(file, body_named("Moon"), synchronous())
    restore_authority(file, body_named("Moon"), synchronous())
    pragmas = [sql for sql in said if "synchronous" in sql]
    assert pragmas == ["PRAGMA synchronous = OFF", "PRAGMA synchronous = FULL"]
