"""The real qgis_process, with a profile of its own and the staged plugin alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
STAGE = ROOT / "build" / "stage"
PLUGIN = "ard_qgis_plugin"


@dataclass(frozen=True, slots=True)
class Run:
    """How one run ended: exit code, all it printed, and what its JSON says."""

    code: int
    output: str
    answer: Mapping[str, Any]

    @property
    def results(self) -> Mapping[str, Any]:
        """Returns the outputs of the algorithm."""
        return self.answer.get("results", {})

    def log(self, kind: str) -> list[str]:
        """Returns the messages of a kind: info, warning, errors."""
        return list(self.answer.get("log", {}).get(kind, []))


class QgisProcess:
    """Algorithms in processes of their own; `profile` is a folder for QGIS's settings."""

    def __init__(self, profile: Path, plugins: Path = STAGE, **environment: str) -> None:
        if not (plugins / PLUGIN).is_dir():
            raise FileNotFoundError(f"{plugins / PLUGIN} is missing: run `make stage` first.")
        profile.mkdir(parents=True, exist_ok=True)
        self._profile = profile
        own = {
            "QGIS_CUSTOM_CONFIG_PATH": str(profile),
            "QGIS_PLUGINPATH": str(plugins),
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(profile),
        }
        self._environment = os.environ | own | environment
        self.call("plugins", "enable", PLUGIN)

    def add_script(self, path: Path) -> None:
        """Adds an algorithm, a Python script, to the provider of the user's own scripts."""
        folder = self._profile / "profiles" / "default" / "processing" / "scripts"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / path.name)

    def with_environment(self, **variables: str) -> QgisProcess:
        """Returns the same in an environment with some more variables."""
        other = copy(self)
        other._environment = self._environment | variables
        return other

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Calls qgis_process and waits for its end."""
        return subprocess.run(
            [program(), *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )

    def start(self, algorithm: str, **parameters: object) -> subprocess.Popen[str]:
        """Starts an algorithm and does not wait."""
        return subprocess.Popen(
            [program(), *_arguments(algorithm, parameters)],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, algorithm: str, **parameters: object) -> Run:
        """Runs an algorithm; parameters as on the command line."""
        done = self.call(*_arguments(algorithm, parameters))
        return Run(done.returncode, done.stdout + done.stderr, _json(done.stdout))


def program() -> str:
    """Returns qgis_process's program; Debian 12's wrapper script of that name is broken."""
    for name in ("qgis_process.bin", "qgis_process"):
        if found := shutil.which(name):
            return found
    sys.exit("qgis_process is not installed: run `make setup` first.")


def _arguments(algorithm: str, parameters: Mapping[str, object]) -> list[str]:
    given = [f"--{name}={value}" for name, value in parameters.items()]
    return ["--json", "run", algorithm, *given]


def _json(text: str) -> Mapping[str, Any]:
    start = text.find("{")
    try:
        return json.loads(text[start:]) if start >= 0 else {}
    except json.JSONDecodeError:
        return {}
