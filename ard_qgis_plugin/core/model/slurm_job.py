"""A Slurm job's script, made of its own template and of what all jobs have in common."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

MAX_PARTS = 1000
"""Slurm's own limit to an array, unless a cluster changes it."""

# The scripts travel as .txt: QGIS's repository refuses plugins that hold one.
_RESOURCES = Path(__file__).parents[2] / "resources"


def write_slurm_job(
    path: Path, template: str, name: str, parts: int, parameters: dict[str, str] | None = None
) -> None:
    """Writes the job of a template for so many parts; raises OSError.

    `parameters` are those of its algorithm.
    """
    given = [shlex.quote(f"--{key}={value}") for key, value in (parameters or {}).items()]
    values = {"PARTS": str(parts), "NAME": shlex.quote(name), "PARAMETERS": " ".join(given)}
    text = _resource(template).replace("@SLURM@\n", _resource("slurm.sh"))
    text = re.sub("@(PARTS|NAME|PARAMETERS)@", lambda found: values[found[1]], text)
    path.write_text(text, encoding="utf-8", newline="\n")
    path.chmod(path.stat().st_mode | 0o111)


def _resource(name: str) -> str:
    return (_RESOURCES / f"{name}.txt").read_text(encoding="utf-8")
