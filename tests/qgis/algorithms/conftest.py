"""ard:search with options of the tests' own, into a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProcessingFeedback

from ard_qgis_plugin.algorithms.search import search
from tests.support.in_qgis.fault_matrix import Searcher


@pytest.fixture
def searcher(
    tmp_path: Path, feedback: QgsProcessingFeedback, monkeypatch: pytest.MonkeyPatch
) -> Searcher:
    """Returns what runs the search."""
    folder = tmp_path / "results"
    folder.mkdir()
    searcher = Searcher(folder, feedback)
    monkeypatch.setattr(search, "network_options", lambda *_, **__: searcher.options)
    return searcher
