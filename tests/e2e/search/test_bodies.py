"""Real items of three bodies, behind the full pgstac server: right place, body and CRS."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from tests.support.qgis_process import QgisProcess
from tests.support.servers.pgstac import serve_pgstac
from tests.support.servers.postgres import Postgres
from tests.support.servers.stac_api import document

MONOSCOPIC = "kaguya_terrain_camera_monoscopic_uncontrolled_observations"
CTX, HIRISE = "mro_ctx_controlled_usgs_dtms", "mro_hirise_socet_dtms"
# What the API of 2022 called its collections of Europa: nobody knows these ids any more.
EUROPA = ("europa_equirectangular", "europa_north_polar", "europa_mosaics")
WORLD = "-180,180,-90,90 [{}]"


def read(path: Path, collection: str) -> dict:
    item = json.loads(path.read_text())
    return {**item, "collection": collection, "links": []}


@pytest.fixture(scope="module")
def items(shared_data: Path) -> dict[str, list[dict]]:
    """The real items by collection."""
    folder = shared_data / "items"
    (ctx_2023, ctx_2025) = sorted((folder / "mro_ctx_dtms").glob("*.json"))
    europa = sorted((folder / "europa_2022").glob("*s0349875100.json"))
    (mosaic,) = (folder / "europa_2022").glob("*mosaics*.json")
    return {
        MONOSCOPIC: [
            read(path, MONOSCOPIC) for path in sorted((folder / "kaguya_monoscopic").glob("*.json"))
        ],
        CTX: [read(ctx_2023, CTX), read(ctx_2025, CTX)],
        HIRISE: [read(path, HIRISE) for path in (folder / "mro_hirise_dtms").glob("*.json")],
        EUROPA[0]: [read(europa[0], EUROPA[0])],
        EUROPA[1]: [read(europa[1], EUROPA[1])],
        EUROPA[2]: [read(mosaic, EUROPA[2])],
    }


@pytest.fixture(scope="module")
def pgstac(
    items: dict[str, list[dict]],
    shared_data: Path,
    postgres: Postgres,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    (real,) = (shared_data / "items" / "europa_2022").glob("*collection.json")
    documents = [document(name) for name in items if name != EUROPA[0]]
    documents.append(document(EUROPA[0], summaries=json.loads(real.read_text())["summaries"]))
    everything = [item for each in items.values() for item in each]
    folder = tmp_path_factory.mktemp("bodies")
    with serve_pgstac(postgres, documents, everything, folder) as api:
        yield api


CASES = {
    "Moon": ([MONOSCOPIC], "-100,20,-60,60 [IAU_2015:30100]", 30100),
    "Mars": ([CTX, HIRISE], "3000000,9000000,-900000,1500000 [IAU_2015:49910]", 49900),
    "Europa": (EUROPA, WORLD.format("EPSG:4326"), 50200),
}


@pytest.mark.parametrize("body", CASES)
def test_real_items_load_with_their_place_body_and_crs(
    body: str, items: dict[str, list[dict]], pgstac: str, qgis: QgisProcess, tmp_path: Path
) -> None:
    collections, extent, code = CASES[body]
    path = tmp_path / "found.gpkg"
    run = qgis.run(
        "ard:search",
        API_URL=pgstac,
        COLLECTIONS=",".join(collections),
        EXTENT=extent,
        LABELS="false",
        OUTPUT=path,
    )
    assert run.code == 0, run.output
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT collection, id, body, coverage, geom FROM found").fetchall()
        (authority,) = database.execute(
            "SELECT organization || ':' || organization_coordsys_id FROM gpkg_spatial_ref_sys "
            "JOIN gpkg_geometry_columns USING (srs_id)"
        ).fetchone()
    assert authority == f"IAU_2015:{code}"
    real = {(name, item["id"]): item for name in collections for item in items[name]}
    assert {row[:2] for row in rows} == set(real)
    for collection, identifier, said, coverage, geometry in rows:
        assert said == body
        assert 0 < coverage <= 1
        check_place(drawn(geometry), shape(real[collection, identifier]["geometry"]))


def drawn(blob: bytes) -> shapely.MultiPolygon:
    """Reads a GeoPackage's geometry: a header, an envelope, then WKB."""
    envelope = (0, 32, 48, 48, 64)[blob[3] >> 1 & 7]
    return shapely.from_wkb(blob[8 + envelope :])


def check_place(found: shapely.MultiPolygon, real: shapely.Geometry) -> None:
    """The footprint is where the item says, in -180..180 whatever turn the item uses."""
    assert found.is_valid
    assert shapely.box(-180, -90, 180, 90).covers(found)
    turned = [
        shapely.transform(real, lambda at, turn=turn: at + np.array([turn, 0]))
        for turn in (-360, 0)
    ]
    wanted = shapely.union_all([shapely.make_valid(each) for each in turned])
    wanted = wanted.intersection(shapely.box(-180, -90, 180, 90))
    assert found.symmetric_difference(wanted).area < 1e-6 * wanted.area


def test_bodies_are_never_mixed(pgstac: str, qgis: QgisProcess, tmp_path: Path) -> None:
    path = tmp_path / "mixed.gpkg"
    run = qgis.run(
        "ard:search",
        API_URL=pgstac,
        COLLECTIONS=f"{EUROPA[0]},{MONOSCOPIC}",
        EXTENT=WORLD.format("EPSG:4326"),
        OUTPUT=path,
    )
    assert run.code != 0
    assert f"{EUROPA[0]} of Europa and {MONOSCOPIC} of Moon" in run.output
    assert "Traceback" not in run.output
    assert not path.exists()
    wrong = qgis.run(
        "ard:search",
        API_URL=pgstac,
        COLLECTIONS=EUROPA[1],
        EXTENT=WORLD.format("IAU_2015:30100"),
        OUTPUT=path,
    )
    assert "The map shows Moon, but Europa is searched" in wrong.output
