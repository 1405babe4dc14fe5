"""Measures how long the code under test takes, and not what else the machine has to do meanwhile.

watch = Stopwatch()
... what users were promised the end of ...
assert watch.seconds() < 1
"""

from __future__ import annotations

import threading
import time
from pathlib import Path

_TASKS = Path("/proc/self/task")
_PERIOD = 0.02  # seconds between two looks at threads, which may end
_LONGEST = 120.0  # seconds after which a watch that nobody read is given up
_NANO = 1e-9


class Stopwatch:
    """The time since it was made, less what this process's threads waited for a processor.

    The kernel keeps the waiting of each thread in /proc; where it doesn't, nothing is taken off.
    """

    def __init__(self) -> None:
        self._first = _waited()
        self._last = dict(self._first)
        self._read = threading.Event()
        self._begin = time.monotonic()
        self._look = threading.Thread(target=self._look_on, name="stopwatch", daemon=True)
        self._look.start()

    def seconds(self) -> float:
        """Stops it and returns the seconds."""
        end = time.monotonic()
        self._last.update(_waited())
        self._read.set()
        self._look.join()
        self._last.pop(str(self._look.native_id), None)
        late = sum(value - self._first.get(name, 0.0) for name, value in self._last.items())
        return end - self._begin - late

    def _look_on(self) -> None:
        while not self._read.wait(_PERIOD) and time.monotonic() - self._begin < _LONGEST:
            self._last.update(_waited())


def _waited() -> dict[str, float]:
    """Returns the seconds that each thread was ready to run but had no processor."""
    return {task.name: _NANO * _delay(task / "schedstat") for task in _TASKS.glob("*")}


def _delay(file: Path) -> int:
    try:
        return int(file.read_text().split()[1])
    except (OSError, IndexError):  # ended meanwhile, or such a kernel
        return 0
