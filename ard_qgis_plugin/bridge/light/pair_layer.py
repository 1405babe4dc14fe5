"""The layer of stereo pairs: a feature for each, coloured by strength, with both thumbnails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsFields, QgsVectorLayer, QgsWkbTypes

from ...translation import tr
from ..footprints.style import escaped
from .images_source import ImageLayer
from .output import LayerKind, Row, fields_of
from .pair_fields import FOOTPRINTS
from .styles import graduated, value_line

if TYPE_CHECKING:
    from ...core.light.stereo.pairs import PairTable

_NUMBERS = (
    "overlap_km2",
    "overlap_a",
    "overlap_b",
    "overlap_min",
    "convergence",
    "convergence_error",
    "parallax_height_ratio",
    "shadow_tip_distance",
    "sun_angle",
    "delta_solar_azimuth",
    "delta_spacecraft_azimuth",
    "resolution_ratio",
    "vertical_precision",
    "days_apart",
)
_COLUMNS = {"overlap_min": "overlap"}
_AT_ONCE = 1_000


def pair_fields() -> QgsFields:
    """Makes the fields of a pair layer."""
    return fields_of(
        {
            **dict.fromkeys(("id_a", "id_b", "collection_a", "collection_b"), "text"),
            **dict.fromkeys(_NUMBERS, "number"),
            "same_orbit": "count",
            "strength": "number",
            **dict.fromkeys(("dtm_id", "thumbnail_url_a", "thumbnail_url_b"), "text"),
        }
    )


def pair_kind(footprints: str) -> LayerKind:
    """Returns what a pair layer is like; `footprints` is the source of the images' layer."""

    def style(layer: QgsVectorLayer) -> None:
        style_pairs(layer)
        layer.setCustomProperty(FOOTPRINTS, footprints)

    return LayerKind(pair_fields(), QgsWkbTypes.Type.MultiPolygon, style)


def pair_rows(layer: ImageLayer, pairs: PairTable) -> Iterator[Row]:
    """Yields the features of pairs; the overlaps are cut again, which is cheaper than keeping."""
    from ...core.light.stereo.overlaps import shared_wkb  # noqa: PLC0415 (libraries)
    from ...core.light.stereo.released import released_models  # noqa: PLC0415

    models = released_models(text["id"] for text in layer.texts)
    for start in range(0, len(pairs), _AT_ONCE):
        some = pairs.take(slice(start, start + _AT_ONCE))
        shapes = shared_wkb(layer.images.shapes, some.first, some.second)
        columns = [getattr(some, _COLUMNS.get(name, name)).tolist() for name in _NUMBERS]
        for number, values in enumerate(zip(*columns, strict=True)):
            names = _names(layer, int(some.first[number]), int(some.second[number]), models)
            yield (
                *(shapes[number], *names[:4]),
                *(None if np.isnan(value) else value for value in values),
                *(names[4], float(some.strength[number]), *names[5:]),
            )


def _names(layer: ImageLayer, first: int, second: int, models: Mapping[frozenset[str], str]) -> Row:
    """Returns ids, collections, whether of one orbit, the released model, thumbnails."""
    from ...core.light.stereo.released import orbit_of, pair_name  # noqa: PLC0415

    ids = layer.texts[first]["id"], layer.texts[second]["id"]
    orbits = [orbit_of(each) for each in ids]
    return (
        *ids,
        *(layer.text(row, "collection") for row in (first, second)),
        int(orbits[0] == orbits[1]) if all(orbits) else None,
        models.get(pair_name(*ids)),
        *(layer.text(row, "thumbnail_url") for row in (first, second)),
    )


def style_pairs(layer: QgsVectorLayer) -> None:
    """Colours pairs by strength in classes of a tenth and gives them a map tip."""
    layer.setRenderer(graduated('"strength"', np.linspace(0, 1, 11).tolist(), ""))
    layer.setDisplayExpression('"id_a" || \' / \' || "id_b"')
    layer.setMapTipTemplate(_map_tip())


def _map_tip() -> str:
    pictures = "".join(
        f"[% CASE WHEN \"thumbnail_url_{side}\" ILIKE 'http%' THEN "
        f"'<img width=\"120\" src=\"' || {escaped(f'thumbnail_url_{side}')} || '\"> ' "
        "ELSE '' END %]"
        for side in "ab"
    )
    return (
        f"{pictures}<br><b>[% {escaped('id_a')} %]<br>[% {escaped('id_b')} %]</b><table>"
        + value_line(tr("strength"), "strength", "")
        + value_line(tr("convergence"), "convergence", "°")
        + value_line(tr("parallax/height"), "parallax_height_ratio", "")
        + value_line(tr("angle between the suns"), "sun_angle", "°")
        + value_line(tr("overlap"), "overlap_km2", " km²")
        + value_line(tr("vertical precision"), "vertical_precision", " m")
        + f"</table><i>[% {escaped('dtm_id')} %]</i>"
    )
