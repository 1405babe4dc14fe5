"""The finished layer: CRS, style and metadata, stored with it and kept when QGIS loads it."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections import deque
from pathlib import Path

from qgis.core import (
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ...core.model.bodies import Body
from .crs_repair import restore_authority
from .layer import footprint_crs
from .layer_metadata import add_extent, store_metadata
from .postgis import drop_style, postgis_table
from .style import STYLE_NAME, store_style, style_footprints


class _FootprintPostProcessor(QgsProcessingLayerPostProcessorInterface):
    """CRS, style and metadata for the layer that the desktop loads: maybe another object."""

    def __init__(self, body: Body, metadata: QgsLayerMetadata) -> None:
        super().__init__()
        self._body = body
        self._metadata = metadata

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,  # noqa: ARG002
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        """Dresses the layer; called on the main thread."""
        if isinstance(layer, QgsVectorLayer):
            _dress(layer, self._body, self._metadata)
            layer.triggerRepaint()


_kept: deque[_FootprintPostProcessor] = deque(maxlen=64)
"""The latest: each belongs to the one context that runs it, and Python may not take it before."""


def finish_layer(
    destination: str, body: Body, metadata: QgsLayerMetadata, context: QgsProcessingContext
) -> bool:
    """Dresses the layer just written, stores that, and has QGIS do so when it loads it.

    The metadata gets the layer's extent. Says whether the layer holds outlines: not every format
    has a geometry.
    """
    path = Path(destination.partition("|")[0])
    if path.suffix.lower() == ".gpkg" and path.is_file():
        restore_authority(path, body)
    table = postgis_table(destination)
    layer = (
        QgsVectorLayer(table.uri(), table.table(), "postgres")
        if table
        else QgsProcessingUtils.mapLayerFromString(destination, context)
    )
    if isinstance(layer, QgsVectorLayer):
        add_extent(metadata, layer, body)
        _dress(layer, body, metadata)
        if table:
            drop_style(table, STYLE_NAME)
        store_style(layer)
        store_metadata(layer)
    if context.willLoadLayerOnCompletion(destination):
        _kept.append(_FootprintPostProcessor(body, metadata))
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(_kept[-1])
    return not isinstance(layer, QgsVectorLayer) or layer.isSpatial()


def _dress(layer: QgsVectorLayer, body: Body, metadata: QgsLayerMetadata) -> None:
    # most files give the CRS back without its authority
    layer.setCrs(footprint_crs(body))
    layer.setMetadata(metadata)
    style_footprints(layer)
