"""Runs make targets in other versions of QGIS, each in a Debian release of its own.

A release lives in a folder outside the repository ($ARD_MATRIX_DIR, or the user's cache) and is
kept for the next time; delete the folder for a fresh one. Needs root, for debootstrap and chroot.
"""

from __future__ import annotations

import argparse
import os
import shutil
import stat
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .inside import run_inside, way
from .release import (
    RELEASES,
    SPACE,
    WORK,
    ReleaseError,
    alone,
    home,
    mirror,
    own_version,
    prepare,
    renew,
    version,
)

_SECONDS = 1500  # for the targets in a release: four times what they take on an idle machine
_OBSTACLE = 77  # the exit code where this machine can't have the releases


def obstacle(releases: list[str]) -> str:
    """Says in one sentence why this machine can't have the releases; "" where it can."""
    if os.geteuid() != 0:
        return "Debian in a folder needs root: run make test-matrix as root."
    home().mkdir(parents=True, exist_ok=True)
    missing = sum(not (home() / release).is_dir() for release in releases)
    free = shutil.disk_usage(home()).free
    if way() is None:
        return "This machine does not allow chroot."
    if missing and not _makes_devices():
        return f"This machine does not allow device files in {home()}; debootstrap makes some."
    if free < missing * SPACE:
        return (
            f"{home()} has {free / 1e9:.1f} GB free and needs {missing * SPACE / 1e9:.1f}: "
            "free some, or set ARD_MATRIX_DIR to a folder elsewhere."
        )
    try:
        mirror()
    except ReleaseError as error:
        return str(error)
    return ""


def _makes_devices() -> bool:
    with tempfile.TemporaryDirectory(dir=home()) as folder:
        try:
            os.mknod(Path(folder, "null"), stat.S_IFCHR | 0o666, os.makedev(1, 3))
            Path(folder, "null").write_bytes(b"x")
        except OSError:
            return False
    return True


def others(releases: list[str], own: str) -> list[str]:
    """Leaves out the release whose QGIS this machine has itself, and says so."""
    left = [each for each in releases if not f"{own}.".startswith(f"{RELEASES[each]}.")]
    for release in releases:
        if release not in left:
            _say(f"QGIS {own} is this machine's own: its tests are not run in Debian {release} too")
    return left


def make_ready(release: str) -> str:
    """Makes a release ready, its output into a log; returns what went wrong, "" if nothing."""
    start = time.monotonic()
    _say(f"Making Debian {release} ready (log: {home() / release}.log)")
    try:
        prepare(release)
    except ReleaseError as error:
        return str(error)
    _say(f"Debian {release} is ready after {time.monotonic() - start:.0f} s")
    return ""


def _say(line: str) -> None:
    print(f"{line}\n", end="", flush=True)  # in one piece, as several threads speak


def run(release: str, targets: list[str], end: float) -> tuple[bool, str]:
    """Runs the make targets in a release; says whether all passed, and in a line how it ended.

    `end` is the time of the monotonic clock at which they are ended.
    """
    start = time.monotonic()
    with alone(release) as system:
        renew(system)
        left = max(1, int(end - time.monotonic()))
        code = run_inside(system, WORK, ["make", "--keep-going", *targets], left)
        name = f"QGIS {version(system)} (Debian {release})"
    seconds = time.monotonic() - start
    ending = {0: "passed", 124: "ran out of time"}.get(code, "failed")
    expected = RELEASES[release]
    if not name.startswith(f"QGIS {expected}"):
        ending += f", and is no {expected} any more"
    return code == 0, f"{name}: {ending} in {seconds:.0f} s"


def main() -> None:
    """Runs the targets in all releases, or in those that --release names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--release", action="append", choices=RELEASES)
    parser.add_argument(
        "--others", action="store_true", help="leave out the version that this machine has itself"
    )
    parser.add_argument("--check", action="store_true", help="say whether this machine can")
    arguments = parser.parse_args()
    releases = arguments.release or list(RELEASES)
    if arguments.others:
        releases = others(releases, own_version())
    if said := obstacle(releases):
        print(said, file=sys.stderr)
        sys.exit(_OBSTACLE)
    if not arguments.check:
        sys.exit(_run_all(releases, arguments.targets))


def _run_all(releases: list[str], targets: list[str]) -> int:
    # side by side, as most of it is waiting; the tests one after the other, as they keep time
    with ThreadPoolExecutor(len(releases)) as pool:
        troubles = dict(zip(releases, pool.map(make_ready, releases), strict=True))
    end = time.monotonic() + _SECONDS * len(releases)
    endings = [
        (False, trouble) if trouble else run(release, targets, end)
        for release, trouble in troubles.items()
    ]
    print(*(said for _, said in endings), sep="\n")
    return int(not all(passed for passed, _ in endings))


if __name__ == "__main__":
    main()
