"""Blink comparator: images that see a place, one after the other in the same part of the map."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, cast

from qgis.core import (
    QgsDataProvider,
    QgsFeature,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .....core.manifest.asset_file import IMAGE, AssetFile
from .....core.model.errors import CancelledError
from .....translation import tr
from ....background_task import BackgroundTask, drop, start
from ....images.inspection import Image, Unreadable, look_at
from ....images.layers import image_layer
from ....images.streaming import set_up_streaming
from ....images.stretch import Limits, limits_of, show_grey
from ....inputs.footprint_source import footprint_row, row_fields
from ..layer.chooser import Chooser
from ..layer.features_task import Reading

_KEPT = 60  # images whose headers and brightness are known


class _LookTask(BackgroundTask):
    """One look at some images over the network."""

    looked = pyqtSignal(object)  # Image or Unreadable, one after the other

    def __init__(self, files: Sequence[AssetFile]) -> None:
        super().__init__(tr("Opening images"))
        self._files = files

    def run(self) -> bool:
        """Looks, the wanted one first; called in a thread of its own."""
        set_up_streaming()
        try:
            for file in self._files:
                (found,) = look_at([file], None, lambda _done, _all: None, lambda: self.is_dropped)
                self.looked.emit(found)
        except CancelledError:
            return False
        return True


class Blink(QObject):
    """The image layer that shows one row's image, then another's, all in one stretch."""

    said = pyqtSignal(str)
    about_to_show = pyqtSignal()

    def __init__(self, chooser: Chooser, parent: QObject) -> None:
        super().__init__(parent)
        self._chooser = chooser
        self._images: OrderedDict[str, Image] = OrderedDict()
        self._limits: Limits | None = None
        self._layer_id = ""
        self._wanted = ""
        self._reading = Reading()
        self._task: _LookTask | None = None
        chooser.layer_changed.connect(self._forget)

    def show(self, rows: Sequence[int]) -> None:
        """Shows the first row's image; the others' are made ready, for they may be next."""
        ids = [self._chooser.columns.ids[row] for row in rows]
        self._wanted = ids[0]
        if ids[0] in self._images:
            self._put(self._images[ids[0]])
        missing = [row for row, id_ in zip(rows, ids, strict=True) if id_ not in self._images]
        layer = self._chooser.layer
        if not missing or layer is None:
            return
        names = row_fields(layer.fields().names())

        def file_of(feature: QgsFeature) -> AssetFile:
            row = footprint_row(feature, names)
            problem = "" if row.image_url else tr("its image's address is not known")
            return AssetFile(row, IMAGE, row.image_url, problem)

        self.stop()
        task = self._chooser.features(missing, names, file_of)
        if task is not None:
            order = [int(self._chooser.columns.fids[row]) for row in missing]
            self._reading.begin(task, lambda found: self._look(found, order))

    def stop(self) -> None:
        """Drops what is under way."""
        self._reading.stop()
        drop(self._task)

    def _forget(self) -> None:
        """Shows nothing of another layer, which may be another project's."""
        self._wanted = ""
        self._images.clear()
        self.stop()

    def _look(self, found: dict[int, Any], order: list[int]) -> None:
        task = _LookTask([found[fid] for fid in order if fid in found])
        task.looked.connect(self._take)
        self._task = start(task)

    def _take(self, found: Image | Unreadable) -> None:
        id_ = found.file.row.id
        if isinstance(found, Unreadable):
            if id_ == self._wanted:
                text = tr("{name} can't be shown: {reason}")
                self.said.emit(text.format(name=id_, reason=found.reason))
            return
        self._images[id_] = found
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        self._limits = limits_of(each for each in self._images.values() if each.is_grey)
        if id_ == self._wanted:
            self._put(found)

    def _put(self, image: Image) -> None:
        """Shows an image in the one layer, which is made where it is not there."""
        self.about_to_show.emit()
        limits = self._limits
        layer = QgsProject.instance().mapLayer(self._layer_id)
        if not isinstance(layer, QgsRasterLayer):
            layer = image_layer(image, image.source, limits)
            self._layer_id = layer.id()
            self._insert(layer)
        else:
            options = QgsDataProvider.ProviderOptions()
            layer.setDataSource(image.source, image.name, "gdal", options, False)
            if image.is_grey:
                show_grey(layer, limits)
        layer.setName(image.name)
        layer.triggerRepaint()

    def _insert(self, layer: QgsRasterLayer) -> None:
        """Puts the layer right above the footprints, whose colours would tint it."""
        project = QgsProject.instance()
        project.addMapLayer(layer, False)
        footprints = self._chooser.layer
        node = project.layerTreeRoot().findLayer(footprints.id()) if footprints else None
        if node is None:
            project.layerTreeRoot().addLayer(layer)
            return
        parent = cast("QgsLayerTreeGroup", node.parent())
        new = parent.insertLayer(parent.children().index(node), layer)
        if new is not None:
            new.setExpanded(False)
