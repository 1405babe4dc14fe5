"""Wine, which runs scripts and programs of Windows, in a Debian in a folder."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.matrix.inside import run_apart, way
from tools.matrix.release import ReleaseError, alone
from tools.matrix.wine import NAME, wine

__all__ = ["ReleaseError", "Windows", "windows"]

_SECONDS = 150
_TIMED_OUT = 124
_ENVIRONMENT = {
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
    "WINEDEBUG": "-all",
    "WINEPATH": r"C:\windows\system32",
}
_SYSTEM = {
    "PATHEXT": ".COM;.EXE;.BAT;.CMD",
    "SystemRoot": r"C:\windows",
}


class Windows:
    """A folder that a Windows sees too: `folder` here; `path` says what it calls a file in it."""

    def __init__(self, system: Path, rclone: Path, folder: Path) -> None:
        self.folder = folder
        self._system = system
        self.rclone = self.path(rclone)

    def path(self, path: Path) -> str:
        """Returns the name that Windows has for a file or folder."""
        return "Z:\\" + str(path.relative_to(self._system)).replace("/", "\\")

    def run(
        self, script: Path, *arguments: str, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Runs a .cmd in Wine's cmd, on a terminal, as only there it has a code page.

        All names go in the environment: Wine reads scripts in a code page of old. Of a percent sign
        in a parameter it makes nothing at all.
        """
        words = [self.path(script), *arguments]
        passed = {f"WORD_{number}": word for number, word in enumerate(words)}
        values = _SYSTEM | environment
        passed |= {f"VALUE_{name}": value for name, value in values.items()}
        lines = [
            "@echo off",
            *(f'set "{name}=%VALUE_{name}%"' for name in values),
            " ".join(f'"%WORD_{number}%"' if word else '""' for number, word in enumerate(words)),
        ]
        start = self.folder / "start.cmd"
        start.write_text("".join(f"{line}\r\n" for line in lines), newline="")
        command = ("wine", "cmd", "/c", self.path(start))
        ended = self._call(passed, *command)
        # Wine itself once hung before it ran anything, on a machine with ten times as much to do
        is_hung = ended.returncode == _TIMED_OUT and not ended.stdout + ended.stderr
        return self._call(passed, *command) if is_hung else ended

    def _call(self, passed: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
        found = way()
        assert found
        own = [f"{name}={value}" for name, value in (_ENVIRONMENT | passed).items()]
        inside = f'{found.mounts} exec chroot "$0" env -i "$@"'
        whole = ["sh", "-ec", inside, self._system, *own, *command]
        leader, terminal = _terminal()
        try:
            with (self.folder / "out").open("wb") as out, (self.folder / "err").open("wb") as err:
                code = run_apart(whole, _SECONDS, stdin=terminal, stdout=out, stderr=err)
        finally:
            os.close(leader)
            os.close(terminal)
        said = [(self.folder / name).read_text(errors="replace") for name in ("out", "err")]
        return subprocess.CompletedProcess(command, code, *said)


def _terminal() -> tuple[int, int]:
    try:
        return os.openpty()
    except OSError as error:
        raise ReleaseError("this machine has no pseudo-terminals (/dev/pts).") from error


@contextmanager
def windows() -> Iterator[Windows]:
    """Gives a fresh folder in the Debian that has Wine; raises ReleaseError where there is none."""
    system, rclone = wine()
    for each in _terminal():
        os.close(each)
    with alone(NAME), tempfile.TemporaryDirectory(dir=system / "tmp") as folder:
        yield Windows(system, rclone, Path(folder))
