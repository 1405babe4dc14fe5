"""The real desktop: images under coloured footprints, over a network of 50 ms latency."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.servers.s3 import in_front
from tests.support.systems.desktop import run_desktop
from tests.support.systems.metronome import beating

STAGE = Path(__file__).parents[3] / "build" / "stage"
LATENCY = 0.05  # seconds a request


@pytest.fixture(scope="module")
def walked(planet, tmp_path_factory):
    """Returns what the walk found, and the folder of its pictures."""
    assert (STAGE / "ard_qgis_plugin").is_dir(), "there is no staged plugin yet: run `make stage`"
    folder = tmp_path_factory.mktemp("images")
    settings = {"planetary_ard": {"api_url": planet.stac}}
    with (
        in_front(planet.http, delay=LATENCY) as (far, _),
        pytest.MonkeyPatch.context() as patch,
        beating() as beat,
    ):
        patch.setenv("ARD_TEST_IMAGES", far)
        findings = run_desktop("images_walk:images", folder, STAGE, settings)
    assert findings.errors == (), findings.log
    print(findings.facts)
    return {**findings.facts, "machine": beat.worst / 1000}, folder


def test_fifty_images_are_added_and_the_rest_is_counted(walked):
    facts, _ = walked
    assert facts["results"] == {"ADDED": 50, "LEFT_OUT": 10, "FAILED": 0}
    assert facts["rasters"] == 50


def test_they_appear_soon_and_the_interface_stays_free(walked):
    facts, _ = walked
    # a few, on a machine with nothing else to do
    assert facts["seconds"] < 30 + facts["machine"]
    assert facts["longest_pause"] < 5 + facts["machine"]


def test_the_images_lie_under_the_footprints(walked):
    facts, folder = walked
    assert facts["tree"][0] == "Footprints: Moon"
    assert len(facts["tree"]) == 4  # three collections
    assert facts["grey"] > 30
    assert (folder / "5-images.png").stat().st_size > 100_000
