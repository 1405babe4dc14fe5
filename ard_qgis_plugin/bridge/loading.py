"""The finished layer: CRS and style on it, stored with it, and kept when QGIS loads it."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections import deque
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..core.bodies import Body
from .kept_crs import restore_authority
from .layer import footprint_crs
from .postgis import drop_style, postgis_table
from .style import STYLE_NAME, store_style, style_footprints


class _FootprintPostProcessor(QgsProcessingLayerPostProcessorInterface):
    """Gives CRS and style to the layer that the desktop loads, which may be another object."""

    def __init__(self, body: Body) -> None:
        super().__init__()
        self._body = body

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,  # noqa: ARG002
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        """Dresses the layer; called on the main thread."""
        if isinstance(layer, QgsVectorLayer):
            _dress(layer, self._body)
            layer.triggerRepaint()


_kept: deque[_FootprintPostProcessor] = deque(maxlen=64)
"""The latest: each belongs to the one context that runs it, and Python may not take it before."""


def finish_layer(destination: str, body: Body, context: QgsProcessingContext) -> None:
    """Dresses the layer just written, stores its style, and has QGIS do so when it loads it."""
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
        _dress(layer, body)
        if table:
            drop_style(table, STYLE_NAME)
        store_style(layer)
    if context.willLoadLayerOnCompletion(destination):
        _kept.append(_FootprintPostProcessor(body))
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(_kept[-1])


def _dress(layer: QgsVectorLayer, body: Body) -> None:
    # most files give the CRS back without its authority
    layer.setCrs(footprint_crs(body))
    style_footprints(layer)
