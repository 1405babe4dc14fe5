"""The download's array job, measured: 1, 2 and 4 tasks of a real Slurm, far from the server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from ard_qgis_plugin.core.manifest.manifest import ManifestWriter
from tests.support.servers.s3 import BUCKET, NEW, in_front, put, s3_server
from tests.support.systems.slurm import Slurm, obstacle, serve_slurm

FILES = 800
SIZE = 20_000  # bytes a file: the time is that of requests, not of the disk
LATENCY = 0.2  # seconds
TASKS = (1, 2, 4)


def main() -> None:
    """Prints the seconds from handing in to the summary, by tasks at a time."""
    if why := obstacle():
        sys.exit(f"Slurm jobs can't be measured: {why}")
    with TemporaryDirectory() as name, serve_slurm(cpus=max(TASKS)) as slurm:
        root = Path(name)
        keys = [f"moon/{number}/{number}.tif" for number in range(FILES)]
        put(root / "s3" / BUCKET, {key: os.urandom(SIZE) for key in keys})
        with s3_server(root / "s3") as server, in_front(server, delay=LATENCY) as (far, _):
            hrefs = [f"{far}/{BUCKET}/{key}" for key in keys]
            found = {tasks: _seconds(slurm, root / str(tasks), hrefs, tasks) for tasks in TASKS}
    print(json.dumps({"files": FILES, "latency_s": LATENCY, "seconds_by_tasks": found}, indent=2))


def _seconds(slurm: Slurm, folder: Path, hrefs: list[str], tasks: int) -> float:
    folder.mkdir()
    with ManifestWriter(folder / "far.txt", "s3_noauth", max(2, tasks)) as manifest:
        for href in hrefs:
            manifest.add(href)
    own = {"RCLONE": str(NEW), **slurm.environment}
    # a share of one array task at a time is what one task alone does
    command = ["sh", folder / "far.slurm.sh", folder / "to", f"--array=1-{max(2, tasks)}%{tasks}"]
    begun = time.monotonic()
    subprocess.run(command, env=os.environ | own, check=True, stdout=subprocess.DEVNULL)
    summary = folder / "far.summary.txt"
    slurm.until(summary.exists, 600)
    seconds = time.monotonic() - begun
    if not summary.read_text().startswith(f"{len(hrefs)} of {len(hrefs)} files"):
        raise RuntimeError(summary.read_text())
    return round(seconds, 1)


if __name__ == "__main__":
    main()
