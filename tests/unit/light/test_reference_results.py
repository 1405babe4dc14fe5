"""Published results: ISIS's own pairs, and looks from Kaguya's camera model."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.geometry.footprint import footprint_of
from ard_qgis_plugin.core.light.footprint_columns import FIELDS, images_of
from ard_qgis_plugin.core.light.images import Images
from ard_qgis_plugin.core.light.rank import Criterion, image_ranks, rank_sums
from ard_qgis_plugin.core.light.stereo.convergence import centre_convergence, looks
from ard_qgis_plugin.core.light.stereo.finder import find_pairs
from ard_qgis_plugin.core.light.stereo.pairs import PairLimits
from ard_qgis_plugin.core.light.stereo.positions import (
    axes_of_corners,
    scanner_looks,
    with_axes,
)
from ard_qgis_plugin.core.light.stereo.quantities import vertical_precision
from ard_qgis_plugin.core.light.sun import (
    incidence_at,
    incidence_range,
    phase_angles,
    subsolar_of_season,
    sun_azimuth_at,
    sun_places,
)
from ard_qgis_plugin.core.light.vectors import angles_between, to_body, verticals

_STATEMENT = re.compile(r"^\s*(\w+)\s*=\s*(-?[\d.]+)", re.MULTILINE)
_OVERLAP = Criterion(0.1, 1, 0.5)
_LIMITS = PairLimits(
    images={
        "incidence": Criterion(30, 65, 50),
        "emission": Criterion(0, 55, 15),
        "phase": Criterion(15, 120, 30),
        "resolution": Criterion(25, 5000, 200),
    },
    pairs={
        "resolution_ratio": Criterion(1, 2.5, 1),
        "parallax_height_ratio": Criterion(0.1, 1, 0.4),
        "shadow_tip_distance": Criterion(0, 2.58, 0),
        "overlap": _OVERLAP,
    },
    max_delta_azimuth=180,
    planar=True,
)


def _ordered(images: Images) -> dict[tuple[str, str], SimpleNamespace]:
    """Returns what ISIS lists: each pair in the order in which the first has overlap enough."""
    table, _ = find_pairs(images, _LIMITS)
    columns = dict(vars(table), centre=centre_convergence(images, table.first, table.second))
    columns["image_rank"] = (image_ranks(images, _LIMITS.images))[
        np.stack([table.first, table.second])
    ].mean(axis=0)
    found = {}
    for one, other in (("a", "b"), ("b", "a")):
        turned = columns | {
            "overlap_a": columns[f"overlap_{one}"],
            "overlap_b": columns[f"overlap_{other}"],
        }
        turned["overlap"] = turned["overlap_a"]
        turned["stereo_rank"] = rank_sums(turned, _LIMITS.pairs)
        names = images.keys[table.first], images.keys[table.second]
        names = names if one == "a" else names[::-1]
        for row in np.flatnonzero(_OVERLAP.holds(turned["overlap_a"])):
            values = {name: column[row] for name, column in turned.items()}
            found[str(names[0][row]), str(names[1][row])] = SimpleNamespace(**values)
    return found


def test_isis_pairs(messenger: Images, expected_pairs: list[dict[str, str]]) -> None:
    """All rows of ISIS's test are found and say the same to eight decimals."""
    found = _ordered(messenger)
    assert len(found) == 230
    for expected in expected_pairs:
        pair = found[expected["SourceProductIdA"], expected["SourceProductIdB"]]
        from_centres = expected["StereoAngleFrom"] == "centres"
        angle = pair.centre if from_centres else pair.convergence
        pixels = messenger.resolution[pair.first], messenger.resolution[pair.second]
        for name, value in {
            "ParallaxHeightRatio": pair.parallax_height_ratio,
            "ShadowTipDistance": pair.shadow_tip_distance,
            "ResolutionRatio": pair.resolution_ratio,
            "DeltaSolarAzimuth": pair.delta_solar_azimuth,
            "DeltaSpacecraftAzimuth": pair.delta_spacecraft_azimuth,
            "StereoAngle": angle,
            "VerticalPrecision": vertical_precision(*pixels, angle),
            "OverlapRatioA": pair.overlap_a,
            "OverlapRatioB": pair.overlap_b,
        }.items():
            assert value == pytest.approx(float(expected[name]), abs=1.01e-8), name
        for name, value in {
            "ImageStrengthRank": pair.image_rank,
            "StereoStrengthRank": pair.stereo_rank,
            "StereoPairRank": pair.image_rank + pair.stereo_rank,
        }.items():
            assert value == pytest.approx(float(expected[name]), abs=6e-6), name


