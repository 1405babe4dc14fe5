"""The rclone program: where it is, whether it is new enough, what it sees of the system."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from .errors import RcloneError
from .network_options import NetworkOptions

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

# All others of rclone's variables could change what is copied or how it is told.
_KEPT = (
    *("RCLONE_CONFIG_", "RCLONE_S3_", "RCLONE_BWLIMIT", "RCLONE_TPSLIMIT", "RCLONE_BIND"),
    *("RCLONE_CA_CERT", "RCLONE_CLIENT_CERT", "RCLONE_CLIENT_KEY", "RCLONE_HTTP_PROXY"),
)


@dataclass(frozen=True, slots=True)
class RcloneProgram:
    """Is an rclone that can be used; `version` is major and minor."""

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


def rclone_environment(network: NetworkOptions) -> dict[str, str]:
    """Returns the environment for rclone: the network's, and nothing that changes its answers."""
    own = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(_KEPT) or not name.startswith("RCLONE_")
    }
    bundle = own.pop("AWS_CA_BUNDLE", "")  # rclone 1.60 stops at it
    if network.ca_file or (os.access(bundle, os.R_OK) and "RCLONE_CA_CERT" not in own):
        own["RCLONE_CA_CERT"] = network.ca_file or bundle
    if network.proxy:
        excluded = (urlsplit(url).hostname or "" for url in network.proxy_exclusions)
        for name, value in (
            ("HTTP_PROXY", network.proxy),
            ("HTTPS_PROXY", network.proxy),
            ("NO_PROXY", ",".join(filter(None, excluded))),
        ):
            own[name] = own[name.lower()] = value
    return own


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
