"""Memory stays flat: where all buffers are full, many more observations take hardly more of it."""

from __future__ import annotations

import os

import pytest

from tests.bench.search.memory import peak
from tests.support.servers.large_catalogue import serve_large_catalogue

FEW = 5000  # fill all buffers, which take 25 to 35 MB more than an all but empty search
MANY = int(os.environ.get("ARD_MEMORY_OBSERVATIONS", "20000"))
MOST = 200 / 100_000  # MB an observation, above what few take


@pytest.mark.proc
def test_many_observations_take_hardly_more_memory_than_few():
    with serve_large_catalogue() as root:
        few, many = peak(root, FEW), peak(root, MANY)
    print(f"{FEW:,}: {few:.0f} MB; {MANY:,}: {many:.0f} MB")
    assert many - few < MOST * (MANY - FEW)
