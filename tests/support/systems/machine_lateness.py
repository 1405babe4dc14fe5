"""Says how well the machine itself keeps time, whoever else is at work on it.

with machine_lateness() as machine:
    ... what is to be measured ...
machine.worst  # how late a clock in a process of its own was at most, in ms
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_TICK = 0.02  # seconds


@dataclass
class MachineLateness:
    """What the clock found, once it has ended."""

    worst: int = 0


@contextmanager
def machine_lateness() -> Iterator[MachineLateness]:
    """Runs the clock until the block ends."""
    machine = MachineLateness()
    command = [sys.executable, __file__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield machine
        machine.worst = int(process.communicate()[0])


def _main() -> None:
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    worst, last = 0.0, time.monotonic()
    while not ended.is_set():
        time.sleep(_TICK)
        now = time.monotonic()
        worst, last = max(worst, now - last - _TICK), now
    print(round(worst * 1000))


if __name__ == "__main__":
    _main()
