"""Two large searches from the dialog, while a clock on the main thread notes how late it is."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QAction, QTextEdit
from qgis.utils import iface
from search_walk import rest, set_up_moon

EVERYWHERE = "-180,180,-90,90 [IAU_2015:30100]"
_TICK = 0.02  # seconds
_IDLE_TICKS = 40


class Lateness:
    """A clock on the main thread; it keeps how late each of its ticks came.

    Less what it waited for a processor, which other programs had, and what the thread that waited
    longest for one did, as that may hold Python's lock.
    """

    def __init__(self):
        self._late = []
        self._waits = waits()
        self._last = time.monotonic()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(round(_TICK * 1000))

    def _tick(self):
        now, waited = time.monotonic(), waits()
        grown = {thread: each - self._waits.get(thread, 0.0) for thread, each in waited.items()}
        queued = grown.pop(os.getpid(), 0.0) + max(grown.values(), default=0.0)
        self._late.append((now, now - self._last - _TICK - queued, queued))
        self._last, self._waits = now, waited

    def since(self, start):
        """Counts the ticks since a moment."""
        return sum(at >= start for at, *_ in self._late)

    def worst(self, start):
        """Returns how late the latest tick since a moment came, in ms."""
        return round(max(late for at, late, _ in self._late if at >= start) * 1000)

    def queued(self, start):
        """Returns the longest wait for a processor between two ticks since a moment, in ms."""
        return round(max(queued for at, _, queued in self._late if at >= start) * 1000)


def waits():
    """Returns for how many seconds each thread has waited for a processor, as Linux counts it."""
    found = {}
    for path in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(OSError):  # the thread has ended
            found[int(path.parent.name)] = int(path.read_text().split()[1]) / 1e9
    return found


def walk(desk):
    canvas = iface.mapCanvas()
    yield from set_up_moon(canvas)
    canvas.zoomToFullExtent()
    clock = Lateness()
    start = time.monotonic()
    yield from rest(_IDLE_TICKS)
    desk.facts["idle"] = clock.worst(start)
    yield from search(desk, "first", clock, {"OUTPUT": "TEMPORARY_OUTPUT"})
    files = {"OUTPUT": "footprints.gpkg", "MANIFEST": "images.txt"}
    outputs = {name: str(desk.folder / file) for name, file in files.items()}
    yield from search(desk, "second", clock, outputs)


def search(desk, run, clock, outputs):
    """Opens the dialog, runs the search, and waits until its layer is drawn."""
    canvas = iface.mapCanvas()
    earlier = set(QgsProject.instance().mapLayers())
    action = iface.mainWindow().findChild(QAction, "ardSearchAction")
    desk.later(action.trigger)
    yield "the dialog opens", lambda: desk.dialog("AlgorithmDialog")
    dialog = desk.dialog("AlgorithmDialog")
    dialog.setParameters({"EXTENT": EVERYWHERE, "MAX_ITEMS": 0, **outputs})
    yield from rest()
    start = time.monotonic()
    dialog.runButton().click()
    log = dialog.findChild(QTextEdit, "txtLog")
    yield "the run ends", lambda: "finished" in log.toPlainText()
    yield from rest()
    yield "the layer is drawn", lambda: not canvas.isDrawing()
    layers = QgsProject.instance().mapLayers()
    desk.facts[run] = {
        "ticks": clock.since(start),
        "worst": clock.worst(start),
        "queued": clock.queued(start),
        "seconds": round(time.monotonic() - start, 1),
        "results": dict(dialog.results()),
        "earlier": sorted(earlier),
        "layers": {
            id_: {
                "name": layer.name(),
                "provider": layer.providerType(),
                "count": layer.featureCount(),
                "renderer": layer.renderer().type(),
                "drawn": layer in canvas.layers(),
            }
            for id_, layer in layers.items()
        },
    }
    dialog.close()
    yield "the dialog closes", lambda: not desk.dialog("AlgorithmDialog")
