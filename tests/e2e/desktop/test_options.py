"""The plugin's page in the real options dialog: found by its words, stored with OK."""

from __future__ import annotations

import pytest

from tests.support.qgis_process import STAGE
from tests.support.systems.desktop import run_desktop


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Returns what the look found, and the profile's settings after it."""
    folder = tmp_path_factory.mktemp("options")
    findings = run_desktop("options_walk:walk", folder, STAGE, {})
    assert findings.errors == (), findings.log
    ini = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    return findings.facts, ini.read_text()


def test_the_dialogs_search_finds_it_by_its_words(walked):
    facts, _ = walked
    assert facts["found"]["rclone program"]
    assert facts["found"]["Labels read at the same time"]
    assert facts["found"]["Clear label cache"]
    assert not facts["found"]["no such setting anywhere"]


def test_it_says_how_much_the_label_cache_holds(walked):
    facts, _ = walked
    assert facts["kept"] == "0 labels on the disk, 0.0 MB."


def test_ok_stores_what_was_typed(walked):
    _, ini = walked
    section = ini.partition("[planetary_ard]")[2].partition("[")[0]
    assert "remote=mine" in section
    assert "concurrency=64" in section
