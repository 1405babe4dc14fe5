"""The light of what ard:search finds, against the known flights of the sample planet."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from osgeo import gdal

from tests.sample.passes import STEREO_PLACES, SURVEY_COLUMNS, SURVEY_ROWS, Strip, strips
from tests.sample.servers import SamplePlanetServers
from tests.sample.surface.sphere import RADIUS_KM, Place, azimuth, destination, separation, wrap180
from tests.support.qgis_process import ROOT, QgisProcess

STRIPS = strips()
NAMES = {strip.observation.id: name for name, strip in STRIPS.items()}
STEREO = "kaguya_terrain_camera_stereoscopic_uncontrolled_observations"
EXTENTS = {
    "plain": "58,62,-22,-18 [IAU_2015:30100]",
    "date line": "178,182,-32,-28 [IAU_2015:30100]",
    "pole": "-40,70,81,85 [IAU_2015:30100]",
    "survey": "37,43,8,12 [IAU_2015:30100]",
}
POLAR = {"MAX_INCIDENCE": 89, "MAX_SHADOW": 30, "MAX_PHASE": 180}
TRUE_LOOK = 0.12  # degrees: the error of the scanner model, twice
STATED = 0.14  # degrees: what is said of it
CELL = 0.05


def rows(path: Path, *layers: str) -> list[dict[str, Any]]:
    """Reads the features of a GeoPackage's only table, in the order of writing."""
    with sqlite3.connect(path) as database:
        database.row_factory = sqlite3.Row
        tables = "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"
        names = [name for (name,) in database.execute(tables) if not layers or name in layers]
        found = database.execute(f'SELECT * FROM "{names[0]}" ORDER BY fid').fetchall()
    return [dict(each) for each in found]


