"""Runs mypy twice: against PyQGIS over Qt 5, then over Qt 6 as QGIS 4 has it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ..libraries import ROOT
from .stubs import write_tree

_BUILD = ROOT / "build" / "types"


def main() -> int:
    """Checks with each Qt; returns 0 where mypy has nothing to say."""
    return max(_check(qt) for qt in ("PyQt5", "PyQt6"))


def _check(qt: str) -> int:
    print(f"mypy with {qt}: ", end="", flush=True)
    tree = _BUILD / qt
    write_tree(tree, qt, _installed("qgis-stubs"), _installed(f"{qt}-stubs", qt))
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "mypy",
        "--cache-dir",
        _BUILD / f"cache-{qt}",
    ]
    environment = os.environ | {"MYPYPATH": str(tree)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _installed(*names: str) -> Path:
    """Returns the folder of the first of these packages that is installed."""
    for name in names:
        for home in sys.path:
            if (folder := Path(home, name)).is_dir():
                return folder
    raise SystemExit(f"{names[0]} is not installed; `make setup` does it.")


sys.exit(main())
