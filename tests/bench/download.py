"""Downloads, measured: the plugin's one process against the tutorial's process for each file."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from ard_qgis_plugin.core.download.download import Download, DownloadOptions
from ard_qgis_plugin.core.download.file_outcome import FileStatus
from ard_qgis_plugin.core.download.rclone_program import find_rclone
from ard_qgis_plugin.core.manifest.asset_file import AssetFile, FootprintRow
from ard_qgis_plugin.core.manifest.manifest import ManifestWriter
from tests.support.servers.s3 import BUCKET, NEW, OLD, put, s3_server

WANTED = 20  # times as fast as the tutorial's script
FILES = 200
SIZE = 20_000  # bytes a file: the time is that of processes and requests, not of the disk

# What the published tutorial does with its manifest, less its fixed paths.
_TUTORIAL = 'while read -r line; do "$RCLONE" --config "$CONF" copy "$line" "$DEST"; done <"$LIST"'


def main() -> None:
    """Measures with each rclone that is there, prints figures, and fails where they are poor."""
    found = figures()
    print(json.dumps(found, indent=2))
    if any(each["ratio"] < WANTED for each in found.values()):
        sys.exit(f"The plugin is not {WANTED} times as fast as the tutorial's script.")


def figures() -> dict[str, dict[str, float]]:
    """Returns seconds and ratio for each version of rclone, all over one server in one run."""
    with TemporaryDirectory() as name:
        root = Path(name)
        keys = [f"moon/{number}/{number}.tif" for number in range(FILES)]
        put(root / "s3" / BUCKET, {key: os.urandom(SIZE) for key in keys})
        with s3_server(root / "s3") as server:
            hrefs = [f"{server}/{BUCKET}/{key}" for key in keys]
            return {
                "rclone {}.{}".format(*find_rclone(str(program)).version): _figures(
                    program, hrefs, root / program.parts[1]
                )
                for program in (OLD, NEW)
                if program.exists()
            }


def _figures(program: Path, hrefs: list[str], root: Path) -> dict[str, float]:
    tutorial = _tutorial(program, hrefs, root)
    script = _script(program, root)
    # a few tenths of a second are at the mercy of what else the machine does
    plugin = statistics.median(_plugin(program, hrefs, root / f"plugin {n}") for n in range(3))
    again = _plugin(program, hrefs, root / "plugin 0")
    return {
        "files": FILES,
        "tutorial_s": round(tutorial, 2),
        "script_s": round(script, 2),
        "plugin_s": round(plugin, 2),
        "plugin_again_s": round(again, 2),
        "ratio": round(tutorial / plugin, 1),
    }


def _tutorial(program: Path, hrefs: list[str], root: Path) -> float:
    root.mkdir()
    with ManifestWriter(root / "images.txt", "s3_noauth") as manifest:
        for href in hrefs:
            manifest.add(href)
    places = {"LIST": root / "images.txt", "CONF": root / "images.rclone.conf", "DEST": root / "t"}
    environment = _environment(RCLONE=program, **places)
    return _timed(["sh", "-c", _TUTORIAL], environment, root / "t")


def _script(program: Path, root: Path) -> float:
    command = ["sh", str(root / "images.download.sh"), str(root / "script")]
    return _timed(command, _environment(RCLONE=program), root / "script")


def _timed(command: list[str], environment: dict[str, str], target: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    _check(sum(1 for path in target.rglob("*.tif")), " ".join(command[:2]))
    return seconds


def _plugin(program: Path, hrefs: list[str], folder: Path) -> float:
    files = [AssetFile(FootprintRow(href), "image", href) for href in hrefs]
    start = time.perf_counter()
    found = find_rclone(str(program))
    outcomes = Download(found, DownloadOptions(folder), lambda _: None, lambda: False).run(files)
    seconds = time.perf_counter() - start
    _check(sum(each.status is not FileStatus.FAILED for each in outcomes), "the plugin")
    return seconds


def _check(arrived: int, who: str) -> None:
    if arrived != FILES:
        sys.exit(f"{who} got {arrived} of {FILES} files: the figures would be worth nothing.")


def _environment(**own: object) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "AWS_CA_BUNDLE"}
    return kept | {name: str(value) for name, value in own.items()}


if __name__ == "__main__":
    main()
