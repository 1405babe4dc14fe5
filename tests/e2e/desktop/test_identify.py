"""The real desktop: the guide behind Help, what Identify tells, the map tip."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.systems.desktop import run_desktop

STAGE = Path(__file__).parents[3] / "build" / "stage"


@pytest.fixture(scope="module")
def walked(planet, tmp_path_factory):
    """Returns what the walk found."""
    assert (STAGE / "ard_qgis_plugin").is_dir(), "there is no staged plugin yet: run `make stage`"
    folder = tmp_path_factory.mktemp("desktop")
    settings = {
        "planetary_ard": {"api_url": planet.stac},
        "locale": {"userLocale": "fr", "overrideFlag": "true"},
    }
    findings = run_desktop("identify_walk:walk", folder, STAGE, settings)
    assert findings.errors == (), findings.log
    return findings.facts


def test_help_opens_the_page_of_the_search(walked):
    (file,) = walked["help"]
    assert Path(file).is_file()
    assert Path(file).name == "search.html"


def test_identify_tells_the_incidence_first(walked):
    titles = [title for title, _ in walked["identified"]]
    actions = titles.index("(Actions)")
    first = next(at for at in range(actions + 1, len(titles)) if titles[at])
    title, value = walked["identified"][first]
    assert title == "Angle d'incidence (°)"
    assert re.fullmatch(r"\d+\.\d\d", value)


def test_the_map_tip_has_text_and_thumbnail(walked):
    assert walked["white"] > 10_000  # pixels, on a dark map
    if walked["has_webkit"]:
        assert walked["thumbnail"] > 5000  # grey ones; its text alone has fewer than half of that
