"""`make demo`: the whole job on the sample planet, from a view to pixels and a picture."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..support.qgis_process import QgisProcess, Run
from .servers import SamplePlanetServers

_EXTENT = "3,5,4,6 [IAU_2015:30100]"  # the box of the published tutorial
_SIZE = 60


def main() -> None:
    """Runs the demo into the folder that the command line names."""
    folder = Path(sys.argv[1]).resolve()
    planet = folder.parent / "sample"
    shutil.rmtree(folder, ignore_errors=True)  # leftovers of a run that broke off
    folder.mkdir(parents=True)
    say("Making the sample planet and starting its servers (STAC, HTTP, S3) on loopback")
    qgis = QgisProcess(
        folder / "profile",
        # rclone's own way to send an unchanged configuration to another server
        RCLONE_CONFIG_S3_NOAUTH_PROVIDER="Other",
    )
    with SamplePlanetServers(planet, _SIZE) as servers:
        with _timed() as search_time:
            run = _search(qgis, folder, servers.stac)
        with _timed() as download_time:
            downloaded = _download(qgis, folder, servers.s3)
    with _timed() as picture_time:
        _add_images(qgis, folder)
        _draw(folder)
    images = sorted((folder / "images").rglob("*.tif"))
    results = run.results
    say(
        f"\nFound {results['FOUND']} observations, {results['WITH_INCIDENCE']} with an incidence "
        f"angle ({search_time[0]:.1f} s with the start of qgis_process)\n"
        f"Downloaded {downloaded['COPIED']} images, "
        f"{sum(each.stat().st_size for each in images) / 1e6:.1f} MB, each verified "
        f"({download_time[0]:.1f} s)\n"
        f"Drew the picture ({picture_time[0]:.1f} s)\n\n"
        f"Footprints  {folder / 'footprints.gpkg'}\n"
        f"Manifest    {folder / 'images.txt'}\n"
        f"Images      {folder / 'images'}\n"
        f"Mosaics     {folder / 'vrt'}\n"
        f"Picture     {folder / 'demo.png'}"
    )


def say(text: str) -> None:
    """Tells the user what happens, at once."""
    print(text, flush=True)


def _search(qgis: QgisProcess, folder: Path, api: str) -> Run:
    say(f"Searching {_EXTENT} with qgis_process run ard:search")
    return _run(
        qgis,
        "ard:search",
        API_URL=api,
        EXTENT=_EXTENT,
        OUTPUT=folder / "footprints.gpkg",
        MANIFEST=folder / "images.txt",
    )


def _download(qgis: QgisProcess, folder: Path, s3: str) -> Mapping[str, Any]:
    say("Downloading with qgis_process run ard:download, which runs rclone")
    return _run(
        qgis.with_environment(RCLONE_CONFIG_S3_NOAUTH_ENDPOINT=s3),
        "ard:download",
        INPUT=folder / "footprints.gpkg",
        FOLDER=folder / "images",
        REPORT=folder / "report.csv",
    ).results


def _add_images(qgis: QgisProcess, folder: Path) -> None:
    say("Making VRTs and mosaics with qgis_process run ard:addimages")
    _run(
        qgis,
        "ard:addimages",
        INPUT=folder / "footprints.gpkg",
        FOLDER=folder / "images",
        GROUP_BY="incidence class",
        VRT_FOLDER=folder / "vrt",
    )


def _run(qgis: QgisProcess, algorithm: str, **parameters: object) -> Run:
    run = qgis.run(algorithm, **parameters)
    if run.code or not run.results:
        sys.exit(f"{algorithm} failed:\n{run.output}")
    for line in (*run.log("info"), *run.log("warning")):
        say(f"  {line}")
    return run


def _draw(folder: Path) -> None:
    say("Drawing the picture with QGIS")
    command = [sys.executable, "-m", "tests.sample.picture", str(folder)]
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"The picture failed:\n{done.stdout}{done.stderr}")


@contextmanager
def _timed() -> Iterator[list[float]]:
    """Gives a list that holds the seconds once the block is done."""
    seconds: list[float] = []
    start = time.monotonic()
    yield seconds
    seconds.append(time.monotonic() - start)


if __name__ == "__main__":
    main()
