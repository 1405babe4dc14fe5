"""How long QGIS waits for the plugin at its start: `python -m tests.bench.startup`.

Each time is of a fresh QGIS with a fresh profile, the plugin loaded and started the way QGIS does
it: the work that it makes, whatever else the machine does. The first is left out: it compiles the
plugin's files.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

_PROBE = Path(__file__).parents[1] / "support" / "in_qgis" / "plugin_probe.py"
_ROUNDS = 15
_ALLOWED = 50  # milliseconds


def milliseconds(compiled: str) -> float:
    """Starts one QGIS and returns what the plugin added; `compiled` keeps Python's own files."""
    with TemporaryDirectory(prefix="startup-") as home:
        own = {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": home, "HOME": home}
        own |= {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        done = subprocess.run(
            [sys.executable, str(_PROBE), "startup"],
            env=os.environ | own,
            capture_output=True,
            text=True,
            check=True,
        )
    return json.loads(done.stdout.splitlines()[-1])["milliseconds"]


def main() -> None:
    """Prints one line: the median, the range, and what is allowed."""
    with TemporaryDirectory(prefix="startup-") as compiled:
        _, *times = [milliseconds(compiled) for _ in range(_ROUNDS + 1)]
    print(
        f"start-up: the plugin adds {statistics.median(times):.0f} ms "
        f"({min(times):.0f} to {max(times):.0f} in {_ROUNDS} runs; allowed are {_ALLOWED} ms)"
    )


if __name__ == "__main__":
    main()
