"""Footprints into a real PostGIS database."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.sample.servers import SamplePlanetServers
from tests.support.qgis_process import ROOT, QgisProcess
from tests.support.servers.large_catalogue import serve_large_catalogue
from tests.support.servers.postgres import Postgres

TUTORIAL = "3,5,4,6 [IAU_2015:30100]"


def test_a_table_has_the_bodys_crs_and_the_style(
    postgres: Postgres, planet: SamplePlanetServers, qgis: QgisProcess
) -> None:
    table = f'{postgres.database("footprints_here")} table="public"."footprints" (geom)'
    for _ in range(2):  # the second run replaces the table and finds the CRS in the database
        run = qgis.run(
            "ard:search", API_URL=planet.stac, EXTENT=TUTORIAL, OUTPUT=f"postgis:{table}"
        )
        assert run.code == 0, run.output

    def ask(question: str) -> list[str]:
        return postgres.sql(question, database="footprints_here").split()

    (count,) = ask("SELECT count(*) FROM footprints WHERE coverage BETWEEN 0 AND 1")
    assert int(count) == run.results["FOUND"] > 30
    crs = ask(
        "SELECT auth_name, auth_srid, type FROM geometry_columns JOIN spatial_ref_sys USING (srid)"
    )
    assert crs == ["IAU_2015", "30100", "MULTIPOLYGON"]
    assert ask("SELECT count(*) FROM spatial_ref_sys WHERE auth_name = 'IAU_2015'") == ["1"]
    assert ask("SELECT useasdefault FROM layer_styles WHERE stylename LIKE 'Solar%'") == ["t"]


def test_cancelling_leaves_no_half_filled_table(postgres: Postgres) -> None:
    table = f'{postgres.database("cancelled")} table="public"."footprints" (geom)'
    parameters = {
        "COLLECTIONS": "a",
        "EXTENT": "-180,180,-90,90 [IAU_2015:30100]",
        "LABELS": False,
        "MAX_ITEMS": 0,
        "OUTPUT": f"postgis:{table}",
    }
    with serve_large_catalogue() as root:
        run = subprocess.run(
            [sys.executable, "-m", "tests.e2e.search.cancelled_search"],
            input=json.dumps({**parameters, "API_URL": f"{root}/5000"}),
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
            timeout=300,
            check=True,
        )
    answer = json.loads(run.stdout.splitlines()[-1])
    assert answer["results"] == {}
    assert answer["seconds"] < 1
    question = "SELECT count(*) FROM pg_class WHERE relname = 'footprints'"
    assert postgres.sql(question, database="cancelled").split() == ["0"]


def test_a_table_of_the_users_own_stays(
    postgres: Postgres, planet: SamplePlanetServers, qgis: QgisProcess
) -> None:
    table = f'{postgres.database("mine")} table="public"."craters" (geom)'
    postgres.sql("CREATE TABLE craters (name text)", database="mine")
    postgres.sql("INSERT INTO craters VALUES ('Tycho')", database="mine")
    run = qgis.run("ard:search", API_URL=planet.stac, EXTENT=TUTORIAL, OUTPUT=f"postgis:{table}")
    assert run.code != 0
    assert "has a table craters with something else in it, which would be lost" in run.output
    assert postgres.sql("SELECT name FROM craters", database="mine").split() == ["Tycho"]