def middle_of(path: Path, fid: int) -> Place:
    """Returns the centroid of a small feature, from distances and azimuths about a corner of it."""
    dataset = gdal.OpenEx(str(path))
    feature = dataset.GetLayer(0).GetFeature(fid)
    parts = shapely.get_parts(shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
    corner = Place(*parts[0].exterior.coords[0])

    def flat(lonlat: np.ndarray) -> np.ndarray:
        places = [Place(*each) for each in lonlat]
        turns = np.radians([azimuth(corner, each) for each in places])
        away = np.array([separation(corner, each) for each in places])
        return np.column_stack([away * np.sin(turns), away * np.cos(turns)])

    x, y = shapely.MultiPolygon([shapely.transform(part, flat) for part in parts]).centroid.coords[
        0
    ]
    return destination(corner, math.degrees(math.atan2(x, y)), math.hypot(x, y))


def angle(one: Strip, other: Strip, place: Place) -> float:
    """Returns the true convergence at a place."""
    return math.degrees(math.acos(one.look(place) @ other.look(place)))


def tip(zenith: float, bearing: float) -> np.ndarray:
    turn = math.radians(bearing)
    return math.tan(math.radians(zenith)) * np.array([-math.cos(turn), math.sin(turn)])


@pytest.fixture(scope="module")
def flights() -> Iterator[SamplePlanetServers]:
    """Serves the sample planet with its strips of known flights."""
    folder = ROOT / "build" / "sample-passes"
    with SamplePlanetServers(folder, 20, images=False, passes=True) as servers:
        yield servers


@pytest.fixture(scope="module")
def found(
    qgis: QgisProcess, flights: SamplePlanetServers, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Searches about each place."""
    folder = tmp_path_factory.mktemp("light")
    paths = {}
    for name, extent in EXTENTS.items():
        paths[name] = folder / f"{name.replace(' ', '_')}.gpkg"
        run = qgis.run(
            "ard:search",
            API_URL=flights.stac,
            EXTENT=extent,
            COLLECTIONS=STEREO,
            OUTPUT=paths[name],
        )
        assert run.code == 0, run.output
        there = {NAMES[each["id"]] for each in rows(paths[name]) if each["id"] in NAMES}
        kinds = ("even", "mixed") if name == "survey" else (name,)
        assert there == {each for each in STRIPS if each.startswith(kinds)}
    return paths


@pytest.mark.parametrize("place", STEREO_PLACES)
def test_pairs_have_the_true_numbers(
    qgis: QgisProcess, found: dict[str, Path], tmp_path: Path, place: str
) -> None:
    output, manifest = tmp_path / "pairs.gpkg", tmp_path / "images.txt"
    limits = {"MIN_PARALLAX": 0, "MIN_OVERLAP": 0.1, **(POLAR if place == "pole" else {})}
    run = qgis.run(
        "ard:stereopairs", INPUT=found[place], OUTPUT=output, MANIFEST=manifest, **limits
    )
    assert run.code == 0, run.output
    pairs = {
        tuple(sorted(NAMES[each[f"id_{side}"]].removeprefix(place).strip() for side in "ab")): each
        for each in rows(output)
        if each["id_a"] in NAMES and each["id_b"] in NAMES
    }
    assert {("aft", "fore"), ("beside", "fore"), ("again", "fore"), ("aft", "again")} <= set(pairs)
    for pair in pairs.values():
        one, other = (STRIPS[NAMES[pair[f"id_{side}"]]] for side in "ab")
        truth = angle(one, other, middle_of(output, pair["fid"]))
        assert pair["convergence"] == pytest.approx(truth, abs=TRUE_LOOK)
        assert pair["convergence_error"] == pytest.approx(STATED)
        first, second = one.observation.light, other.observation.light
        views = [tip(each.emission, each.spacecraft_azimuth) for each in (first, second)]
        suns = [tip(each.incidence, each.sun_azimuth) for each in (first, second)]
        turns = [
            abs(wrap180(first.sun_azimuth - second.sun_azimuth)),
            abs(wrap180(first.spacecraft_azimuth - second.spacecraft_azimuth)),
        ]
        apart = separation(one.observation.sun, other.observation.sun)
        days = abs((one.observation.start - other.observation.start).total_seconds()) / 86400
        for field, value in {
            "parallax_height_ratio": np.hypot(*(views[0] - views[1])),
            "shadow_tip_distance": np.hypot(*(suns[0] - suns[1])),
            "delta_solar_azimuth": turns[0],
            "delta_spacecraft_azimuth": turns[1],
            "sun_angle": apart,
        }.items():
            assert pair[field] == pytest.approx(value, abs=2e-4), field
        assert pair["days_apart"] == pytest.approx(days, abs=1e-4)
        assert pair["same_orbit"] == (one.flight == other.flight)
    best = pairs["aft", "fore"]
    assert best["convergence"] == pytest.approx(
        2 * STRIPS[f"{place} fore"].observation.emission, abs=0.2
    )
    beside = pairs["beside", "fore"]  # its labels look the same way, the rays do not
    assert beside["parallax_height_ratio"] < 0.02
    assert beside["convergence"] > 5
    written = manifest.read_text().splitlines()
    assert len(written) == len(set(written)) == run.results["MANIFEST_LINES"]
    names = {each.rsplit("/", 1)[1].removesuffix(".tif") for each in written}
    assert names == {row[f"id_{side}"] for row in rows(output) for side in "ab"}


def test_looks_have_the_true_light(
    qgis: QgisProcess, found: dict[str, Path], tmp_path: Path
) -> None:
    """A repeat look is found a year later: the sun nearly alike, at another time."""
    place = Place(60.1, -20.3)
    run = qgis.run(
        "ard:looks",
        INPUT=found["plain"],
        POINT=f"{place.lon},{place.lat} [IAU_2015:30100]",
        OUTPUT=tmp_path / "looks.gpkg",
        SUMMARY=tmp_path / "place.gpkg",
    )
    assert run.code == 0, run.output
    looks = {NAMES[each["id"]]: each for each in rows(tmp_path / "looks.gpkg")}
    assert {"plain fore", "plain aft", "plain again", "plain evening"} <= set(looks)
    for name, look in looks.items():
        observation = STRIPS[name].observation
        assert look["incidence"] == pytest.approx(separation(place, observation.sun), abs=1e-4)
        assert look["sun_azimuth"] == pytest.approx(azimuth(place, observation.sun), abs=1e-4)
        assert look["emission"] == pytest.approx(observation.light.emission, abs=1e-9)
        others = [STRIPS[each].observation.sun for each in looks]
        widest = max(separation(observation.sun, each) for each in others)
        assert look["sun_angle"] == pytest.approx(widest, abs=1e-4)
    (summary,) = rows(tmp_path / "place.gpkg")
    pair = {NAMES[summary[f"change_id_{side}"]] for side in "ab"}
    assert pair == {"plain fore", "plain aft"}  # most alike in light; a year apart comes after
    run = qgis.run("ard:lightgroups", INPUT=found["plain"], OUTPUT=tmp_path / "groups.gpkg")
    assert run.code == 0, run.output
    groups = {NAMES[each["id"]]: each for each in rows(tmp_path / "groups.gpkg")}
    one = {groups[f"plain {each}"]["light_group"] for each in ("fore", "aft", "beside", "again")}
    assert len(one) == 1
    assert groups["plain evening"]["light_group"] not in one
    for name, each in groups.items():
        light = STRIPS[name].observation.light
        assert each["sun_up"] == pytest.approx(math.cos(math.radians(light.incidence)), abs=1e-9)


def test_the_even_survey_is_chosen_and_mapped(
    qgis: QgisProcess, found: dict[str, Path], tmp_path: Path
) -> None:
    """All strips of the even survey cover the area, and no mixed one is among them."""
    area = "38.9,41.1,9.1,10.9 [IAU_2015:30100]"
    run = qgis.run(
        "ard:cover",
        INPUT=found["survey"],
        EXTENT=area,
        WANTED=66,
        TOLERANCE=4,
        SUN_SIDE="morning",
        SHARE=1,
        OUTPUT=tmp_path / "few.gpkg",
        MANIFEST=tmp_path / "few.txt",
    )
    assert run.code == 0, run.output
    chosen = rows(tmp_path / "few.gpkg")
    assert {NAMES[each["id"]].split()[0] for each in chosen} == {"even"}
    assert 1 <= run.results["NEEDED"] <= len(chosen) <= SURVEY_COLUMNS * SURVEY_ROWS
    assert run.results["COVERED"] == pytest.approx(1, abs=0.01)
    assert len((tmp_path / "few.txt").read_text().splitlines()) == len(chosen)
    path = tmp_path / "map.tif"
    run = qgis.run("ard:coverage", INPUT=found["survey"], EXTENT=area, CELL=CELL, OUTPUT=path)
    assert run.code == 0, run.output
    raster = gdal.Open(str(path))
    left, cell, _, top, _, _ = raster.GetGeoTransform()
    looks, _, lowest, highest, widest = (
        np.ma.masked_equal(raster.GetRasterBand(band).ReadAsArray(), -9999) for band in range(1, 6)
    )
    assert looks.min() >= 2  # the even and the mixed survey
    assert run.results["MOST_LOOKS"] == looks.max()
    suns = {
        name: strip.observation.sun
        for name, strip in STRIPS.items()
        if name.startswith(("even", "mixed"))
    }
    parallel = math.cos(math.radians(10.0))
    for row, column in ((3, 5), (20, 20), (30, 40)):
        x, y = left + (column + 0.5) * cell, top - (row + 0.5) * cell
        lat = math.degrees(math.asin(y * parallel / (RADIUS_KM * 1000)))
        place = Place(math.degrees(x / parallel / (RADIUS_KM * 1000)), lat)
        names = [name for name in suns if _sees(name, place)]
        seen = [separation(place, suns[name]) for name in names]
        assert looks[row, column] == len(seen)
        assert lowest[row, column] == pytest.approx(min(seen), abs=1e-3)
        assert highest[row, column] == pytest.approx(max(seen), abs=1e-3)
        truth = max(separation(suns[one], suns[other]) for one in names for other in names)
        assert widest[row, column] == pytest.approx(truth, abs=1e-2)


def _sees(name: str, place: Place) -> bool:
    """Says whether a strip shows a place, by distances along and across its middle."""
    observation = STRIPS[name].observation
    away = math.radians(separation(observation.centre, place)) * RADIUS_KM
    turn = math.radians(azimuth(observation.centre, place) - observation.inclination)
    east, north = away * math.sin(turn), away * math.cos(turn)
    return abs(east) <= observation.width / 2 and abs(north) <= observation.length / 2
