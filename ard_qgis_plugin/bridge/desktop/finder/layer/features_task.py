"""Some features of a layer, read beside the interface."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsFeatureRequest,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import pyqtSignal

from .....translation import tr


class FeaturesTask(QgsTask):
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
        super().__init__(tr("Reading footprints"), QgsTask.Flag.CanCancel)
        self._source = QgsVectorLayerFeatureSource(layer)
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
            if self.isCanceled():
                return False
            found[feature.id()] = self._look(feature)
        self.read.emit(found)
        return True


def read_features(task: FeaturesTask, then: Callable[[dict[int, Any]], None]) -> FeaturesTask:
    """Starts a reading and has its findings given on; returns it, to be kept until then."""
    task.read.connect(lambda found: None if is_over(task) else then(found))
    QgsApplication.taskManager().addTask(task)
    return task


def cancel(task: QgsTask | None) -> None:
    """Cancels a task, which QGIS may have deleted by now."""
    if task is not None and not sip.isdeleted(task):
        task.cancel()


def is_over(task: QgsTask) -> bool:
    """Says whether nobody waits for a task any more."""
    return sip.isdeleted(task) or task.isCanceled()
