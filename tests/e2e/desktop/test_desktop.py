"""The real desktop: toolbar button, dialog, run, coloured footprints."""

from __future__ import annotations

from pathlib import Path

import pytest

from ard_qgis_plugin.core.model.known_collections import DEFAULT_COLLECTIONS
from tests.support.systems.desktop import run_desktop

STAGE = Path(__file__).parents[3] / "build" / "stage"


@pytest.fixture(scope="module")
def walked(planet, tmp_path_factory):
    """Returns what the walk found, and the folder of its pictures."""
    assert (STAGE / "ard_qgis_plugin").is_dir(), "there is no staged plugin yet: run `make stage`"
    folder = tmp_path_factory.mktemp("desktop")
    settings = {"planetary_ard": {"api_url": planet.stac}}
    findings = run_desktop("search_walk:walk", folder, STAGE, settings)
    assert findings.errors == (), findings.log
    return findings.facts, folder


def test_the_button_and_the_menu_entry_are_there(walked):
    facts, _ = walked
    assert facts["button"]["visible"]
    assert "Planetary ARD" in facts["button"]["tip"]
    assert "Planetary ARD" in facts["menu"]


def test_the_button_opens_the_dialog_of_the_search_with_the_defaults_ticked(walked):
    facts, _ = walked
    assert facts["dialog"]["algorithm"] == "ard:search"
    assert sorted(facts["dialog"]["ticked"]) == sorted(DEFAULT_COLLECTIONS)


def test_the_run_finds_what_the_canvas_shows(walked, planet):
    facts, _ = walked
    results = facts["results"]
    assert 0 < results["FOUND"] < planet.size  # the others are far from the canvas
    assert results["WITH_INCIDENCE"] == results["FOUND"]
    assert "Execution completed" in facts["log"]
    assert "Traceback" not in facts["log"]


def test_the_layer_is_on_the_moon_and_coloured_by_incidence(walked):
    facts, _ = walked
    layer = facts["layer"]
    assert layer["name"] == "Moon, 5.0° N 4.0° E · Kaguya Terrain Camera (3)"
    assert layer["group"] == "Footprints: Moon"
    assert layer["crs"] == "IAU_2015:30100"
    assert layer["count"] == facts["results"]["FOUND"]
    assert layer["renderer"] == "graduatedSymbol"
    assert "incidence_angle" in layer["attribute"]
    assert "incidence_angle" in layer["map_tip"]


def test_the_canvas_shows_the_colours(walked):
    facts, _ = walked
    assert facts["colours_before"] == 0
    assert facts["colours_after"] > 5_000


def test_a_picture_of_each_step_is_left(walked):
    _, folder = walked
    pictures = sorted(path.name for path in folder.glob("*.png"))
    assert pictures == ["1-button.png", "2-dialog.png", "3-run.png", "4-footprints.png"]
