"""What QGIS means to take away is an error in the real programs too, if the plugin uses it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.support.qgis_process import PLUGIN, STAGE, QgisProcess

PLANTED = """
from qgis.core import QgsCoordinateReferenceSystem

_usual = SearchAlgorithm.execute


def _planted(*arguments):
    QgsCoordinateReferenceSystem().createFromSrid(4326)
    return _usual(*arguments)


SearchAlgorithm.execute = _planted
"""


def test_a_use_of_it_ends_the_run(tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    shutil.copytree(STAGE / PLUGIN, plugins / PLUGIN)
    with (plugins / PLUGIN / "algorithms" / "search" / "search.py").open("a") as source:
        source.write(PLANTED)
    qgis = QgisProcess(tmp_path / "profile", plugins)
    run = qgis.run("ard:search", EXTENT="3,5,4,6 [IAU_2015:30100]", OUTPUT=tmp_path / "out.gpkg")
    assert run.code != 0
    assert "createFromSrid() is deprecated" in run.output
