"""The interface stays alive: the real desktop while 10,000 observations are searched, twice."""

from __future__ import annotations

import pytest

from tests.support.qgis_process import STAGE
from tests.support.servers.plenty import serve_plenty
from tests.support.systems.desktop import run_desktop
from tests.support.systems.metronome import beating

RUNS = ("first", "second")
EACH = 3_334  # of three collections
COUNT = 3 * EACH
WORST = 250  # ms
QUIET = 60  # ms that a program waits for a processor where the machine itself keeps time
TRIES = 3


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Returns what the walk found; taken again where the machine was late whatever ran on it."""
    for _ in range(TRIES):
        folder = tmp_path_factory.mktemp("alive")
        with serve_plenty() as root, beating() as beat:
            settings = {"planetary_ard": {"api_url": f"{root}/{EACH}"}}
            findings = run_desktop("alive_walk:walk", folder, STAGE, settings)
        assert findings.errors == (), findings.log
        queued = max(findings.facts[run]["queued"] for run in RUNS)
        facts = {**findings.facts, "machine": max(beat.worst, queued)}
        if facts["machine"] <= QUIET or max(facts[run]["worst"] for run in RUNS) <= WORST:
            break
    return facts


@pytest.mark.parametrize("run", RUNS)
def test_the_main_thread_is_never_late_while_a_large_search_runs(walked, run):
    found = walked[run]
    told = (
        f"{run} search, {found['seconds']} s from the click until the layer is drawn: a timer of "
        f"20 ms was at most {found['worst']} ms late, {walked['idle']} ms while nothing was done; "
        f"a program waited {walked['machine']} ms for a processor"
    )
    print(told)
    assert found["results"]["WITH_INCIDENCE"] == COUNT
    assert found["ticks"] * WORST > found["seconds"] * 1000, "the timer stood still"
    if walked["machine"] > QUIET and found["worst"] > WORST:
        pytest.skip(f"the machine itself was late, {TRIES} times: {told}")
    assert found["worst"] <= WORST, told


def test_the_first_search_ends_on_the_map(walked):
    ((_, layer),) = walked["first"]["layers"].items()
    assert walked["first"]["earlier"] == []
    assert layer == {
        "name": "Moon, all of it · Kaguya Terrain Camera (3)",
        "provider": "memory",
        "count": COUNT,
        "renderer": "graduatedSymbol",
        "drawn": True,
    }


def test_the_second_search_makes_a_layer_of_its_own_and_leaves_the_first(walked):
    (first,) = walked["first"]["layers"]
    layers = walked["second"]["layers"]
    assert walked["second"]["earlier"] == [first]
    assert layers.pop(first) == walked["first"]["layers"][first]
    ((_, second),) = layers.items()
    assert second["provider"] == "ogr"
    assert second["count"] == walked["second"]["results"]["MANIFEST_LINES"] == COUNT
    assert second["renderer"] == "graduatedSymbol"
    assert second["drawn"]
