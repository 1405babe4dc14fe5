"""The real desktop: images under coloured footprints, over a network of 50 ms latency."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.servers.s3 import in_front
from tests.support.systems.desktop import run_desktop

STAGE = Path(__file__).parents[3] / "build" / "stage"
LATENCY = 0.05  # seconds a request
LATEST = 2_000  # ms; QGIS itself takes a while for fifty layers


@pytest.fixture(scope="module")
def walked(planet, tmp_path_factory):
    """Returns what the walk found, and the folder of its pictures."""
    assert (STAGE / "ard_qgis_plugin").is_dir(), "there is no staged plugin yet: run `make stage`"
    folder = tmp_path_factory.mktemp("images")
    settings = {"planetary_ard": {"api_url": planet.stac}}
    with in_front(planet.http, delay=LATENCY) as (far, _), pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARD_TEST_IMAGES", far)
        findings = run_desktop("images_walk:images", folder, STAGE, settings)
    assert findings.errors == (), findings.log
    print(findings.facts)
    return findings.facts, folder


def test_fifty_images_are_added_and_the_rest_is_counted(walked):
    facts, _ = walked
    assert facts["results"] == {"ADDED": 50, "LEFT_OUT": 10, "FAILED": 0}
    assert facts["rasters"] == 50


def test_the_interface_stays_free_while_they_come(walked):
    facts, _ = walked
    print(f"all are there and drawn after {facts['seconds']:.1f} s")
    assert facts["latest_ms"] < LATEST


def test_the_images_lie_under_the_footprints(walked):
    facts, folder = walked
    assert facts["tree"][0] == "Footprints: Moon"
    assert len(facts["tree"]) == 4  # three collections
    assert facts["grey"] > 30
    assert (folder / "5-images.png").stat().st_size > 100_000
