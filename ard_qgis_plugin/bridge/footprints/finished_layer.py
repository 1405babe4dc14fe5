"""The finished layer: CRS, style and metadata, stored with it and kept when QGIS loads it."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import Path

from qgis.core import (
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer

from ...core.model.bodies import Body
from ...translation import tr
from .crs_repair import restore_authority
from .disk_sync import synchronous
from .layer import footprint_crs
from .layer_metadata import Provenance, add_extent, search_metadata, store_metadata
from .layer_name import layer_name
from .place_in_project import put_into_group
from .postgis import drop_style, postgis_table
from .reload import STYLED
from .style import STYLE_NAME, store_style, style_footprints
from .writer import do_not_load


class _FootprintPostProcessor(QgsProcessingLayerPostProcessorInterface):
    """CRS, style and metadata for the layer that the desktop loads: maybe another object."""

    def __init__(self, body: Body, metadata: QgsLayerMetadata) -> None:
        super().__init__()
        self._body = body
        self._metadata = metadata

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        """Styles the layer; called on the main thread.

        A layer that was there before, whose file was written anew, stays where and as it is.
        """
        if not isinstance(layer, QgsVectorLayer):
            return
        if layer.customProperty(STYLED):
            layer.setCrs(footprint_crs(self._body))
            layer.setMetadata(self._metadata)
        else:
            _apply_style(layer, self._body, self._metadata)
            layer.setCustomProperty(STYLED, True)
            if project := context.project():
                QTimer.singleShot(0, partial(_put, layer.id(), project))
        layer.triggerRepaint()


_kept: deque[_FootprintPostProcessor] = deque(maxlen=64)
"""The latest: each belongs to the one context that runs it, and Python may not take it before."""


def finish_layer(destination: str, found: Provenance, context: QgsProcessingContext) -> bool:
    """Styles the layer just written, stores that, and has QGIS do so when it loads it.

    A layer without any footprint is not loaded. Says whether the layer holds outlines: not every
    format has a geometry.
    """
    path = Path(destination.partition("|")[0])
    body, metadata = found.request.area.body, search_metadata(found)
    if path.suffix.lower() == ".gpkg" and path.is_file():
        restore_authority(path, body, synchronous())
    layer = written_layer(destination, context)
    nothing_found = layer.featureCount() == 0  # not known any more below
    layer.setName(layer_name(found.request, found.place))
    add_extent(metadata, layer, body)
    _apply_style(layer, body, metadata)
    if table := postgis_table(destination):
        drop_style(table, STYLE_NAME)
    # first, as it counts the rows: QGIS stores the style in a journal that `layer` can't open
    store_metadata(layer)
    store_style(layer)
    if nothing_found:
        do_not_load(destination, context)
    elif context.willLoadLayerOnCompletion(destination):
        _have_loaded(destination, layer.name(), _FootprintPostProcessor(body, metadata), context)
    return nothing_found or layer.isSpatial()


def written_layer(destination: str, context: QgsProcessingContext) -> QgsVectorLayer:
    """Returns the layer just written, as an object of this thread, not one that a project shows."""
    if table := postgis_table(destination):
        return QgsVectorLayer(table.uri(), table.table(), "postgres")
    stored = context.temporaryLayerStore().mapLayer(destination)
    if isinstance(stored, QgsVectorLayer):
        return stored
    return QgsVectorLayer(destination, Path(destination.partition("|")[0]).stem, "ogr")


def _have_loaded(
    destination: str, name: str, processor: _FootprintPostProcessor, context: QgsProcessingContext
) -> None:
    """Has the layer styled and, unless somebody has named it, named when QGIS loads it."""
    details = context.layerToLoadOnCompletionDetails(destination)
    if details.name in ("", tr("Footprints")):
        details.name, details.forceName = name, True
    _kept.append(processor)
    details.setPostProcessor(processor)


def _put(layer_id: str, project: QgsProject) -> None:
    """Puts a layer into its group, if it is still there."""
    if layer := project.mapLayer(layer_id):
        put_into_group(layer, project)


def _apply_style(layer: QgsVectorLayer, body: Body, metadata: QgsLayerMetadata) -> None:
    # most files give the CRS back without its authority
    layer.setCrs(footprint_crs(body))
    layer.setMetadata(metadata)
    style_footprints(layer)
