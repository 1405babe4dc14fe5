"""The yardstick of an interface that stays alive: how late a clock on the main thread is.

Late is what this process did or waited for: a long call, a file or a server, a thread that held
Python's lock meanwhile. Not late is what it was ready to work but had no processor, because other
programs had them.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from typing import NamedTuple

from qgis.PyQt.QtCore import Qt, QTimer

_TICK = 0.02  # seconds
_TASKS = b"/proc/self/task"
_NAME = 19  # bytes of a directory's entry before its name
_LONGEST = 100  # bytes of a schedstat
_NANO = 1e-9

# Calls that keep Python's lock: each that lets go of it may wait long to have it again.
_libc = ctypes.PyDLL(None)
_libc.opendir.restype = _libc.readdir.restype = ctypes.c_void_p
_libc.readdir.argtypes = _libc.closedir.argtypes = [ctypes.c_void_p]


class Lateness:
    """A clock on the main thread; it keeps how late each of its ticks came."""

    def __init__(self):
        self._late = []
        self._last, self._threads = time.monotonic(), _threads()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(round(_TICK * 1000))

    def _tick(self):
        now, threads = time.monotonic(), _threads()
        since = {name: each.since(self._threads.get(name)) for name, each in threads.items()}
        late = now - self._last - _TICK
        self._late.append((now, late - _without_processor(late, since)))
        self._last, self._threads = now, threads

    def since(self, start):
        """Counts the ticks since a moment."""
        return sum(at >= start for at, _ in self._late)

    def worst(self, start):
        """Returns how late the latest tick since a moment came, in ms."""
        return round(max(late for at, late in self._late if at >= start) * 1000)


class _Thread(NamedTuple):
    """What Linux counts of a thread: seconds of work, seconds ready for it, turns at work."""

    worked: float = 0.0
    ready: float = 0.0
    turns: int = 0

    def since(self, earlier):
        return _Thread(*(now - then for now, then in zip(self, earlier or _Thread(), strict=True)))


def _without_processor(late, threads):
    """Returns the part of a lateness, in seconds, in which there was no processor for the work.

    A thread that waits for Python's lock asks for it once in 5 ms. Whether it has a processor to
    ask makes nobody late, but whether the thread with the lock has one: most likely that which
    worked most meanwhile. How much of the time was such waiting is told by the turns it took.
    """
    main = threads.pop(os.getpid(), _Thread())
    asked = max(late - main.worked - main.ready, 0) / sys.getswitchinterval()
    is_lock = main.turns > 0 and asked <= 2 * main.turns  # and no long sleep
    share = min(asked / main.turns, 1) if is_lock else 0
    return (1 - share) * main.ready + share * max(threads.values(), default=_Thread()).ready


def _threads():
    """Returns what is counted of each thread by its number; nothing where Linux doesn't count."""
    found, folder = {}, _libc.opendir(_TASKS)
    while folder and (entry := _libc.readdir(folder)):
        name = ctypes.string_at(entry + _NAME)
        if name.isdigit() and (text := _read(_TASKS + b"/" + name + b"/schedstat")):
            worked, ready, turns = map(int, text.split())
            found[int(name)] = _Thread(worked * _NANO, ready * _NANO, turns)
    if folder:
        _libc.closedir(folder)
    return found


def _read(path):
    buffer = ctypes.create_string_buffer(_LONGEST)
    file = _libc.open(path, os.O_RDONLY)
    if file < 0:  # the thread has ended
        return b""
    size = _libc.read(file, buffer, _LONGEST)
    _libc.close(file)
    return buffer.raw[: max(size, 0)]
