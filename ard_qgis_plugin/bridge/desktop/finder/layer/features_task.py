"""Some features of a layer, read beside the interface."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal

from .....translation import tr
from ....background_task import BackgroundTask, drop, start
from ....layer_source import source_of


class FeaturesTask(BackgroundTask):
    """One reading of the features with some ids; `read` comes on the main thread.

    It brings for each feature what `look` makes of it, by its id; `look` runs in the task's thread.
    """

    read = pyqtSignal(dict)

    def __init__(
        self,
        layer: QgsVectorLayer,
        fids: Sequence[int],
        fields: Sequence[str],
        look: Callable[[QgsFeature], Any],
        geometry: bool = False,
    ) -> None:
        super().__init__(tr("Reading footprints"))
        self._source = source_of(layer)
        self._look = look
        request = QgsFeatureRequest(list(fids))
        request.setSubsetOfAttributes(list(fields), layer.fields())
        if not geometry:
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        self._request = request

    def run(self) -> bool:
        """Reads; called in a thread of its own."""
        found: dict[int, Any] = {}
        for feature in self._source.getFeatures(self._request):
            if self.is_dropped:
                return False
            found[feature.id()] = self._look(feature)
        self.read.emit(found)
        return True


class Reading:
    """One reading at a time: a later one replaces the earlier, whose findings nobody gets."""

    def __init__(self) -> None:
        self._task: FeaturesTask | None = None

    def begin(self, task: FeaturesTask, then: Callable[[dict[int, Any]], None]) -> None:
        """Starts a reading and has its findings given on."""
        self.stop()
        task.read.connect(lambda found: None if task.is_dropped else then(found))
        self._task = start(task)

    def stop(self) -> None:
        """Waits for no findings any more."""
        drop(self._task)
