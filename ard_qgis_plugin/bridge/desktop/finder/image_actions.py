"""What one does with images: onto the map, to the disk, into a manifest, selected."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from qgis.core import (
    QgsFeature,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....translation import tr
from ..actions import page_of
from ..feature_actions import OpenDialog, source_of
from .algorithm_run import AlgorithmRun
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
        self._is_over = False
        self.sizes = Sizes()

    def end(self) -> None:
        """Asks nothing and adds nothing any more."""
        self._is_over = True
        self._asking.stop()
        self.sizes.stop()

    def add(self, rows: Sequence[int]) -> None:
        """Adds images to the map, streamed, the first ones where there are many."""
        some = list(rows[:MOST_ADDED])
        fids = [int(self._chooser.columns.fids[row]) for row in some]
        names = self._chooser.layer.fields().names() if self._chooser.layer else []
        task = self._chooser.features(some, names, QgsFeature, geometry=True)
        if not some or task is None:
            return
        if len(rows) > len(some):
            text = tr("Adding images: the first {some} of {all}…")
            self.said.emit(text.format(some=count(len(some)), all=count(len(rows))))
        else:
            self.said.emit(tr("Adding images: {count}…").format(count=count(len(some))))

        def run(found: dict[int, QgsFeature]) -> None:
            if not self._is_over:
                self._run_add([found[fid] for fid in fids if fid in found])

        Reading().begin(task, run)  # of its own: images added before are read as well

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

    def _run_add(self, features: list[QgsFeature]) -> None:
        chosen = QgsVectorLayer("NoGeometry", "chosen", "memory")
        if features:
            chosen.dataProvider().addAttributes(features[0].fields().toList())
            chosen.updateFields()
            for feature in features:
                feature.clearGeometry()
            chosen.dataProvider().addFeatures(features)
        run = AlgorithmRun("ard:addimages", {"INPUT": chosen, "LIMIT": 0})
        footprints = self._chooser.layer
        run.ended.connect(lambda ended: self._load(ended, footprints, len(features)))
        run.start()

    def _load(self, run: AlgorithmRun, footprints: QgsVectorLayer | None, wanted: int) -> None:
        """Puts the images into the project, under footprints that are not selected any more.

        QGIS fills what is selected, and nothing would be seen of the images.
        """
        if self._is_over:
            return
        project, added = QgsProject.instance(), 0
        for id_, details in run.context.layersToLoadOnCompletion().items():
            layer = run.context.takeResultLayer(id_)
            if layer is None:
                continue
            layer.setName(details.name)
            project.addMapLayer(layer)
            added += 1
            if processor := details.postProcessor():
                processor.postProcessLayer(layer, run.context, run.feedback)
        if added and footprints is not None and footprints is self._chooser.layer:
            footprints.removeSelection()
        self.said.emit("\n".join([run.error or _told(added, wanted, run.warnings), *run.warnings]))


def _image_file(feature: QgsFeature) -> ImageFile:
    names = feature.fields().names()
    value = feature["image_url"] if "image_url" in names else None
    item = page_of(feature).toString() if "collection" in names else ""
    return ImageFile(value, item) if isinstance(value, str) else ImageFile("")


def _told(added: int, wanted: int, warnings: Sequence[str]) -> str:
    """Returns how many images were added; none without a warning means that they were there."""
    if not added and not warnings:
        text = tr("{count} of the images are on the map already.")
        return text.format(count=count(wanted))
    return tr("Images added: {count}.").format(count=count(added))
