"""Memory stays flat: a hundred times the observations take hardly more of it."""

from __future__ import annotations

import os

import pytest

from tests.bench.memory import peak
from tests.plenty import serve_plenty

MANY = int(os.environ.get("ARD_MEMORY_OBSERVATIONS", "20000"))
MOST = 200 / 100_000  # MB an observation, above what 1,000 take


@pytest.mark.proc
def test_many_observations_take_hardly_more_memory_than_few():
    with serve_plenty() as root:
        few, many = peak(root, 1000), peak(root, MANY)
    print(f"1,000: {few:.0f} MB; {MANY:,}: {many:.0f} MB")
    assert many - few < MOST * MANY
