"""ard:search through the real qgis_process, over the sample planet's servers."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pvl
import pytest

from tests.sample.planet import Planet
from tests.sample.servers import SamplePlanetServers
from tests.support.qgis_process import QgisProcess

TUTORIAL = "3,5,4,6 [IAU_2015:30100]"
KAGUYA = "kaguya_terrain_camera_{}_uncontrolled_observations"
MODES = ("stereoscopic", "spsupport", "monoscopic")
MONOSCOPIC = KAGUYA.format("monoscopic")


def rows(path: Path, *columns: str) -> list[tuple]:
    """Reads columns of the only feature table of a GeoPackage, in the order of writing."""
    with sqlite3.connect(path) as database:
        (table,) = database.execute(
            "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"
        ).fetchone()
        names = ", ".join(columns)
        return database.execute(f'SELECT {names} FROM "{table}" ORDER BY fid').fetchall()


@pytest.fixture(scope="module")
def searched(
    qgis: QgisProcess, planet: SamplePlanetServers, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict]:
    """Searches the tutorial's box once, all else as it comes."""
    folder = tmp_path_factory.mktemp("searched")
    run = qgis.run(
        "ard:search",
        API_URL=planet.stac + "/",
        EXTENT=TUTORIAL,
        OUTPUT=folder / "footprints.gpkg",
        MANIFEST=folder / "images.txt",
    )
    assert run.code == 0, run.output
    return folder, dict(run.results)


def test_the_angles_are_those_of_the_planet(searched: tuple[Path, dict]) -> None:
    folder, results = searched
    truth = {each.id: each for each in Planet(60)}
    found = rows(folder / "footprints.gpkg", "id", "incidence_angle", "label_status", "body")
    assert len(found) == results["FOUND"] == results["WITH_INCIDENCE"] > 30
    assert results["WITHOUT_INCIDENCE"] == 0
    for identifier, incidence, status, body in found:
        assert incidence == pytest.approx(truth[identifier].light.incidence, abs=1e-9)
        assert (status, body) == ("ok", "Moon")


def test_the_manifest_has_a_line_for_each_footprint_in_the_tutorials_order(
    searched: tuple[Path, dict],
) -> None:
    folder, results = searched
    lines = (folder / "images.txt").read_text().splitlines()
    found = rows(folder / "footprints.gpkg", "rclone_path", "collection")
    assert lines == [path for path, _ in found]
    assert len(lines) == results["MANIFEST_LINES"] == results["FOUND"]
    order = [KAGUYA.format(mode) for mode in MODES]
    assert [each for _, each in found] == sorted((each for _, each in found), key=order.index)
    assert all(line.startswith("s3_noauth:/astrogeo-ard/moon/kaguya/") for line in lines)


def test_two_runs_write_the_same(
    searched: tuple[Path, dict], qgis: QgisProcess, planet: SamplePlanetServers, tmp_path: Path
) -> None:
    folder, _ = searched
    again = qgis.run(
        "ard:search",
        API_URL=planet.stac,
        EXTENT=TUTORIAL,
        OUTPUT=tmp_path / "footprints.gpkg",
        MANIFEST=tmp_path / "images.txt",
    )
    assert again.code == 0, again.output
    assert (tmp_path / "images.txt").read_bytes() == (folder / "images.txt").read_bytes()
    columns = ("id", "geom", "incidence_angle", "datetime", "label_url")
    one, other = (rows(each / "footprints.gpkg", *columns) for each in (folder, tmp_path))
    assert one == other


def test_incidence_limits_keep_what_is_known_and_inside(
    searched: tuple[Path, dict], qgis: QgisProcess, planet: SamplePlanetServers, tmp_path: Path
) -> None:
    folder, _ = searched
    everything = rows(folder / "footprints.gpkg", "id", "incidence_angle")
    wanted = [row for row in everything if 40 <= row[1] <= 60]
    assert 0 < len(wanted) < len(everything)
    run = qgis.run(
        "ard:search",
        API_URL=planet.stac,
        EXTENT=TUTORIAL,
        MIN_INCIDENCE=40,
        MAX_INCIDENCE=60,
        OUTPUT=tmp_path / "some.gpkg",
    )
    assert rows(tmp_path / "some.gpkg", "id", "incidence_angle") == wanted
    assert run.results["FOUND"] == len(wanted)


