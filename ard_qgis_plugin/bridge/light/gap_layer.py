"""The layer of gaps: what of an area no image shows, a polygon for each piece."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

from ...core.model.bodies import Body
from .images_source import ImageLayer
from .output import LayerKind, Row, fields_of
from .styles import dress_gaps

if TYPE_CHECKING:
    from ...core.light.areas import Shape
    from ...core.light.vectors import Shapes


def gap_kind(crs: QgsCoordinateReferenceSystem | None = None) -> LayerKind:
    """Returns what a layer of gaps is like, in longitude/latitude where no CRS is given."""
    fields = fields_of({"area_km2": "number"})
    return LayerKind(fields, QgsWkbTypes.Type.MultiPolygon, dress_gaps, crs)


def gap_rows(gaps: Shape, layer: ImageLayer) -> Iterator[Row]:
    """Yields a feature for each piece of a gap in longitude/latitude, the largest first."""
    from ...core.light.wkb import pieces_of  # noqa: PLC0415 (libraries)

    square = (layer.body.radius / 1000) ** 2
    for wkb, size in pieces_of(gaps):
        yield wkb, size * square


def flat_gap_rows(gaps: Shapes, body: Body) -> Iterator[Row]:
    """Yields a feature for each of the gaps in an equal-area plane of unit radius, in metres."""
    from ...core.light.wkb import flat_pieces_of  # noqa: PLC0415 (libraries)

    for wkb, size in flat_pieces_of(gaps, body.radius):
        yield wkb, size / 1e6