def test_every_listed_limit_holds_and_no_pair_is_missed(messenger: Images) -> None:
    """Each image against each, without an index, gives the same pairs."""
    found = {frozenset(names) for names in _ordered(messenger)}
    fits = np.logical_and.reduce(
        [limit.holds(getattr(messenger, name)) for name, limit in _LIMITS.images.items()]
    )
    assert fits.sum() == 140
    wide = replace(_LIMITS, pairs={"overlap": Criterion(0, 1, 0.5)})
    table, _ = find_pairs(messenger, wide)
    good = np.logical_and.reduce(
        [
            limit.holds(getattr(table, name))
            for name, limit in _LIMITS.pairs.items()
            if name != "overlap"
        ]
    ) & (_OVERLAP.holds(table.overlap_a) | _OVERLAP.holds(table.overlap_b))
    pairs = zip(messenger.keys[table.first[good]], messenger.keys[table.second[good]], strict=True)
    assert {frozenset(map(str, pair)) for pair in pairs} == found


def _places(kaguya: Images, rows: list[dict[str, str]]) -> tuple[Images, np.ndarray, np.ndarray]:
    number = {key: row for row, key in enumerate(kaguya.keys)}
    rows = [row for row in rows if row["id"] in number]
    images = kaguya.take(np.array([number[row["id"]] for row in rows]))

    def column(name: str) -> np.ndarray:
        return np.array([float(row[name]) for row in rows])

    lon, lat = column("lon"), column("lat")
    truth = to_body(np.column_stack([column(name) for name in ("east", "north", "up")]), lon, lat)
    return images, images.centre_radius[:, None] * verticals(lon, lat), truth


def _with_corners(images: Images, labels: dict[str, dict[str, float]]) -> Images:
    names = ("UpperLeft", "UpperRight", "LowerLeft", "LowerRight")
    corners = np.array(
        [
            [verticals(labels[key][f"{n}Longitude"], labels[key][f"{n}Latitude"]) for n in names]
            for key in images.keys
        ]
    )
    along, across = axes_of_corners(corners, images.lon, images.lat)
    return replace(images, along_azimuth=along, across_azimuth=across)


def test_scanner_looks_of_corners(
    kaguya: Images,
    kaguya_labels: dict[str, dict[str, float]],
    kaguya_looks: list[dict[str, str]],
) -> None:
    """The scanner's model meets the camera's to 0.06 degrees, anywhere in the image."""
    images, places, truth = _places(kaguya, kaguya_looks)
    assert len(images) >= 54
    off = angles_between(scanner_looks(_with_corners(images, kaguya_labels), places), truth)
    assert off.max() <= 0.06


def test_scanner_looks_of_footprints(kaguya: Images, kaguya_looks: list[dict[str, str]]) -> None:
    """The layer's footprint is enough."""
    images, places, truth = _places(kaguya, kaguya_looks)
    off = angles_between(scanner_looks(with_axes(images), places), truth)
    assert off.max() <= 0.06


