"""Footprints into a real PostGIS database."""

from __future__ import annotations

from tests.postgres import Postgres
from tests.qgis_process import QgisProcess
from tests.sample.servers import SamplePlanetServers

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