def test_time_and_number_limits_and_no_labels(
    searched: tuple[Path, dict], qgis: QgisProcess, planet: SamplePlanetServers, tmp_path: Path
) -> None:
    folder, _ = searched
    times = rows(folder / "footprints.gpkg", "id", "start_datetime", "end_datetime")
    start = sorted(time for _, time, _ in times)[len(times) // 2]
    run = qgis.run(
        "ard:search",
        API_URL=planet.stac,
        EXTENT=TUTORIAL,
        START=start[:19],
        LABELS="false",
        OUTPUT=tmp_path / "late.gpkg",
    )
    late = rows(tmp_path / "late.gpkg", "id", "incidence_angle", "label_status")
    assert {row[0] for row in late} == {name for name, _, end in times if end >= start[:19]}
    assert {row[1:] for row in late} == {(None, "not_read")}
    assert run.results["WITHOUT_INCIDENCE"] == len(late)
    cut = qgis.run(
        "ard:search",
        API_URL=planet.stac,
        EXTENT=TUTORIAL,
        MAX_ITEMS=5,
        OUTPUT=tmp_path / "five.gpkg",
    )
    assert [row[0] for row in rows(tmp_path / "five.gpkg", "id")] == [row[0] for row in times[:5]]
    assert any("MAX_ITEMS ended" in warning for warning in cut.log("warning"))


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb", "shp"])
def test_a_file_opened_later_is_styled(
    ending: str, qgis: QgisProcess, planet: SamplePlanetServers, tmp_path: Path
) -> None:
    path = tmp_path / f"footprints.{ending}"
    run = qgis.run("ard:search", API_URL=planet.stac, EXTENT=TUTORIAL, OUTPUT=path)
    assert run.code == 0, run.output
    if ending == "gpkg":
        with sqlite3.connect(path) as database:
            styles = database.execute("SELECT styleQML, useAsDefault FROM layer_styles").fetchall()
        ((style, is_default),) = styles
        assert is_default
    else:
        style = path.with_suffix(".qml").read_text()
    assert "graduatedSymbol" in style
    assert "incidence_angle" in style


def test_nine_real_images_with_their_labels(
    qgis: QgisProcess, real_nine: tuple[str, dict[str, Path], list[str]], tmp_path: Path
) -> None:
    api, labels, hrefs = real_nine
    run = qgis.run(
        "ard:search",
        API_URL=api,
        COLLECTIONS=MONOSCOPIC,
        EXTENT="-60,-50,0,30 [IAU_2015:30100]",
        OUTPUT=tmp_path / "nine.gpkg",
        MANIFEST=tmp_path / "nine.txt",
    )
    assert run.code == 0, run.output
    found = rows(
        tmp_path / "nine.gpkg",
        *("id", "incidence_angle", "emission_angle", "phase_angle", "subsolar_azimuth"),
        *("local_time", "solar_longitude", "pixel_resolution", "north_azimuth"),
        *("subspacecraft_azimuth", "subsolar_latitude", "slant_distance", "label_status"),
    )
    assert len(found) == len(labels) == 9
    for identifier, *values, status in found:
        truth = pvl.load(labels[identifier])["Caminfo"]["Geometry"]
        keys = ("IncidenceAngle", "EmissionAngle", "PhaseAngle", "SubSolarGroundAzimuth")
        more = ("LocalTime", "SolarLongitude", "PixelResolution", "NorthAzimuth")
        far = ("SubSpacecraftGroundAzimuth", "SubSolarLatitude", "SlantDistance")
        assert values == [truth[key] for key in (*keys, *more, *far)]
        assert status == "ok"
    # what the published tutorial writes: the host up to its first dot is the bucket
    parts = [href.split("/") for href in hrefs]
    tutorial = [f"s3_noauth:/{part[2].split('.')[0]}/{'/'.join(part[3:])}\n" for part in parts]
    assert (tmp_path / "nine.txt").read_text() == "".join(tutorial)