def test_scanner_looks_of_what_a_layer_keeps(
    kaguya: Images, kaguya_looks: list[dict[str, str]], shared_data: Path
) -> None:
    """With the catalogue's footprints and the body's radius: within the error that is stated."""
    collection = "kaguya_terrain_camera_monoscopic_uncontrolled_observations"
    items = [shared_data / "items" / "kaguya_monoscopic" / f"{key}.json" for key in kaguya.keys]
    footprints = [footprint_of(json.loads(path.read_text())["geometry"])[0] for path in items]
    unknown = np.full(len(kaguya), np.nan)
    columns = {name: getattr(kaguya, name) for name in FIELDS} | {"gsd": unknown, "day": unknown}
    names = [(collection, str(key)) for key in kaguya.keys]
    layer = images_of(names, [shapely.to_wkb(each) for each in footprints], 1737.4, columns)
    number = {str(key): row for row, key in enumerate(kaguya.keys)}
    rows = [row for row in kaguya_looks if row["id"] in number]
    lon, lat, *look = (
        np.array([float(row[name]) for row in rows])
        for name in ("lon", "lat", "east", "north", "up")
    )
    images = with_axes(layer).take(np.array([number[row["id"]] for row in rows]))
    found, error = looks(images, 1737.4 * verticals(lon, lat))
    off = angles_between(found, to_body(np.column_stack(look), lon, lat))
    assert np.all(off <= error)
    assert error.max() == 0.07


def test_labels_agree_with_themselves(
    kaguya: Images, kaguya_labels: dict[str, dict[str, float]]
) -> None:
    """Sub-solar point, incidence at the corners' middle and phase follow from what is stored."""
    lon, lat = sun_places(kaguya)
    for row, label in enumerate(kaguya_labels.values()):
        assert (lon[row] - label["SubSolarLongitude"]) % 360 == pytest.approx(0, abs=1e-3)
        assert lat[row] == pytest.approx(label["SubSolarLatitude"], abs=1e-3)
    far = 1735.6 / 1.496e8
    own = (
        np.array([label["SubSolarLongitude"] for label in kaguya_labels.values()]),
        np.array([label["SubSolarLatitude"] for label in kaguya_labels.values()]),
    )
    plain = incidence_at(kaguya.lon, kaguya.lat, *own) - kaguya.incidence
    near = incidence_at(kaguya.lon, kaguya.lat, *own, far) - kaguya.incidence
    assert np.abs(plain).max() <= 7e-4
    assert np.abs(near).max() <= 2e-5
    angles = kaguya.incidence, kaguya.emission, kaguya.sun_azimuth, kaguya.spacecraft_azimuth
    assert phase_angles(*angles) == pytest.approx(kaguya.phase, abs=1e-6)


def test_range_over_a_real_footprint(kaguya: Images) -> None:
    """A Kaguya scene's incidence spans about a degree, as its label's sun has it."""
    lowest, highest = incidence_range(kaguya.shapes, *sun_places(kaguya))
    assert np.all(lowest < kaguya.incidence)
    assert np.all(highest > kaguya.incidence)
    assert np.all(highest - lowest < 1.8)


def test_season_of_a_hirise_label(shared_data: Path) -> None:
    """L_s and local time of a real label give its incidence, as far as its middle is known."""
    text = (shared_data / "labels" / "pds3" / "hirise_ESP_022699_0985_RED.LBL").read_text()
    label = {name: float(value) for name, value in _STATEMENT.findall(text)}
    lon = np.array([(label["EASTERNMOST_LONGITUDE"] + label["WESTERNMOST_LONGITUDE"]) / 2])
    lat = np.array([(label["MAXIMUM_LATITUDE"] + label["MINIMUM_LATITUDE"]) / 2])
    sun = subsolar_of_season(
        np.array([label["SOLAR_LONGITUDE"]]), np.array([label["LOCAL_TIME"]]), lon
    )
    assert incidence_at(lon, lat, *sun)[0] == pytest.approx(label["INCIDENCE_ANGLE"], abs=0.02)
    ground = (label["SUB_SOLAR_AZIMUTH"] - label["NORTH_AZIMUTH"]) % 360
    assert sun_azimuth_at(lon, lat, *sun)[0] == pytest.approx(ground, abs=0.3)
