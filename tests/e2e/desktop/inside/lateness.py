"""The yardstick of an interface that stays alive: how late a clock on the main thread is.

Late is what the thread itself did or waited for: a long call, a lock of Python's that another
thread holds, a file or a server. Not late is what it was ready to run but had no processor.
"""

from __future__ import annotations

import os
import time

from qgis.PyQt.QtCore import Qt, QTimer

_TICK = 0.02  # seconds
_SCHEDSTAT = f"/proc/self/task/{os.getpid()}/schedstat"  # of the main thread
_LONGEST = 100  # bytes of that


class Lateness:
    """A clock on the main thread; it keeps how late each of its ticks came."""

    def __init__(self):
        self._late = []
        self._file = _opened()
        self._last, self._queued = time.monotonic(), self._waited()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(round(_TICK * 1000))

    def _tick(self):
        now, queued = time.monotonic(), self._waited()
        self._late.append((now, now - self._last - _TICK - (queued - self._queued)))
        self._last, self._queued = now, queued

    def _waited(self):
        """Returns for how many seconds the thread has waited for a processor so far.

        One call, for each that lets go of Python's lock waits until it is given back.
        """
        if self._file is None:
            return 0.0
        return int(os.pread(self._file, _LONGEST, 0).split()[1]) / 1e9

    def since(self, start):
        """Counts the ticks since a moment."""
        return sum(at >= start for at, _ in self._late)

    def worst(self, start):
        """Returns how late the latest tick since a moment came, in ms."""
        return round(max(late for at, late in self._late if at >= start) * 1000)


def _opened():
    """Opens what Linux counts of the main thread; None where it doesn't: all is one's own then."""
    try:
        return os.open(_SCHEDSTAT, os.O_RDONLY)
    except OSError:
        return None
