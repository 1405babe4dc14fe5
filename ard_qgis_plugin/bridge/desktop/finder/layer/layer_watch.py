"""What happens to the layer that the dock is about."""

from __future__ import annotations

from contextlib import suppress

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....inputs.footprint_source import is_footprint_layer
from ..pause import pause
from .layer_filter import LayerFilter

_PAUSE = 400  # ms; many features are edited at once


class LayerWatch(QObject):
    """A watch on one layer: `changed` where it is to be read again, after a pause."""

    changed = pyqtSignal()
    filter_replaced = pyqtSignal()  # by the user, ours is gone

    def __init__(self, layer: QgsVectorLayer, filter_: LayerFilter, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = filter_
        self._pause = pause(self, _PAUSE, self.changed)
        self._connections = [
            (signal, signal.connect(self._note))
            for signal in (
                layer.featureAdded,
                layer.featureDeleted,
                layer.attributeValueChanged,
                layer.geometryChanged,
                layer.editingStopped,
                layer.dataSourceChanged,
                layer.dataChanged,
            )
        ]
        subset = layer.subsetStringChanged
        self._connections.append((subset, subset.connect(self._look_at_filter)))

    def end(self) -> None:
        """Stops watching; the layer may be gone by now."""
        self._pause.stop()
        for signal, connection in self._connections:
            with suppress(TypeError, RuntimeError):  # it went with the layer
                signal.disconnect(connection)
        self.deleteLater()

    def _note(self, *_what: object) -> None:
        if not self._filter.is_working:
            self._pause.start()

    def _look_at_filter(self) -> None:
        if self._filter.is_working:
            return
        if self._filter.understand():
            self._pause.start()
        else:
            self.filter_replaced.emit()


class Follower(QObject):
    """Which footprint layer the dock is about: the active one, else the newest."""

    followed = pyqtSignal(object)  # QgsVectorLayer or None

    def __init__(self, iface: QgisInterface, parent: QObject) -> None:
        super().__init__(parent)
        self._iface = iface
        self.layer: QgsVectorLayer | None = None
        iface.currentLayerChanged.connect(self._look_at)
        project = QgsProject.instance()
        project.layersAdded.connect(self._look_at_new)
        project.layersWillBeRemoved.connect(self._look_at_removed)

    def begin(self) -> None:
        """Follows what there is."""
        for layer in (self._iface.activeLayer(), *_layers()):
            if isinstance(layer, QgsVectorLayer) and is_ours(layer):
                self.follow(layer)
                return

    def follow(self, layer: QgsVectorLayer | None) -> None:
        """Follows a layer, or none."""
        if layer is not self.layer:
            self.layer = layer
            self.followed.emit(layer)

    def end(self) -> None:
        """Stops listening to QGIS."""
        self._iface.currentLayerChanged.disconnect(self._look_at)
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._look_at_new)
        project.layersWillBeRemoved.disconnect(self._look_at_removed)

    def _look_at(self, layer: object) -> None:
        if isinstance(layer, QgsVectorLayer) and is_ours(layer):
            self.follow(layer)

    def _look_at_new(self, layers: list[object]) -> None:
        for layer in layers:
            self._look_at(layer)

    def _look_at_removed(self, ids: list[str]) -> None:
        if self.layer is None or self.layer.id() not in ids:
            return
        left = (
            each
            for each in _layers()
            if isinstance(each, QgsVectorLayer) and each.id() not in ids and is_ours(each)
        )
        self.follow(next(left, None))


def _layers() -> list[QgsMapLayer]:
    """Returns the project's layers from the top of the map down."""
    return QgsProject.instance().layerTreeRoot().layerOrder()


def is_ours(layer: object) -> bool:
    """Says whether a layer has footprints whose images can be found."""
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.isValid()
        and is_footprint_layer(layer.fields().names())
    )
