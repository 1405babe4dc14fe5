"""The layers of looks at places: one of looks, one that sums up each place."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsVectorLayer, QgsWkbTypes

from ...translation import tr
from ..footprints.style import escaped
from .images_source import ImageLayer
from .output import LayerKind, Row, fields_of
from .places_source import Places
from .styles import dress_points, graduated, value_line

if TYPE_CHECKING:
    from ...core.light.places import PlaceLooks, PlaceSummary

_ANGLES = ("incidence", "incidence_min", "incidence_max", "sun_azimuth")
_TEXTS = ("collection", "body", "image_url", "label_url", "thumbnail_url", "rclone_path")
_POINT = struct.Struct("<BIdd")  # WKB: little-endian, type, x, y


def look_kind() -> LayerKind:
    """Returns what a layer of looks is like."""
    numbers = (*_ANGLES, "emission", "phase", "sun_angle", "coverage")
    kinds = {
        **dict.fromkeys(("place", "id"), "text"),
        **dict.fromkeys(numbers, "number"),
        "rank": "count",
        **dict.fromkeys(_TEXTS, "text"),
    }
    return LayerKind(fields_of(kinds), QgsWkbTypes.Type.MultiPolygon, _apply_style)


def look_rows(layer: ImageLayer, places: Places, looks: Sequence[PlaceLooks]) -> Iterator[Row]:
    """Yields a feature for each place and image that sees it, best first: the footprint."""
    from ...core.light.wkb import wkb_of  # noqa: PLC0415 (libraries)

    images = layer.images
    for name, found in zip(places.names, looks, strict=True):
        angles = [getattr(found, each).tolist() for each in _ANGLES]
        for number, row in enumerate(found.rows.tolist()):
            values = [
                *(column[number] for column in angles),
                *(images.emission[row], images.phase[row]),
                *(found.sun_angle[number], found.coverage[number]),
            ]
            yield (
                wkb_of(images.shapes[row]),
                *(name, layer.text(row, "id"), *map(_known, values), number + 1),
                *(layer.text(row, each) for each in _TEXTS),
            )


def summary_kind() -> LayerKind:
    """Returns what a layer of summaries is like."""
    kinds = {
        "place": "text",
        "looks": "count",
        **dict.fromkeys(("azimuth_gap", "sigma_ratio"), "number"),
        **dict.fromkeys(("change_id_a", "change_id_b"), "text"),
        **dict.fromkeys(
            ("change_sun_angle", "change_delta_incidence", "change_days_apart"), "number"
        ),
    }
    return LayerKind(fields_of(kinds), QgsWkbTypes.Type.Point, dress_points)


def summary_rows(
    layer: ImageLayer, places: Places, summaries: Sequence[PlaceSummary]
) -> Iterator[Row]:
    """Yields a point for each place, with what its looks are worth together."""
    from ...core.light.measures import middle_of  # noqa: PLC0415 (libraries)

    for name, shape, found in zip(places.names, places.shapes, summaries, strict=True):
        pair = [row for row in (found.first, found.second) if row is not None]
        ids = [layer.text(row, "id") for row in pair] or [None, None]
        days = np.ptp(layer.images.day[pair]) if pair else np.nan
        numbers = (found.pair_sun_angle, found.pair_delta_incidence, days)
        yield (
            _POINT.pack(1, 1, *middle_of(shape)),
            *(name, found.looks, found.azimuth_gap, found.sigma_ratio),
            *(*ids, *map(_known, numbers)),
        )


def _known(value: Any) -> float | None:
    return None if np.isnan(value) else float(value)


def _apply_style(layer: QgsVectorLayer) -> None:
    """Colours looks by the incidence at the place and gives them a map tip."""
    layer.setRenderer(graduated('"incidence"', np.arange(0, 181, 10).tolist(), "°"))
    layer.setDisplayExpression('"place" || \': \' || "id"')
    layer.setMapTipTemplate(
        "[% CASE WHEN \"thumbnail_url\" ILIKE 'http%' THEN "
        f"'<img width=\"200\" src=\"' || {escaped('thumbnail_url')} || '\"><br>' ELSE '' END %]"
        f"<b>[% {escaped('id')} %]</b><br>[% {escaped('place')} %]<table>"
        + value_line(tr("incidence here"), "incidence", "°")
        + value_line(tr("sun azimuth here"), "sun_azimuth", "°")
        + value_line(tr("emission"), "emission", "°")
        + value_line(tr("phase"), "phase", "°")
        + "</table>"
    )
