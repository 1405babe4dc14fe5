"""Both zips, installed into a fresh profile as QGIS does it, do the whole job there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.sample.servers import SamplePlanetServers
from tests.support.qgis_process import PLUGIN, ROOT, QgisProcess
from tools.stage import version

TUTORIAL = "3,5,4,6 [IAU_2015:30100]"


def install(kind: str, profile: Path) -> QgisProcess:
    """Unpacks a zip where QGIS's plugin manager does; no other plugin folder is looked at."""
    plugins = profile / "profiles" / "default" / "python" / "plugins"
    zip_path = ROOT / "build" / f"{PLUGIN}-{version()}{kind}.zip"
    assert zip_path.is_file(), f"{zip_path} is missing: run `make package package-offline`"
    with zipfile.ZipFile(zip_path) as archive:
        archive.extractall(plugins)
    return QgisProcess(profile, plugins, QGIS_PLUGINPATH=str(profile / "none"))


def do_all(qgis: QgisProcess, planet: SamplePlanetServers, folder: Path) -> None:
    """Runs the four algorithms one after the other; each works with what the search has found."""
    remote = {"PROVIDER": "Other", "ENDPOINT": planet.s3}
    rclone = {f"RCLONE_CONFIG_S3_NOAUTH_{name}": value for name, value in remote.items()}
    footprints, images = folder / "footprints.gpkg", folder / "images"
    jobs = {
        "search": {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": footprints},
        "manifest": {"INPUT": footprints, "MANIFEST": folder / "images.txt"},
        "download": {"INPUT": footprints, "FOLDER": images, "REPORT": folder / "report.csv"},
        "addimages": {"INPUT": footprints, "FOLDER": images, "VRT_FOLDER": folder / "vrts"},
    }
    results = {}
    for name, parameters in jobs.items():
        run = qgis.with_environment(**rclone).run(f"ard:{name}", **parameters)
        assert run.code == 0, run.output
        results |= run.results
    found = results["FOUND"]
    assert found == results["WITH_INCIDENCE"] > 30
    assert len((folder / "images.txt").read_text().splitlines()) == found
    assert len([*images.rglob("*.tif")]) == found
    assert len([*(folder / "vrts").rglob("*.vrt")]) > found


def test_the_offline_zip_runs_as_it_is(planet: SamplePlanetServers, tmp_path: Path) -> None:
    do_all(install("-offline", tmp_path / "profile"), planet, tmp_path)


def test_the_small_zip_runs_after_what_it_asks_for(
    planet: SamplePlanetServers, tmp_path: Path
) -> None:
    qgis = install("", tmp_path / "profile")
    asked = qgis.run("ard:search", EXTENT=TUTORIAL, OUTPUT=tmp_path / "never.gpkg").output
    command = shlex.split(re.search(r"-m (pip install .*?), and restart", asked)[1])
    assert "--no-deps" in command
    subprocess.run([sys.executable, "-m", *command, "-qq"], check=True, timeout=300)
    do_all(qgis, planet, tmp_path)


def test_the_offline_zip_has_machine_code_only_in_the_folders_for_it() -> None:
    with zipfile.ZipFile(ROOT / "build" / f"{PLUGIN}-{version()}-offline.zip") as archive:
        names = archive.namelist()
    homes = {
        name.split("/")[2]
        for name in names
        if Path(name).suffix in {".so", ".dylib", ".dll", ".pyd"}
    }
    assert len(homes) == 20
    parsers = {name.split("/")[2] for name in names if "/aiohttp/_http_parser." in name}
    assert parsers == homes  # in pure Python a search takes a fifth more of the processor
    assert all(re.fullmatch(r"cpython-3\d+-(linux|win32|darwin)-\w+", home) for home in homes)
    for library in ("pystac_client", "pystac", "pvl", "aiohttp", "async_timeout"):
        assert f"{PLUGIN}/extlibs/{library}/__init__.py" in names


def test_the_offline_zip_is_not_too_large_for_mail_and_sticks() -> None:
    assert (ROOT / "build" / f"{PLUGIN}-{version()}-offline.zip").stat().st_size <= 60_000_000
