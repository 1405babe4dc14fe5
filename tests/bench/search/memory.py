"""Memory: how much the plugin's whole job takes at its peak, each size in a QGIS of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .catalogue import COLLECTIONS
from .plugin import seconds, start_qgis

_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


def peak(root: str, observations: int) -> float:
    """Returns the peak in MB of a process that searches so many observations, up to two fewer.

    `root` is the address of a large catalogue; nothing is in the label cache.
    """
    command = [sys.executable, "-m", "tests.bench.search.memory", root, str(observations)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout.split()[-1])


def main() -> None:
    """Searches once and prints this process's peak in MB."""
    root, observations = sys.argv[1:]
    with TemporaryDirectory(prefix="ard-bench-") as profile:
        start_qgis(profile)
        each = int(observations) // len(COLLECTIONS)
        seconds(f"{root}/{each}", each)
        status = Path("/proc/self/status").read_text()
        print(int(_PEAK.search(status)[1]) / 1024)


if __name__ == "__main__":
    main()
