"""Drives the real QGIS desktop: a screen and a profile of its own, and a scenario inside it.

`run_desktop` starts `qgis.bin` under Xvfb and lets `inside/desktop_inside.py` run a scenario there.
It always ends: what the scenario found and what went wrong come back as Findings.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

INSIDE = Path(__file__).parents[2] / "e2e" / "desktop" / "inside"
_CLOCK = Path(__file__).parents[1] / "clock"
SCREEN = "1280x800x24"
_SECONDS_TO_END = 10


@dataclass(frozen=True)
class Findings:
    """What a scenario found: facts by name, and the tracebacks of all that was raised."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    errors: tuple[str, ...] = ()
    log: str = ""


def run_desktop(
    scenario: str,
    folder: Path,
    plugins: Path,
    settings: Mapping[str, Mapping[str, str]],
    timeout: float = 600,
) -> Findings:
    """Runs a scenario ("module:function") in a fresh desktop that finds plugins in `plugins`.

    Pictures and profile go to `folder`; `settings` are sections of the profile's QGIS3.ini.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write_profile(folder, settings)
    findings = folder / "findings.json"
    findings.unlink(missing_ok=True)
    start = folder / "start.py"
    start.write_text(
        f"import sys\nsys.path[:0] = [{str(INSIDE)!r}, {str(_CLOCK)!r}]\n"
        f"from desktop_inside import start\nstart({scenario!r}, {str(folder)!r}, {timeout!r})\n"
    )
    command = ["qgis.bin", "--noversioncheck", "--nologo", "--profiles-path", folder]
    log = folder / "qgis.log"
    with _screen() as display, log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--code", start],
            env=_environment(display, folder, plugins),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        late = _wait(process, timeout + _SECONDS_TO_END)
    return _read(findings, log.read_text(errors="replace"), late)


def _read(findings: Path, log: str, late: bool) -> Findings:
    if not findings.exists():
        return Findings(errors=("QGIS ended without any findings.",), log=log)
    found = json.loads(findings.read_text())
    errors = (*found["errors"], *(["QGIS did not end by itself."] if late else []))
    return Findings(found["facts"], errors, log)


def _wait(process: subprocess.Popen[bytes], timeout: float) -> bool:
    """Waits for the end and says whether it had to be brought about; nothing runs on after it."""
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        return True
    finally:
        process.kill()
        process.wait()
    return False


def _write_profile(folder: Path, settings: Mapping[str, Mapping[str, str]]) -> None:
    profiles = folder / "profiles"
    shutil.rmtree(profiles, ignore_errors=True)
    ini = profiles / "default" / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True)
    sections = {
        "PythonPlugins": {"ard_qgis_plugin": "true", "processing": "true"},
        "locale": {"overrideFlag": "true", "userLocale": "en_US"},
        "qgis": {"checkVersion": "false", "enableMacros": "Never"},
        **settings,
    }
    lines = []
    for section, values in sections.items():
        lines += [f"[{section}]", *(f"{key}={value}" for key, value in values.items()), ""]
    ini.write_text("\n".join(lines))


def _environment(display: str, folder: Path, plugins: Path) -> dict[str, str]:
    """Returns an environment in which nothing of the user's own QGIS or Python is seen."""
    dropped = ("QT_QPA_PLATFORM", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "WAYLAND_DISPLAY")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {
        **kept,
        "DISPLAY": display,
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "QGIS_PLUGINPATH": str(plugins.resolve()),
        "NO_AT_BRIDGE": "1",
    }


@contextmanager
def _screen() -> Iterator[str]:
    """Gives the name of a screen that nobody else uses, and takes it away at the end."""
    read_end, write_end = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[write_end],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as said:
            number = said.readline().strip()
        if not number:
            raise RuntimeError("Xvfb gave no screen: is the Debian package xvfb installed?")
        yield f":{number}"
    finally:
        process.terminate()
        process.wait()
