"""Says how well the machine itself keeps time, whoever else is at work on it.

with beating() as beat:
    ... what is to be measured ...
beat.worst  # how late the latest beat of a process of its own was, in ms
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_BEAT = 0.02  # seconds


@dataclass
class Beat:
    """What the metronome found, once it has ended."""

    worst: int = 0


@contextmanager
def beating() -> Iterator[Beat]:
    """Runs the metronome until the block ends."""
    beat = Beat()
    command = [sys.executable, __file__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield beat
        beat.worst = int(process.communicate()[0])


def _main() -> None:
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    worst, last = 0.0, time.monotonic()
    while not ended.is_set():
        time.sleep(_BEAT)
        now = time.monotonic()
        worst, last = max(worst, now - last - _BEAT), now
    print(round(worst * 1000))


if __name__ == "__main__":
    _main()
