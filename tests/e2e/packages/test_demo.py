"""`make demo`: what it leaves, and that leftovers and a second run do no harm."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from tests.support.qgis_process import ROOT


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Runs the demo over the leftovers of one that broke off."""
    folder = tmp_path_factory.mktemp("build") / "demo"
    (folder / "images").mkdir(parents=True)
    (folder / "footprints.gpkg").write_bytes(b"not a GeoPackage")
    (folder / "images" / "half.tif").write_bytes(b"II*")
    done = subprocess.run(
        [sys.executable, "-m", "tests.sample.demo", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, done.stdout


def test_it_ends_with_counts_times_and_places(demo: tuple[Path, str]) -> None:
    folder, said = demo
    assert "Found 36 observations, 36 with an incidence angle" in said
    assert "Downloaded 36 images" in said
    for name in ("footprints.gpkg", "images.txt", "images", "demo.png"):
        assert f"{folder / name}" in said
        assert (folder / name).exists()


def test_every_line_of_the_manifest_is_an_image_on_disk(demo: tuple[Path, str]) -> None:
    folder, _ = demo
    lines = (folder / "images.txt").read_text().splitlines()
    for line in lines:
        image = gdal.Open(str(folder / "images" / line.removeprefix("s3_noauth:/")))
        assert image.GetRasterBand(1).GetNoDataValue() == -32768
    assert len(lines) == len(list((folder / "images").rglob("*.tif")))


def test_the_picture_shows_images_under_coloured_footprints(demo: tuple[Path, str]) -> None:
    folder, _ = demo
    picture = gdal.Open(str(folder / "demo.png")).ReadAsArray()[:3].astype(int)
    height, width = picture.shape[1:]
    assert (width, height) == (1476, 1122)
    view = picture[:, height // 4 : 3 * height // 4, width // 4 : width // 2]
    spread = view.max(axis=0) - view.min(axis=0)
    assert (spread > 40).mean() > 0.1, "there is no colour"
    assert np.unique(view.mean(axis=0).round()).size > 100, "there are no images"
    assert (view.sum(axis=0) == 0).mean() < 0.05, "the map is black"
