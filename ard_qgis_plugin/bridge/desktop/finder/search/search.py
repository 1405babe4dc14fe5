"""Searches from the dock: one at a time, each overtaken by the next."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .....core.model.bodies import body_named
from .....core.model.known_collections import KNOWN_COLLECTIONS
from .....translation import tr
from ....inputs.canvas import extent_text
from ..algorithm_run import AlgorithmRun
from ..pause import pause
from .result import put_result
from .search_history import Wanted, remember

_REST = 900  # ms that the map rests
_MOVING = "moving map"


class Search(QObject):
    """The searches of the dock, through ard:search in the background."""

    begun = pyqtSignal()
    progressed = pyqtSignal(float)  # per cent
    ended = pyqtSignal(str)  # what there is to say, in a line
    found = pyqtSignal(object)  # the layer of what was found

    def __init__(self, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._run: AlgorithmRun | None = None
        self._wanted = Wanted()
        self._follows = self._is_paused = False
        self._searched = ""
        self._rest = pause(self, _REST, self._search_again)
        canvas.extentsChanged.connect(self._note_move)
        QgsProject.instance().cleared.connect(self.cancel)  # it is not for the next project

    @property
    def is_running(self) -> bool:
        """Says whether a search is under way."""
        return self._run is not None

    def map_extent(self) -> str:
        """Returns what the map shows, as Processing writes it; nothing where it is empty."""
        if self._canvas.extent().isEmpty():
            return ""
        return extent_text(self._canvas.extent(), self._canvas.mapSettings().destinationCrs())

    def start(self, wanted: Wanted, *, moving: bool = False) -> None:
        """Searches; a search under way is cancelled."""
        self.cancel()
        self._wanted = wanted
        self._searched = wanted.extent
        place = _MOVING if moving else _place(wanted)
        run = AlgorithmRun("ard:search", _parameters(wanted))
        run.progressed.connect(self.progressed)
        run.ended.connect(lambda ended: self._take(ended, place, wanted))
        self._run = run
        self.begun.emit()
        if not moving:
            remember(wanted)
        run.start()

    def cancel(self) -> None:
        """Cancels the search under way, if there is one; what was found before stays."""
        if self._run is not None:
            run, self._run = self._run, None
            run.cancel()
            self.ended.emit(tr("The search was cancelled."))

    def follow_map(self, on: bool, wanted: Wanted) -> None:
        """Searches whenever the map has come to rest elsewhere, or no longer does."""
        self._follows, self._wanted = on, wanted
        self._rest.stop()
        if on:
            self._note_move()

    def pause(self, on: bool) -> None:
        """Doesn't follow the map for a while, or does so again."""
        self._is_paused = on
        self._note_move()

    def end(self) -> None:
        """Stops listening to the map."""
        self._canvas.extentsChanged.disconnect(self._note_move)
        QgsProject.instance().cleared.disconnect(self.cancel)
        self._rest.stop()
        self.cancel()

    def _note_move(self) -> None:
        if self._follows and not self._is_paused:
            self._rest.start()

    def _search_again(self) -> None:
        extent = self.map_extent()
        if extent and extent != self._searched:
            old = self._wanted
            self.start(Wanted(old.collections, extent, most=old.most), moving=True)

    def _take(self, run: AlgorithmRun, place: str, wanted: Wanted) -> None:
        if run is not self._run:  # overtaken, or cancelled
            return
        self._run = None
        said = run.error
        if run.succeeded:
            layer = run.context.takeResultLayer(run.results["OUTPUT"])
            if isinstance(layer, QgsVectorLayer):
                if place != _MOVING:
                    remember(replace(wanted, name=layer.name()))
                said = self._add(layer, place, run)
        self.ended.emit(said)

    def _add(self, layer: QgsVectorLayer, place: str, run: AlgorithmRun) -> str:
        if not layer.featureCount():
            return tr("Nothing was found there: search a larger area or other collections.")
        put_result(layer, place)
        self.found.emit(layer)
        return "\n".join(run.warnings)


def _parameters(wanted: Wanted) -> dict[str, object]:
    parameters: dict[str, object] = {
        "COLLECTIONS": ",".join(wanted.collections),
        "MAX_ITEMS": wanted.most,
        "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
    }
    if wanted.layer and QgsProject.instance().mapLayer(wanted.layer):
        source = QgsProcessingFeatureSourceDefinition(wanted.layer, wanted.selected)
        parameters["AREA"] = source
        parameters["EXTENT"] = None
    else:
        parameters["EXTENT"] = wanted.extent or _everywhere(wanted)
    return parameters


def _place(wanted: Wanted) -> str:
    """Returns a text for the place of a search; other polygons of a layer are another place."""
    layer = QgsProject.instance().mapLayer(wanted.layer)
    if not isinstance(layer, QgsVectorLayer):
        return wanted.extent or _everywhere(wanted)
    if not wanted.selected:
        return layer.id()
    ids = repr(sorted(layer.selectedFeatureIds()))
    return f"{layer.id()} {sha256(ids.encode()).hexdigest()}"


def _everywhere(wanted: Wanted) -> str:
    return f"-180,180,-90,90 [{_crs(wanted.collections)}]"


def _crs(collections: tuple[str, ...]) -> str:
    """Returns the CRS of the body that the collections are of."""
    names = {each.id: each.body for each in KNOWN_COLLECTIONS}
    body = body_named(next((names[each] for each in collections if each in names), "Moon"))
    return body.crs if body else ""
