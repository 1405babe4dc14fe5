"""Installs the plugin's requirements: for this machine's QGIS, or for every QGIS there is."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[1]
REQUIREMENTS = ROOT / "ard_qgis_plugin" / "requirements.txt"

# aiohttp and what it stands on speed themselves up with C where they can; all of it works without,
# in twice the time: a whole search then takes a fifth more of the processor.
_WITH_C = ("aiohttp", "frozenlist", "multidict", "propcache", "yarl")
# shapely is GEOS and orjson is Rust: they come as machine code alone, one build for each Python and
# system. Without orjson the plugin reads JSON with Python's own parser.
_BINARY = ("shapely", "orjson")
_PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
_SYSTEMS = {  # what the plugin calls a system (see dependencies.py), and what pip does
    "linux-x86_64": ("manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "win32-amd64": ("win_amd64",),
    "darwin-arm64": ("macosx_11_0_arm64",),
    "darwin-x86_64": ("macosx_10_15_x86_64", "macosx_10_13_x86_64", "macosx_10_9_x86_64"),
}
# Sources, types and tests of libraries, and web sockets, which speed up nothing here: a third of
# the size, and none of it is needed.
_NOT_SHIPPED = (
    *("bin", "shapely/tests", "**/*.c", "**/*.h", "**/*.pxd", "**/*.pyx", "**/*.pxi", "**/*.pyi"),
    *("**/multidict/_testcapi.*", "**/aiohttp/_websocket/*.so", "**/aiohttp/_websocket/*.pyd"),
)


def install_libraries(folder: Path) -> None:
    """Installs what this machine's Python needs into `folder`, unless it is there already."""
    _once(folder, sys.version, lambda fresh: _pip(fresh, "-r", str(REQUIREMENTS)))


def install_everywhere(folder: Path) -> None:
    """Installs what any QGIS needs into `folder`, unless it is there already.

    Pure Python at the top; below it a folder for each Python and system with what is, or is faster
    as, machine code there.
    """
    _once(folder, "any", _install_all)


def _once(folder: Path, python: str, install: Callable[[Path], None]) -> None:
    """Lets `install` fill a fresh folder, unless it was filled before for the same list."""
    key = hashlib.sha256(REQUIREMENTS.read_bytes() + Path(__file__).read_bytes())
    key.update(python.encode())
    stamp = folder / ".requirements"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == key.hexdigest():
        return
    print(f"Installing the plugin's libraries into {folder}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    install(folder)
    for pattern in _NOT_SHIPPED:
        for path in list(folder.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    stamp.write_text(key.hexdigest(), encoding="utf-8")


def _install_all(folder: Path) -> None:
    pins = dict(_pins())
    binary = [f"{name}=={pins[name]}" for name in (*_BINARY, *_WITH_C)]
    from_source = ",".join(_WITH_C)
    pure = (f"{name}=={version}" for name, version in pins.items() if name not in _BINARY)
    # pip's cache may hold a build with C in it
    _pip(folder, "--no-cache-dir", "--no-binary", from_source, *pure)
    for python, system in product(_PYTHONS, _SYSTEMS):
        tag = f"cpython-{python.replace('.', '')}-{system}"
        platforms = (part for name in _SYSTEMS[system] for part in ("--platform", name))
        wanted = ("--only-binary", ":all:", "--python-version", python, *platforms, *binary)
        _pip(folder / tag, *wanted)


def _pins() -> Iterator[tuple[str, str]]:
    """Yields each library and its version, whatever Python it is for."""
    for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines():
        requirement = line.partition("#")[0].partition(";")[0].strip()
        if requirement:
            name, _, version = requirement.partition("==")
            yield name, version


def _pip(folder: Path, *wanted: str) -> None:
    target = ("--no-deps", "--no-compile", "--target", str(folder))
    command = [sys.executable, "-m", "pip", "install", "-qq", *target, *wanted]
    without_c = {f"{name.upper()}_NO_EXTENSIONS": "1" for name in _WITH_C}
    subprocess.run(command, env=os.environ | without_c, check=True)
