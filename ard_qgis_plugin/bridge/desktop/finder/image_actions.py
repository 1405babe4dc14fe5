"""What one does with images: onto the map, to the disk, into a manifest, selected."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from qgis.core import (
    QgsFeature,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....translation import tr
from ..actions import page_of
from ..feature_actions import OpenDialog, source_of
from .images.addition import Addition
from .layer.chooser import Chooser
from .layer.features_task import Reading
from .number_text import count
from .sizes import MOST, ImageFile, Sizes

MOST_ADDED = 50  # each is opened over the network


class ImageActions(QObject):
    """What can be done with rows of the chooser."""

    said = pyqtSignal(str)  # a line for the dock

    def __init__(
        self, canvas: QgsMapCanvas, chooser: Chooser, open_dialog: OpenDialog, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._chooser = chooser
        self._open_dialog = open_dialog
        self._asking = Reading()
        self._under_way: list[Addition] = []
        self.sizes = Sizes()
        QgsProject.instance().cleared.connect(self._drop)

    def end(self) -> None:
        """Asks nothing and adds nothing any more."""
        QgsProject.instance().cleared.disconnect(self._drop)
        self._drop()
        self._asking.stop()
        self.sizes.stop()

    def add(self, rows: Sequence[int]) -> None:
        """Adds images to the map, streamed, the first ones where there are many."""
        some = rows[:MOST_ADDED]
        if not len(some) or self._chooser.layer is None:
            return
        if len(rows) > len(some):
            text = tr("Adding images: the first {some} of {all}…")
            self.said.emit(text.format(some=count(len(some)), all=count(len(rows))))
        else:
            self.said.emit(tr("Adding images: {count}…").format(count=count(len(some))))
        addition = Addition(self._chooser)
        addition.said.connect(self.said)
        addition.said.connect(lambda _: self._under_way.remove(addition))
        self._under_way.append(addition)
        addition.begin(some)

    def add_one(self, row: int) -> None:
        """Adds one image and goes there."""
        self.add([row])
        self.zoom_to(row)

    def zoom_to(self, row: int) -> None:
        """Has the map show a footprint."""
        layer, columns = self._chooser.layer, self._chooser.columns
        if layer is None:
            return
        bounds = columns.boxes[row].tolist()
        if any(map(isnan, bounds)):  # not read yet
            box = layer.getFeature(int(columns.fids[row])).geometry().boundingBox()
        else:
            box = QgsRectangle(*bounds)
        if not box.isEmpty():
            shown = self._canvas.mapSettings().layerExtentToOutputExtent(layer, box)
            self._canvas.setExtent(shown.buffered(0.05 * shown.width()))
            self._canvas.refresh()

    def select(self, rows: Sequence[int]) -> None:
        """Selects footprints in the layer."""
        layer = self._chooser.layer
        if layer is not None:
            layer.selectByIds([int(self._chooser.columns.fids[row]) for row in rows])

    def open_for(self, algorithm: str, rows: Sequence[int]) -> None:
        """Opens an algorithm's dialog for some rows, which are selected in the layer."""
        layer = self._chooser.layer
        if layer is None or not len(rows):
            return
        every = len(rows) == layer.featureCount()
        if every:
            layer.removeSelection()
        else:
            self.select(rows)
        self._open_dialog(algorithm, {"INPUT": source_of(layer, selected=not every)})

    def ask_sizes(self, rows: Sequence[int]) -> None:
        """Asks how large images are; `sizes` tells."""
        task = self._chooser.features(rows[:MOST], ["image_url", "id", "collection"], _image_file)
        if task is not None:
            every = len(rows)
            self._asking.begin(task, lambda found: self.sizes.ask(list(found.values()), every))

    def _drop(self) -> None:
        """Adds nothing any more that was asked for in a project that is closed now."""
        under_way, self._under_way = self._under_way, []
        for addition in under_way:
            addition.drop()


def _image_file(feature: QgsFeature) -> ImageFile:
    names = feature.fields().names()
    value = feature["image_url"] if "image_url" in names else None
    item = page_of(feature).toString() if "collection" in names else ""
    return ImageFile(value, item) if isinstance(value, str) else ImageFile("")
