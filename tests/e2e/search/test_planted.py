"""All views through qgis_process, on a planted catalogue behind the full pgstac server."""

from __future__ import annotations

import json
import sqlite3
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from shapely import Polygon, box, union_all

from tests.e2e.search.planted import COLLECTION, Answer, Planted, answer, collection, planted
from tests.support.qgis_process import QgisProcess
from tests.support.servers.pgstac import serve_pgstac
from tests.support.servers.postgres import Postgres
from tests.support.views import VIEWS

MOON_RADIUS = 1_737_400.0
MOON = "IAU_2015:30100"
# Those that are run in a process of their own as well, with a file as output.
BY_ITSELF = [view for number, view in enumerate(VIEWS) if number % 4 == 3]


@pytest.fixture(scope="module")
def footprints() -> list[Planted]:
    return planted(VIEWS)


@pytest.fixture(scope="module")
def pgstac(
    footprints: list[Planted], postgres: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("pgstac")
    items = [each.item() for each in footprints]
    with serve_pgstac(postgres, [collection()], items, folder) as api:
        yield api


def job(view: tuple, api: str) -> dict[str, object]:
    _, definition, _, rectangle = view
    crs = definition.format(R=MOON_RADIUS)
    if not crs.startswith("+"):
        crs = f"IAU_2015:301{definition}"
    radius = 1 if definition == "00" else MOON_RADIUS
    west, south, east, north = (f"{side * radius:.9f}" for side in rectangle)
    return {
        "API_URL": api,
        "COLLECTIONS": COLLECTION,
        "EXTENT": f"{west},{east},{south},{north} [{_authid(crs)}]",
        "LABELS": False,
        "MAX_ITEMS": 0,
    }


def _authid(crs: str) -> str:
    return f"PROJ:{crs}" if crs.startswith("+") else crs


@pytest.fixture(scope="module")
def answers(
    pgstac: str, qgis: QgisProcess, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict]:
    """Runs all views in one qgis_process."""
    qgis.add_script(Path(__file__).with_name("many_searches.py"))
    jobs = tmp_path_factory.mktemp("jobs") / "jobs.json"
    jobs.write_text(json.dumps({view[0]: job(view, pgstac) for view in VIEWS}))
    run = qgis.run("script:manysearches", JOBS=jobs)
    assert run.code == 0, run.output
    return json.loads(jobs.with_suffix(".answers.json").read_text())


def test_the_server_misreads_a_box_across_180(pgstac: str) -> None:
    with urllib.request.urlopen(f"{pgstac}/search?bbox=170,-10,-170,10&limit=1000") as reply:  # noqa: S310
        found = {item["id"] for item in json.load(reply)["features"]}
    assert "grid 5 0" in found  # half a globe away


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view[0])
def test_a_view_finds_what_it_shows_and_nothing_else(
    view: tuple, answers: dict[str, dict], footprints: list[Planted]
) -> None:
    check(answer(view, footprints), set(answers[view[0]]["found"]))
    assert answers[view[0]]["count"] == len(answers[view[0]]["found"])
    assert answers[view[0]]["crs"] == MOON


def check(expected: Answer, found: set[str]) -> None:
    assert expected.touching
    assert len(expected.in_doubt) <= 0.05 * len(expected.touching) + 3
    assert not expected.touching - found, "not found"
    assert not found - expected.touching - expected.in_doubt, "found beside the view"


@pytest.mark.parametrize("view", BY_ITSELF, ids=lambda view: view[0])
def test_a_process_of_its_own_finds_the_same(
    view: tuple, pgstac: str, qgis: QgisProcess, footprints: list[Planted], tmp_path: Path
) -> None:
    path = tmp_path / "found.gpkg"
    run = qgis.run("ard:search", **job(view, pgstac), OUTPUT=path)
    assert run.code == 0, run.output
    with sqlite3.connect(path) as database:
        found = {name for (name,) in database.execute("SELECT id FROM found")}
    check(answer(view, footprints), found)
    assert run.results["FOUND"] == len(found)


AREAS = {
    "across 180": [[(170, -5), (190, -5), (190, 5), (170, 5), (170, -5)]],
    "round the north pole": [[(-180, 84), (180, 84), (180, 90), (-180, 90), (-180, 84)]],
    "a frame": [
        [(-60, -60), (60, -60), (60, 60), (-60, 60), (-60, -60)],
        [(-59, -59), (-59, 59), (59, 59), (59, -59), (-59, -59)],
    ],
}


@pytest.mark.parametrize("name", AREAS)
def test_an_area_finds_what_its_polygons_touch(
    name: str, pgstac: str, qgis: QgisProcess, footprints: list[Planted], tmp_path: Path
) -> None:
    layer, path = tmp_path / "area.geojson", tmp_path / "found.gpkg"
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:IAU_2015::30100"}}
    geometry = {"type": "Polygon", "coordinates": AREAS[name]}
    features = [{"type": "Feature", "properties": {}, "geometry": geometry}]
    layer.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    given = {"API_URL": pgstac, "COLLECTIONS": COLLECTION, "LABELS": False, "MAX_ITEMS": 0}
    run = qgis.run("ard:search", **given, AREA=layer, OUTPUT=path)
    assert run.code == 0, run.output
    with sqlite3.connect(path) as database:
        found = {name for (name,) in database.execute("SELECT id FROM found")}
    shell, *holes = [Polygon(ring) for ring in AREAS[name]]
    area = shell.difference(union_all(holes))
    wanted = {each.id for each in footprints if touches(area, each)}
    assert found == wanted
    assert 10 < len(wanted) < len(footprints)


def touches(area: Polygon, footprint: Planted) -> bool:
    return any(
        area.intersects(box(west + turn, south, east + turn, north))
        for west, south, east, north in footprint.boxes
        for turn in (0, 360)
    )
