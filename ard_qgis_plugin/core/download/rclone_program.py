"""The rclone program: where it is, and whether it is new enough."""

from __future__ import annotations

import os
import re
import shutil
import subprocess  # nosec B404 (the user's own program)
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.errors import RcloneError

OLDEST = (1, 60)

_NAME = "rclone.exe" if sys.platform == "win32" else "rclone"
_VERSION = re.compile(r"^rclone v(\d+)\.(\d+)", re.MULTILINE)
_SECONDS = 20  # a program on a slow network drive takes its time
_HOW_TO = (
    "install it (apt install rclone, brew install rclone, winget install Rclone.Rclone, or "
    "https://rclone.org/downloads/), or name it in the setting “rclone program”."
)
_USUAL_PLACES = {
    "win32": (
        *("%ProgramFiles%/rclone", "%LOCALAPPDATA%/Microsoft/WinGet/Links"),
        *("%USERPROFILE%/scoop/shims", "%ProgramData%/chocolatey/bin", "C:/rclone"),
    ),
    "darwin": ("/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin", "~/bin"),
}
_USUAL_ELSEWHERE = ("/usr/local/bin", "/usr/bin", "/snap/bin", "~/.local/bin", "~/bin")


@dataclass(frozen=True, slots=True)
class RcloneProgram:
    """An rclone that can be used; `version` is major and minor."""

    path: str
    version: tuple[int, int]


def find_rclone(setting: str = "") -> RcloneProgram:
    """Finds rclone: the one of the setting, else in PATH, else in the usual places.

    Raises RcloneError, which says how to install it, where there is none of at least OLDEST.
    """
    if setting:
        return _checked(setting)
    first: RcloneError | None = None
    for path in _candidates():
        found = _tried(path)
        if isinstance(found, RcloneProgram):
            return found
        first = first or found
    raise first or RcloneError(f"rclone was not found: {_HOW_TO}")


def hidden_window() -> int:
    """Returns the flags that keep Windows from opening a console window for a process."""
    return getattr(subprocess, "CREATE_NO_WINDOW", 0)


def _candidates() -> Iterator[str]:
    if found := shutil.which("rclone"):
        yield found
    for folder in _USUAL_PLACES.get(sys.platform, _USUAL_ELSEWHERE):
        path = Path(os.path.expandvars(folder)).expanduser() / _NAME
        if path.is_file():
            yield str(path)


def _tried(path: str) -> RcloneProgram | RcloneError:
    try:
        return _checked(path)
    except RcloneError as error:
        return error


def _checked(path: str) -> RcloneProgram:
    try:
        said = subprocess.run(  # noqa: S603  # nosec B603 (the user's own program)
            [path, "version"],
            env=_without_rclone(os.environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            creationflags=hidden_window(),
        ).stdout.decode(errors="replace")
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        reason = getattr(error, "strerror", None) or error
        raise RcloneError(f"{path} can't be run ({reason}): {_HOW_TO}") from error
    if not (found := _VERSION.search(said)):
        raise RcloneError(f"{path} doesn't say that it is rclone: {_HOW_TO}")
    version = int(found[1]), int(found[2])
    if version < OLDEST:
        raise RcloneError(
            f"{path} is rclone {version[0]}.{version[1]}, at least {OLDEST[0]}.{OLDEST[1]} is "
            f"needed: {_HOW_TO}"
        )
    return RcloneProgram(path, version)


def _without_rclone(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if not name.startswith("RCLONE_")}
