"""The layers that the algorithms of light write: fields, features, style, wherever they go."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)

from ...core.model.bodies import Body
from ...core.model.errors import OutputError
from ..footprints.crs_repair import restore_authority
from ..footprints.destination import EarlierLayer
from ..footprints.disk_sync import synced_once, synchronous
from ..footprints.finished_layer import written_layer
from ..footprints.layer import footprint_crs
from ..footprints.postgis import drop_style, postgis_table, set_body_crs
from ..footprints.style import STYLE_NAME, store_style
from ..footprints.writer import LayerWriter
from ..inputs.parameters import is_empty
from ..versions import count_field, number_field, text_field

Style = Callable[[QgsVectorLayer], None]
"""Gives a layer its style."""

Row = tuple[Any, ...]
"""A feature as plain values: WKB or None, then one value for each field."""

_MAKERS: dict[str, Callable[[str], QgsField]] = {
    "text": text_field,
    "number": number_field,
    "count": count_field,
}


@dataclass(frozen=True)
class LayerKind:
    """What a layer is like: its fields, its geometries, and how it looks.

    `crs` is None for longitude and latitude of the body. By `key_fields`, or by all fields
    where there are none, an earlier layer of the kind is known.
    """

    fields: QgsFields
    geometry: Any  # of QgsWkbTypes.Type
    style: Style
    crs: QgsCoordinateReferenceSystem | None = None
    key_fields: Collection[str] = ()


@dataclass(frozen=True)
class Run:
    """One run of an algorithm, as far as writing needs it."""

    algorithm: QgsProcessingAlgorithm
    parameters: dict[str, Any]
    context: QgsProcessingContext
    feedback: QgsProcessingFeedback


def fields_of(kinds: dict[str, str]) -> QgsFields:
    """Makes fields of names and kinds: text, number, count."""
    fields = QgsFields()
    for name, kind in kinds.items():
        fields.append(_MAKERS[kind](name))
    return fields


def write_layer(
    run: Run,
    name: str,
    kind: LayerKind,
    body: Body,
    rows: Iterable[Row],
) -> dict[str, str]:
    """Writes the layer of an output parameter; returns it as a result, or {} where left out.

    Raises OutputError where it can't be written, CancelledError where the user stops it; then an
    earlier layer of the place stays.
    """
    destination = run.parameters.get(name)
    if is_empty(destination):
        return {}
    with synced_once(destination) as files:
        with EarlierLayer(destination, kind.key_fields or kind.fields.names()) as earlier:
            earlier.put_aside()
            table = postgis_table(destination)
            crs = kind.crs or (QgsCoordinateReferenceSystem() if table else footprint_crs(body))
            sink, written = run.algorithm.parameterAsSink(
                run.parameters, name, run.context, kind.fields, kind.geometry, crs
            )
            if sink is None:
                raise OutputError(run.algorithm.invalidSinkError(run.parameters, name))
            writer = LayerWriter(run.context, run.feedback.isCanceled, earlier.abandon, feature_of)
            writer.write(rows, kind.fields, sink, written)
            files.append(written)
            if table and kind.crs is None:
                set_body_crs(table, body)
        _finish(written, body, kind, run.context)
    return {name: written}


def feature_of(row: Row, fields: QgsFields) -> QgsFeature:
    """Turns a row into a feature."""
    feature = QgsFeature(fields)
    if row[0] is not None:
        geometry = QgsGeometry()
        geometry.fromWkb(row[0])
        feature.setGeometry(geometry)
    feature.setAttributes(list(row[1:]))
    return feature


class PostProcessor(QgsProcessingLayerPostProcessorInterface):
    """The styling of the layer that the desktop loads, which may be another object."""

    def __init__(self, style: Callable[[Any], None]) -> None:
        super().__init__()
        self._apply_style = style

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,  # noqa: ARG002
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        """Styles the layer; called on the main thread."""
        self._apply_style(layer)
        layer.triggerRepaint()


_kept: deque[PostProcessor] = deque(maxlen=64)
"""The latest: each belongs to the one context that runs it, and Python may not take it before."""


def style_when_loaded(
    destination: str, style: Callable[[Any], None], context: QgsProcessingContext
) -> None:
    """Has QGIS style a layer when it loads it."""
    if context.willLoadLayerOnCompletion(destination):
        _kept.append(PostProcessor(style))
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(_kept[-1])


def _finish(destination: str, body: Body, kind: LayerKind, context: QgsProcessingContext) -> None:
    path = Path(destination.partition("|")[0])
    if path.suffix.lower() == ".gpkg" and path.is_file():
        restore_authority(path, body, synchronous())

    def style_and_name(layer: QgsVectorLayer) -> None:
        layer.setCrs(kind.crs or footprint_crs(body))
        kind.style(layer)

    layer = written_layer(destination, context)
    style_and_name(layer)
    if table := postgis_table(destination):
        drop_style(table, STYLE_NAME)
    store_style(layer)
    style_when_loaded(destination, style_and_name, context)
