"""The examples of the user guide and the README, run as they stand, over the sample planet."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sample.servers import SamplePlanetServers
from tests.support.qgis_process import ROOT, STAGE, QgisProcess, program

PAGES = ("docs/user-guide.md", "docs/index.md", "README.md")
# QGIS's own console has all this already.
CONSOLE = """
import sys
sys.path[:0] = ["/usr/share/qgis/python/plugins", {stage!r}]
from qgis.core import QgsApplication, QgsSettings
application = QgsApplication([], False)
application.initQgis()
QgsSettings().setValue("planetary_ard/api_url", {api!r})
from processing.core.Processing import Processing
Processing.initialize()
import ard_qgis_plugin
plugin = ard_qgis_plugin.classFactory(None)
plugin.initProcessing()
{example}
application.exitQgis()
"""


def examples(page: str) -> list[tuple[str, str]]:
    """Returns the examples of a page as (language, code): what runs qgis_process or Python."""
    block = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    blocks = block.findall((ROOT / page).read_text())
    return [(kind, code) for kind, code in blocks if kind == "python" or "qgis_process " in code]


@pytest.fixture
def environment(planet: SamplePlanetServers, tmp_path: Path) -> dict[str, str]:
    """Returns an environment with the sample planet as QGIS's catalogue and rclone's server."""
    profile = tmp_path / "profile"
    QgisProcess(profile)
    ini = profile / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    with ini.open("a") as file:
        file.write(f"\n[planetary_ard]\napi_url={planet.stac}\n")
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "qgis_process").symlink_to(program())
    return {
        **os.environ,
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "QGIS_PLUGINPATH": str(STAGE),
        "QT_QPA_PLATFORM": "offscreen",
        "RCLONE_CONFIG_S3_NOAUTH_PROVIDER": "Other",
        "RCLONE_CONFIG_S3_NOAUTH_ENDPOINT": planet.s3,
    }


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_run_one_after_the_other(
    page: str, environment: dict[str, str], planet: SamplePlanetServers, tmp_path: Path
) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    found = examples(page)
    assert {kind for kind, _ in found} == {"sh", "python"}
    for kind, code in found:
        script = folder / f"example.{kind}"
        console = CONSOLE.format(stage=str(STAGE), api=planet.stac, example=code)
        script.write_text(code if kind == "sh" else console)
        done = subprocess.run(
            [sys.executable if kind == "python" else "sh", script],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        said = f"{code}\n{done.stdout}\n{done.stderr}"
        assert done.returncode == 0, said
        assert "Traceback" not in said
        assert not re.search(r"\b0 observations", said), said
