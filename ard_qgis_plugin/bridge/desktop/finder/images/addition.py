"""Images on their way to the map, beside the interface."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .....translation import tr
from ..algorithm_run import AlgorithmRun
from ..layer.chooser import Chooser
from ..layer.features_task import Reading
from ..number_text import count


class Addition(QObject):
    """One addition: footprints are read, their images opened and put into the project.

    One that is dropped puts nothing there and says nothing any more.
    """

    said = pyqtSignal(str)  # a line for the dock

    def __init__(self, chooser: Chooser) -> None:
        super().__init__()
        self._chooser = chooser
        self._footprints = chooser.layer
        self._reading = Reading()
        self._run: AlgorithmRun | None = None
        self._is_dropped = False

    def begin(self, rows: Sequence[int]) -> None:
        """Begins with rows of the chooser, in their order."""
        names = self._footprints.fields().names() if self._footprints else []
        fids = [int(self._chooser.columns.fids[row]) for row in rows]
        task = self._chooser.features(rows, names, QgsFeature, geometry=True)
        if task is not None:
            self._reading.begin(
                task, lambda found: self._open([found[fid] for fid in fids if fid in found])
            )

    def drop(self) -> None:
        """Has it end soon."""
        self._is_dropped = True
        self._reading.stop()
        if self._run is not None:
            self._run.cancel()

    def _open(self, features: list[QgsFeature]) -> None:
        chosen = QgsVectorLayer("NoGeometry", "chosen", "memory")
        if features:
            chosen.dataProvider().addAttributes(features[0].fields().toList())
            chosen.updateFields()
            for feature in features:
                feature.clearGeometry()
            chosen.dataProvider().addFeatures(features)
        self._run = AlgorithmRun("ard:addimages", {"INPUT": chosen, "LIMIT": 0})
        self._run.ended.connect(lambda run: self._load(run, len(features)))
        self._run.start()

    def _load(self, run: AlgorithmRun, wanted: int) -> None:
        """Puts the images into the project, under footprints that are not selected any more.

        QGIS fills what is selected, and nothing would be seen of the images.
        """
        if self._is_dropped:
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
        if added and self._footprints is not None and self._footprints is self._chooser.layer:
            self._footprints.removeSelection()
        self.said.emit(run.error or " ".join([_told(added, wanted, run.warnings), *run.warnings]))


def _told(added: int, wanted: int, warnings: Sequence[str]) -> str:
    """Returns how many images were added; none without a warning means that they were there."""
    if not added and not warnings:
        text = tr("{count} of the images are on the map already.")
        return text.format(count=count(wanted))
    return tr("Images added: {count}.").format(count=count(added))
