"""Spool: rows wait in order, in memory or on disk, and a full disk is one sentence."""

from __future__ import annotations

import pytest

from ard_qgis_plugin.core.model.errors import OutputError
from ard_qgis_plugin.core.search import spool
from ard_qgis_plugin.core.search.spool import Spool
from tests.support.caches import full_disk

_DISK = 4000  # bytes
NAMES = ["", "\ud800 é 🌙"]
ROWS = [(b"\x00wkb", f"id {n}", n * 0.5, None, True, NAMES[n % 2]) for n in range(99)]


@pytest.mark.parametrize("in_memory", [1, 1000, 10**6])
def test_rows_come_back_as_they_were_and_as_often_as_wanted(monkeypatch, in_memory):
    monkeypatch.setattr(spool, "_IN_MEMORY", in_memory)
    with Spool() as rows:
        assert list(rows) == []
        for start in range(0, len(ROWS), 7):
            rows.extend(ROWS[start : start + 7])
        assert len(rows) == 99
        assert list(rows) == ROWS
        assert list(rows) == ROWS


def test_the_file_is_gone_afterwards(monkeypatch, tmp_path):
    monkeypatch.setattr(spool, "_IN_MEMORY", 10)
    monkeypatch.setattr(spool.tempfile, "tempdir", str(tmp_path))
    with Spool() as rows:
        for row in ROWS:
            rows.extend([row])
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_takes_no_more_is_one_sentence(monkeypatch):
    monkeypatch.setattr(spool, "_IN_MEMORY", 10)
    with Spool() as rows, full_disk(_DISK):
        rows.extend(ROWS[:1])
        with pytest.raises(OutputError, match="temporary folder") as caught:
            rows.extend([(bytes(_DISK * 9),)])
    assert "File too large; free some space there." in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_disk_that_takes_no_more_at_the_end_is_the_same_sentence(monkeypatch):
    monkeypatch.setattr(spool, "_IN_MEMORY", 10)
    with Spool() as rows, full_disk(_DISK):
        for _ in range(3):  # all of them less than a buffer
            rows.extend([(bytes(_DISK // 2),)])
        with pytest.raises(OutputError, match="File too large; free some space there"):
            next(iter(rows))
