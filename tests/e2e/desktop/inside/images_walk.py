"""The walk that shows images under footprints: a search, then “Add images to the map”."""

from __future__ import annotations

import os
import time

import processing
from lateness import Lateness
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.utils import iface
from search_walk import BOX, MOON, colours, footprints, rest, set_up_moon

WHOLE_MOON = "-180,180,-90,90 [IAU_2015:30100]"


def images(desk):
    """Adds images and notes how long it took, and how long the interface stood still at most."""
    canvas = iface.mapCanvas()
    yield from set_up_moon(canvas)
    layer = _found()
    yield from rest()  # QGIS goes to the first layer by itself
    canvas.setReferencedExtent(QgsReferencedRectangle(BOX, QgsCoordinateReferenceSystem(MOON)))
    canvas.refresh()
    yield from rest()
    yield "the footprints are drawn", lambda: not canvas.isDrawing()
    desk.facts["before"] = colours(canvas.grab().toImage())

    desk.later(lambda: processing.execAlgorithmDialog("ard:addimages", {"INPUT": layer.id()}))
    yield "the dialog opens", lambda: desk.dialog("AlgorithmDialog")
    dialog = desk.dialog("AlgorithmDialog")
    yield from rest()
    clock = Lateness()
    start = time.monotonic()
    dialog.runButton().click()
    yield "the images are in the project", lambda: len(_rasters()) >= 30
    yield "all are there", dialog.results
    yield from rest(2)
    yield "they are drawn", lambda: not canvas.isDrawing()
    desk.facts["seconds"] = time.monotonic() - start
    desk.facts["latest_ms"] = clock.worst(start)
    desk.facts["results"] = dict(dialog.results())
    dialog.close()
    yield from rest(20)
    yield "they are drawn once more", lambda: not canvas.isDrawing()
    root = QgsProject.instance().layerTreeRoot()
    desk.facts["tree"] = [node.name() for node in root.children()]
    desk.facts["rasters"] = len(_rasters())
    desk.facts["grey"] = _greys(canvas.grab().toImage())
    desk.picture("5-images")


def _found() -> QgsVectorLayer:
    values = {"EXTENT": WHOLE_MOON, "OUTPUT": "TEMPORARY_OUTPUT"}
    processing.runAndLoadResults("ard:search", values)
    layer = footprints()
    far = os.environ.get("ARD_TEST_IMAGES")  # the same images, on a longer way
    if far:
        near = layer.getFeature(1)["image_url"].split("/astrogeo-ard")[0]
        index = layer.fields().indexOf("image_url")
        layer.dataProvider().changeAttributeValues(
            {
                each.id(): {index: each["image_url"].replace(near, far)}
                for each in layer.getFeatures()
            }
        )
    return layer


def _rasters():
    return [
        layer for layer in QgsProject.instance().mapLayers().values() if layer.type().value == 1
    ]


def _greys(image) -> int:
    """Counts the shades along a line across the middle."""
    row = image.height() // 2
    return len({image.pixelColor(x, row).lightness() for x in range(image.width())})
