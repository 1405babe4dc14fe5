"""Images made by hand, and what others published of theirs."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.light.images import FRAMING, SCANNER, Images

_NUMBER = re.compile(r"^\s*(\w+)\s*=\s*(-?[\d.]+(?:[eE][-+]?\d+)?)", re.MULTILINE)


def camera_columns(column: Callable[[str], np.ndarray]) -> dict[str, np.ndarray]:
    """Returns the columns of images from what ISIS calls them."""
    named = {
        "lon": "CenterLongitude",
        "lat": "CenterLatitude",
        "incidence": "IncidenceAngle",
        "emission": "EmissionAngle",
        "phase": "PhaseAngle",
        "sun_azimuth": "SubSolarGroundAzimuth",
        "spacecraft_azimuth": "SubSpacecraftGroundAzimuth",
        "resolution": "PixelResolution",
        "slant": "SlantDistance",
    }
    found = {name: column(isis_name) for name, isis_name in named.items()}
    return {**found, "centre_radius": column("CenterRadius") / 1000}


@pytest.fixture(scope="session")
def messenger(shared_data: Path) -> Images:
    """The 200 images of ISIS's own test."""
    csv.field_size_limit(10**8)
    with (shared_data / "science" / "isis_degaus_stereo_perimeter.csv").open() as file:
        rows = list(csv.DictReader(file))

    def column(name: str) -> np.ndarray:
        return np.array([np.nan if row[name] == "NULL" else float(row[name]) for row in rows])

    return Images.of(
        [row["SourceProductId"] for row in rows],
        [shapely.from_wkb(bytes.fromhex(row["GisFootprint"])) for row in rows],
        2439.4,
        **camera_columns(column),
        spacecraft_lon=column("SubSpacecraftLongitude"),
        spacecraft_lat=column("SubSpacecraftLatitude"),
        spacecraft_distance=column("TargetCenterDistance"),
        camera=np.full(len(rows), FRAMING),
    )


@pytest.fixture(scope="session")
def expected_pairs(shared_data: Path) -> list[dict[str, str]]:
    """The 30 rows that ISIS's test expects."""
    with (shared_data / "science" / "isis_expected_pairs.csv").open() as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def kaguya_labels(shared_data: Path) -> dict[str, dict[str, float]]:
    """The numbers of the Geometry and Polygon blocks of nine Kaguya labels, by id."""
    folder = shared_data / "labels" / "caminfo"
    return {
        path.name.split(".")[0]: {
            name: float(value) for name, value in reversed(_NUMBER.findall(path.read_text()))
        }
        for path in sorted(folder.glob("TC1*.pvl"))
    }


@pytest.fixture(scope="session")
def kaguya_looks(shared_data: Path) -> list[dict[str, str]]:
    """Places of Kaguya images, and the true look at each."""
    with (shared_data / "science" / "kaguya_look_truth.csv").open() as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def kaguya(kaguya_labels: dict[str, dict[str, float]]) -> Images:
    """The images of those labels, with footprints of their corners."""

    def column(name: str) -> np.ndarray:
        return np.array([label[name] for label in kaguya_labels.values()])

    corners = [
        np.column_stack([column(f"{corner}Longitude") - 360, column(f"{corner}Latitude")])
        for corner in ("UpperLeft", "LowerLeft", "LowerRight", "UpperRight")
    ]
    return Images.of(
        list(kaguya_labels),
        shapely.polygons(np.stack(corners, axis=1)),
        1737.4,
        **camera_columns(column),
        camera=np.full(len(kaguya_labels), SCANNER),
    )
