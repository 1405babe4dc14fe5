"""The finder over a very large layer: how soon it is filled, how late anything is while dragging.

The profile's setting walk/footprints names the layer's file.
"""

from __future__ import annotations

import time
from statistics import median

import numpy as np
from finder_walk import mouse, part, shown, toolbar_button
from lateness import Lateness
from qgis.core import QgsFeatureRequest, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QPoint
from qgis.PyQt.QtWidgets import QWidget
from qgis.utils import iface
from search_walk import rest, set_up_moon

from ard_qgis_plugin.core.choice.quantities import QUANTITIES

FIELDS = ["id", *(field for quantity in QUANTITIES for field in quantity.fields)]
_STEPS = 120
_KB = 1024


def walk(desk):
    """Measures in a GeoPackage, then in memory."""
    canvas = iface.mapCanvas()
    yield from set_up_moon(canvas)
    toolbar_button().click()
    yield from rest(20)
    path = QgsSettings().value("walk/footprints")
    for kind in ("gpkg", "memory"):
        layer = QgsVectorLayer(path, kind, "ogr")
        if kind == "memory":
            styled, layer = layer, layer.materialize(QgsFeatureRequest())
            layer.setName(kind)
            layer.setRenderer(styled.renderer().clone())
        canvas.setRenderFlag(False)  # what QGIS draws is not ours to measure
        yield from measure(desk, kind, layer)
        QgsProject.instance().removeMapLayer(layer.id())
        yield from rest(20)


def measure(desk, kind, layer):
    count = layer.featureCount()
    whole = f"{count} of {count}"
    bare = bare_loop(layer)
    clock = Lateness()
    idle_since = time.monotonic()
    yield from rest(40)
    idle = clock.worst(idle_since)
    before = memory()
    start = time.monotonic()
    QgsProject.instance().addMapLayer(layer)
    added = time.monotonic()
    yield "all are counted", lambda: shown() == whole
    filled = time.monotonic() - start
    columns = part("ardFinderDock").chooser
    yield "the boxes are there", lambda: np.isfinite(columns.columns.boxes).any()
    complete = time.monotonic() - start
    yield from rest(40)
    reading = clock.worst(added)
    bars = part("ardFinderHistogram", QWidget)
    middle = bars.height() // 2
    mouse(bars, QEvent.Type.MouseButtonPress, QPoint(bars.width() // 4, middle))
    yield from rest(4)
    took, busy, begun = [], [], time.monotonic()
    for step in range(1, _STEPS):
        place = QPoint(bars.width() // 4 + step * bars.width() // 2 // _STEPS, middle)
        moved, worked = time.monotonic(), time.thread_time()
        mouse(bars, QEvent.Type.MouseMove, place)
        bars.repaint()
        part("ardFinderList").viewport().repaint()
        took.append(time.monotonic() - moved)
        busy.append(time.thread_time() - worked)
        yield "a moment", lambda: True
    dragging = clock.worst(begun)
    released = time.monotonic()
    mouse(bars, QEvent.Type.MouseButtonRelease, place)
    release = time.monotonic() - released
    yield from rest(10)
    desk.facts[kind] = {
        "count": count,
        "bare_loop_s": round(bare, 2),
        "late_while_idle_ms": idle,
        "filled_s": round(filled, 2),
        "complete_s": round(complete, 2),
        "late_while_reading_ms": reading,
        "late_while_dragging_ms": dragging,
        "busy_ms": round(max(busy) * 1000, 1),
        "follows_ms": round(max(took) * 1000, 1),
        "follows_median_ms": round(median(took) * 1000, 1),
        "release_ms": round(release * 1000, 1),
        "shown": shown(),
        "memory_mb": round((memory() - before) / _KB, 1),
        "scroll_ms": round(scroll() * 1000, 1),
    }
    part("ardFinderReset").click()
    yield from rest(4)


def bare_loop(layer):
    """Returns how long it takes just to read the fields, on the main thread and one by one."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    names = [name for name in FIELDS if name in layer.fields().names()]
    request.setSubsetOfAttributes(names, layer.fields())
    start = time.monotonic()
    for feature in layer.getFeatures(request):
        for name in names:
            feature[name]
    return time.monotonic() - start


def scroll():
    """Returns how long the slowest of some leaps through the list took."""
    images, longest = part("ardFinderList"), 0.0
    bar = images.verticalScrollBar()
    for share in range(50):
        start = time.monotonic()
        bar.setValue(bar.maximum() * share // 50)
        images.viewport().repaint()
        longest = max(longest, time.monotonic() - start)
    return longest


def memory():
    """Returns the memory that QGIS has in use, in kB."""
    with open("/proc/self/status") as status:  # noqa: PTH123
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
