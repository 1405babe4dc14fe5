"""The real programs that the end-to-end tests run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sample.servers import SamplePlanetServers, serve_http, serve_stac
from tests.support.qgis_process import ROOT, QgisProcess
from tests.support.servers.postgres import Postgres, serve_postgres
from tests.support.servers.stac_api import document
from tests.support.systems.slurm import Slurm, obstacle, serve_slurm
from tests.support.systems.wine import ReleaseError, Windows, windows


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that need PostgreSQL, Slurm or Wine, by the fixtures that they use."""
    for item in items:
        for name in {"slurm", "wine"}.intersection(item.fixturenames):
            item.add_marker(name)
        if {"postgres", "pgstac"}.intersection(item.fixturenames):
            item.add_marker("postgres")


@pytest.fixture(scope="session", autouse=True)
def nothing_deprecated() -> Iterator[None]:
    """Has every QGIS that is started hold the plugin to what is not on its way out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYQGIS_STARTUP", str(ROOT / "tests" / "support" / "startup.py"))
        yield


@pytest.fixture(scope="session")
def planet() -> Iterator[SamplePlanetServers]:
    """Serves the sample planet, the one of the demo."""
    with SamplePlanetServers(ROOT / "build" / "sample", 60) as servers:
        yield servers


@pytest.fixture(scope="session")
def qgis(tmp_path_factory: pytest.TempPathFactory) -> QgisProcess:
    """Returns qgis_process with the staged plugin and a fresh profile."""
    return QgisProcess(tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="session")
def real_nine(
    shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, dict[str, Path], list[str]]]:
    """Serves the nine real Kaguya items; gives the API, their labels by id, their image hrefs."""
    folder = tmp_path_factory.mktemp("nine")
    paths = sorted((shared_data / "items" / "kaguya_monoscopic").glob("*.json"))
    items = [json.loads(path.read_text()) for path in paths]
    labels = {
        item["id"]: shared_data / "labels" / "caminfo" / f"{item['id']}.caminfo.pvl"
        for item in items
    }
    with serve_http(shared_data / "labels", folder) as http:
        for item in items:
            name = labels[item["id"]].name
            item["assets"]["caminfo_pvl"]["href"] = f"{http}/caminfo/{name}"
        catalogue = [folder / "collection.json", folder / "items.json"]
        catalogue[0].write_text(json.dumps(document(items[0]["collection"])))
        catalogue[1].write_text(json.dumps({"type": "FeatureCollection", "features": items}))
        with serve_stac(catalogue, folder) as api:
            yield api, labels, [item["assets"]["image"]["href"] for item in items]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Runs a PostgreSQL of the tests' own."""
    with serve_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def slurm() -> Iterator[Slurm]:
    """Runs a Slurm of one node."""
    if why := obstacle():
        pytest.skip(f"SLURM JOBS WERE NOT TESTED: {why}")
    with serve_slurm() as cluster:
        yield cluster


@pytest.fixture
def wine() -> Iterator[Windows]:
    """Gives a folder that a Windows sees."""
    try:
        with windows() as folder:
            yield folder
    except ReleaseError as error:
        pytest.skip(f"THE SCRIPT FOR WINDOWS WAS NOT TESTED: {error}")
