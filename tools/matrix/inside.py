"""Runs commands in a folder that holds a whole Debian, as far apart as this machine allows.

Apart means name spaces of their own: what is mounted or still runs at the end goes with them.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

_OWN = {
    "CI": "true",
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
}
_KEPT = ("PIP_", "SSL_CERT", "REQUESTS_CA", "CURL_CA", "HTTP_", "HTTPS_", "ALL_PROXY", "NO_PROXY")


@dataclass(frozen=True)
class Way:
    """A way to be apart: the program that does it, and what it then mounts in the folder."""

    apart: tuple[str, ...]
    mounts: str


_OWN_PROCESSES = ("--pid", "--fork", "--kill-child")
_OWN_MOUNTS = 'mount -t proc proc "$0/proc"; mount -t tmpfs tmpfs "$0/dev/shm";'

# Where / is itself a folder of another system, mounts can't be made private. Containers may refuse
# processes of one's own, or name spaces altogether; the few tests that need /proc are skipped in
# the last.
_WAYS = (
    Way(("unshare", "--mount", *_OWN_PROCESSES), _OWN_MOUNTS),
    Way(("unshare", "--mount", "--propagation", "unchanged", *_OWN_PROCESSES), _OWN_MOUNTS),
    Way(("unshare", "--mount"), 'mount --rbind /proc "$0/proc";'),
    Way((), ""),
)


@cache
def way() -> Way | None:
    """Returns the best way that this machine allows; None where it allows none."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("proc", "dev/shm"):
            Path(folder, name).mkdir(parents=True)
        for each in _WAYS:
            tried = [*each.apart, "sh", "-ec", f"{each.mounts} exec chroot / true", folder]
            if subprocess.run(tried, capture_output=True, check=False).returncode == 0:
                return each
    return None


def kept_variables() -> dict[str, str]:
    """Returns what the environment says of proxies, certificates and pip."""
    return {name: value for name, value in os.environ.items() if name.upper().startswith(_KEPT)}


def run_apart(command: list[Any], seconds: int, **options: Any) -> int:
    """Runs a command at most so long; returns its exit code, 124 if it had to be ended."""
    found = way()
    apart = found.apart if found else ()
    limit = ("timeout", "--kill-after=30", str(seconds))
    whole = [*apart, *limit, *command]
    options.setdefault("stdin", subprocess.DEVNULL)
    return subprocess.run(whole, check=False, **options).returncode


def run_inside(
    system: Path, folder: str, command: list[str], seconds: int, output: IO[bytes] | None = None
) -> int:
    """Runs a command in a folder of the system, as `run_apart` does."""
    found = way()
    mounts = found.mounts if found else ""
    script = f'{mounts} exec chroot "$0" "$@"'
    moved = ["env", f"--chdir=/{folder}", *command]
    return run_apart(
        ["sh", "-ec", script, system, *moved],
        seconds,
        env=kept_variables() | _OWN,
        stdout=output,
        stderr=output,
    )
