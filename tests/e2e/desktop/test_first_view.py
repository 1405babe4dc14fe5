"""The real desktop, as a new user finds it: from the welcome page to a first result."""

from __future__ import annotations

from pathlib import Path

import pytest

from ard_qgis_plugin.core.model.known_collections import known_collection
from tests.support.systems.desktop import run_desktop

STAGE = Path(__file__).parents[3] / "build" / "stage"


@pytest.fixture(scope="module")
def facts(planet, tmp_path_factory):
    """Returns what the walk found."""
    assert (STAGE / "ard_qgis_plugin").is_dir(), "there is no staged plugin yet: run `make stage`"
    settings = {"planetary_ard": {"api_url": planet.stac}}
    findings = run_desktop(
        "first_view_walk:walk", tmp_path_factory.mktemp("first"), STAGE, settings
    )
    assert findings.errors == (), findings.log
    return findings.facts


def test_the_button_leads_from_the_welcome_page_to_a_map(facts):
    assert facts["welcome"] == {"canvas": False, "layers": 0}
    first = facts["first"]
    assert first["canvas"]
    assert first["crs"] == "IAU_2015:30100"
    west, south, east, north = first["extent"]
    assert west < 3.6 < east
    assert south < 4.2 < north
    assert first["layers"] == ["Longitude and latitude", "Named places"]


def test_two_clicks_lead_to_a_result(facts):
    result = facts["result"]
    assert result["clicks"] == 2
    count, _, every = result["shown"].partition(" of ")
    assert int(count) == int(every) > 10
    assert result["crs"] == "IAU_2015:30100"


def test_no_red_bar_stays(facts):
    assert facts["first"]["bars"] == facts["result"]["bars"] == facts["mars"]["bars"] == []


def test_on_mars_the_collections_of_mars_are_ticked(facts):
    mars = facts["mars"]
    assert mars["crs"] == "IAU_2015:49900"
    assert {known_collection(each).body for each in mars["collections"].split(", ")} == {"Mars"}
    assert "[IAU_2015:49900]" in mars["extent"]


def test_a_polar_map_without_a_layer_stays_polar(facts):
    polar = facts["polar"]
    assert polar["found"] > 0
    assert polar["crs"] == "IAU_2015:30135"
    assert not polar["empty"]
    assert polar["near the pole"]
    assert polar["width"] > 10_000  # m, so that the footprints are seen


def test_a_loaded_layer_follows_its_file(facts):
    few, all_, none = facts["again"]
    assert 0 < few["found"] < all_["found"]
    assert none["found"] == 0
    for each in (few, all_, none):
        assert each["layers"] == [each["found"]]
    assert few["widths"][0] < 10
    assert all_["widths"][0] > 300


def test_nothing_went_wrong_on_the_way(facts):
    assert not any("Traceback" in log for log in facts["logs"])
