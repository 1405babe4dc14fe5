"""A QGIS without the libraries: the provider is there, and says what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.qgis_process import PLUGIN, STAGE, QgisProcess

TUTORIAL = "3,5,4,6 [IAU_2015:30100]"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Returns a plugin folder with the staged plugin less its libraries."""
    without = shutil.ignore_patterns("extlibs")
    shutil.copytree(STAGE / PLUGIN, tmp_path / "plugins" / PLUGIN, ignore=without)
    return tmp_path / "plugins"


def test_it_is_listed_and_says_what_is_missing(bare: Path, tmp_path: Path) -> None:
    qgis = QgisProcess(tmp_path / "profile", bare)
    assert "ard:search" in qgis.call("list").stdout
    run = qgis.run("ard:search", EXTENT=TUTORIAL, OUTPUT=tmp_path / "never.gpkg")
    assert run.code != 0
    assert "Traceback" not in run.output
    for part in ("pystac-client, pvl, aiohttp and shapely", "missing", "qpip", "pip install"):
        assert part in run.output
    assert not (tmp_path / "never.gpkg").exists()


def test_a_broken_library_is_named(tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    shutil.copytree(STAGE / PLUGIN, plugins / PLUGIN)
    broken = plugins / PLUGIN / "extlibs" / "pvl" / "__init__.py"
    broken.write_text("raise RuntimeError('half an installation')\n")
    run = QgisProcess(tmp_path / "profile", plugins).run(
        "ard:search", EXTENT=TUTORIAL, OUTPUT=tmp_path / "never.gpkg"
    )
    assert run.code != 0
    assert "pvl" in run.output
    assert "can't be loaded (half an installation)" in run.output
    assert "Traceback" not in run.output
