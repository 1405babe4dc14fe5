"""Spool: what waits on disk comes back as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ard_qgis_plugin.core.spool import Spool

VALUES = st.none() | st.text() | st.binary() | st.integers() | st.floats(allow_nan=False)


@given(st.lists(st.lists(VALUES).map(tuple)))
def test_rows_come_back_in_order_and_unchanged(rows):
    with Spool() as spool:
        for row in rows:
            spool.append(row)
        assert len(spool) == len(rows)
        assert list(spool) == rows
        assert list(spool) == rows  # a second time too


def test_more_than_fits_in_memory_waits_in_a_file():
    row = (b"\x00\xff" * 100_000, "ü", 0.1)
    with Spool() as spool:
        for _ in range(40):
            spool.append(row)
        assert all(found == row for found in spool)
