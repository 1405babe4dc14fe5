"""The plugin's requirements: pinned, closed, and nothing in them that QGIS brings itself."""

from __future__ import annotations

import re
from importlib.metadata import requires
from importlib.metadata import version as installed_version

import pytest
from packaging.requirements import Requirement

from tests.support.qgis_process import ROOT

LINES = (ROOT / "ard_qgis_plugin" / "requirements.txt").read_text().splitlines()
REQUIREMENTS = [Requirement(line) for line in LINES if line and not line.startswith("#")]
NAMES = {each.name.replace("_", "-") for each in REQUIREMENTS}
FROM_QGIS = {"numpy", "requests", "python-dateutil", "idna"}  # idna comes with requests
HERE = [each for each in REQUIREMENTS if not each.marker or each.marker.evaluate()]


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda each: each.name)
def test_each_is_pinned(requirement):
    assert re.fullmatch(r"==\d+(\.\d+)+", str(requirement.specifier))
    assert not requirement.extras
    assert not requirement.url


def test_none_replaces_what_qgis_brings():
    assert not NAMES & FROM_QGIS


@pytest.mark.parametrize("requirement", HERE, ids=lambda each: each.name)
def test_the_list_is_closed(requirement):
    assert installed_version(requirement.name) in requirement.specifier
    for text in requires(requirement.name) or ():
        needed = Requirement(text)
        if needed.marker and not needed.marker.evaluate({"extra": ""}):
            continue
        name = needed.name.lower().replace("_", "-")
        assert name in NAMES | FROM_QGIS, f"{requirement.name} needs {name}"
