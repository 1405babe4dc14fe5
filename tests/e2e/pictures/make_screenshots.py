"""Renews the README's pictures: `python -m tests.e2e.pictures.make_screenshots docs/images`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e.pictures.basemap import write_basemap
from tests.sample.servers import SamplePlanetServers
from tests.support.systems.desktop import run_desktop

STAGE = Path("build/stage")
SAMPLE = Path("build/sample")


def main() -> None:
    """Takes the walk through the desktop and keeps its pictures."""
    target = Path(sys.argv[1])
    with TemporaryDirectory() as folder, SamplePlanetServers(SAMPLE) as servers:
        basemap = Path(folder) / "moon.tif"
        write_basemap(servers, basemap)
        settings = {"planetary_ard": {"api_url": servers.stac}, "walk": {"basemap": str(basemap)}}
        for walk in ("search_walk:walk", "images_walk:images", "finder_walk:walk"):
            findings = run_desktop(walk, Path(folder), STAGE, settings)
            if findings.errors:
                sys.exit("\n".join([*findings.errors, findings.log]))
        target.mkdir(parents=True, exist_ok=True)
        for picture in sorted(Path(folder).glob("*.png")):
            shutil.copyfile(picture, target / picture.name)
            print(target / picture.name)


if __name__ == "__main__":
    main()
