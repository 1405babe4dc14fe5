"""The image finder in the real desktop: open, search, drag, a point, flick, add, download, keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.in_qgis.footprint_layers import write_apart
from tests.support.systems.desktop import run_desktop

STAGE = Path(__file__).parents[3] / "build" / "stage"
MINUTE = 60  # seconds
CLICKS = 6


def run(planet, folder, scenario, **walk):
    assert (STAGE / "ard_qgis_plugin").is_dir(), "there is no staged plugin yet: run `make stage`"
    settings = {"planetary_ard": {"api_url": planet.stac}, "walk": walk}
    findings = run_desktop(f"finder_walk:{scenario}", folder, STAGE, settings)
    assert findings.errors == (), findings.log
    return findings.facts


@pytest.fixture(scope="module")
def walked(planet, tmp_path_factory):
    """Returns what the walk found."""
    return run(planet, tmp_path_factory.mktemp("finder"), "walk")


def test_nothing_of_it_is_made_at_start_up(walked):
    assert walked["made_at_start"] is False
    assert walked["found"] == "36 of 36"


def test_the_count_follows_while_a_range_is_dragged_and_the_map_with_it(walked):
    counts = [int(each.split()[0]) for each in walked["dragging"]["counts"]]
    assert counts == sorted(counts)
    assert len(set(counts)) > 3
    assert walked["dragging"]["attribute"].startswith("CASE WHEN")


def test_when_it_is_let_go_the_layer_holds_what_is_counted_and_its_style_is_its_own(walked):
    dragged = walked["dragged"]
    assert dragged["count"] == f"{dragged['drawn']} of 36"
    assert "incidence_angle" in dragged["subset"]
    assert not dragged["attribute"].startswith("CASE")


def test_a_range_of_azimuths_over_north_is_drawn_with_the_mouse(walked):
    rose = walked["rose"]
    assert rose["low"] > rose["high"]
    assert int(rose["count"].split()[0]) < walked["dragged"]["drawn"]
    assert "\N{BLACK CIRCLE}" in rose["button"]


def test_a_click_on_the_map_lists_what_sees_that_place(walked):
    point = walked["point"]
    assert point["count"] == f"{len(point['spoken'])} of 36"
    assert "4.30° N, 3.80° E" in point["said"]


def test_images_are_flicked_through_added_and_measured(walked):
    assert len(set(walked["flicked"])) == 2
    shown = int(walked["point"]["count"].split()[0])
    assert walked["added"] == shown
    assert walked["size"].startswith(f"Images: {shown}, ")
    assert walked["size"].endswith("B")
    assert walked["download"] == "ard:download"


def test_the_best_lit_image_of_a_crater_is_found_within_a_minute_and_six_clicks(planet, tmp_path):
    facts = run(planet, tmp_path, "six_clicks")
    assert facts["clicks"] <= CLICKS
    assert facts["seconds"] < MINUTE
    angles = [float(each.split("incidence ")[1].split("°")[0]) for each in facts["spoken"]]
    assert min(angles, key=lambda angle: abs(angle - 65)) == angles[0]
    assert facts["spoken"][0].startswith(facts["image"])


def test_limits_and_ticks_are_found_again_with_the_project_and_the_users_filter_stays(
    planet, tmp_path
):
    path = tmp_path / "mine.gpkg"
    write_apart(200, path)
    check_kept(run(planet, tmp_path / "desktop", "kept", footprints=path))


def test_a_table_in_postgis_is_chosen_from_as_well(planet, postgres, qgis, tmp_path):
    table = f'{postgres.database("finder")} table="public"."footprints" (geom)'
    everywhere = "-180,180,-90,90 [IAU_2015:30100]"
    searched = qgis.run(
        "ard:search", API_URL=planet.stac, EXTENT=everywhere, OUTPUT=f"postgis:{table}"
    )
    assert searched.code == 0, searched.output
    quoted = '"' + table.replace('"', '\\"') + '"'  # as an ini file has it
    found = run(planet, tmp_path, "kept", footprints=quoted, provider="postgres")
    check_kept(found)
    assert found["before"]["all"] == "60 of 60"


def check_kept(facts):
    assert facts["before"] == facts["after"]
    assert facts["before"]["shown"].startswith(f"{facts['before']['drawn']} of ")
    name, left_out = facts["ticked_off"]
    assert name in left_out
    assert '"emission_angle" < 60' in facts["reset"]
    assert "incidence" not in facts["reset"]
