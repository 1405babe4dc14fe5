"""The yardstick of an interface that stays alive finds what holds it, and nothing else."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer

from tests.support.systems.desktop import INSIDE

HELD = 0.4  # seconds
CAUGHT = 300  # ms at least of it; an interface is never to be held 250
CALM = 125  # ms at most where nothing holds the thread, half of that
SAMPLE = 3_000_000  # numbers to add, to see how fast the processor is


@pytest.fixture(params=["alone", "with other programs"])
def machine(request) -> Iterator[None]:
    """Gives the machine to the test, or keeps its processors busy beside it."""
    count = 2 * (os.cpu_count() or 1) if request.param == "with other programs" else 0
    with ExitStack() as programs:
        for _ in range(count):
            busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
            programs.callback(busy.wait)
            programs.callback(busy.kill)
        yield


@pytest.fixture
def worst(machine, monkeypatch):  # noqa: ARG001
    """Returns what says how late the main thread's clock was, in ms, while a loop ran a call."""
    monkeypatch.syspath_prepend(INSIDE)
    from lateness import Lateness  # noqa: PLC0415 (of the scenarios inside the desktop)

    application = QCoreApplication.instance() or QCoreApplication([])

    def run(call) -> int:
        loop, look = QEventLoop(application), QTimer()
        clock, start = Lateness(), time.monotonic()
        threads = set(threading.enumerate())

        def end() -> None:
            if not set(threading.enumerate()) - threads:  # that the call has begun
                look.stop()
                QTimer.singleShot(1000, loop.quit)

        def begin() -> None:
            call()
            look.start(20)

        look.timeout.connect(end)
        QTimer.singleShot(200, begin)
        loop.exec()
        return clock.worst(start)

    return run


@cache
def numbers() -> int:
    """Returns how many numbers the processor adds while the lock is held, rather more than less."""
    begun = time.thread_time()
    sum(range(SAMPLE))
    return round(1.5 * HELD * SAMPLE / (time.thread_time() - begun))


def work_until(end: float) -> None:
    while time.monotonic() < end:
        pass


def held_by_another() -> None:
    """Has another thread hold Python's lock, in a call that doesn't let go of it."""
    threading.Thread(target=ctypes.PyDLL(None).usleep, args=[round(HELD * 1e6)]).start()


def held_by_work() -> None:
    """Has another thread hold Python's lock by work of the processor."""
    threading.Thread(target=sum, args=[range(numbers())]).start()


def test_a_main_thread_that_waits_is_late(worst):
    assert worst(lambda: time.sleep(HELD)) >= CAUGHT


def test_a_main_thread_that_works_is_late(worst):
    assert worst(lambda: sum(range(numbers()))) >= CAUGHT


def test_a_main_thread_is_late_while_another_holds_pythons_lock(worst):
    assert worst(held_by_another) >= CAUGHT


def test_a_main_thread_is_late_while_another_works_and_holds_pythons_lock(worst):
    assert worst(held_by_work) >= CAUGHT


def test_other_programs_make_nobody_late(worst):
    assert worst(lambda: None) <= CALM


def test_other_threads_that_share_pythons_lock_make_nobody_late(worst):
    """Work in Python gives the lock away when it is asked for."""
    end = time.monotonic() + 1
    assert worst(threading.Thread(target=work_until, args=[end]).start) <= CALM
