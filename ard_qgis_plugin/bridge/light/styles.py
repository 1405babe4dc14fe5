"""Colours and map tips of the layers of light: pairs, looks, groups, coverage."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from itertools import pairwise

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ...translation import tr
from ..footprints.style import number_text, style_footprints

# From weak to strong, evenly spaced in lightness; they read on a dark basemap too.
_RAMP = (
    *("#5e4fa2", "#4173b3", "#4398b4", "#62bda7", "#90d2a4"),
    *("#bce4a0", "#e1f399", "#f7d886", "#fdae61", "#f46d43"),
)
# For groups: far apart in hue and lightness.
_GROUPS = (
    *("#4e9fd8", "#f28e2b", "#5fb35f", "#e15759", "#b07aa1", "#edc948", "#76d7c4", "#ff9da7"),
    *("#a0785a", "#9fd3ff", "#c5e17a", "#d85fb4"),
)
_GREY = "#9a9a9a"


def graduated(expression: str, limits: Sequence[float], unit: str) -> QgsGraduatedSymbolRenderer:
    """Returns a renderer that colours the values of an expression in classes between limits."""
    count = len(limits) - 1
    classes = [
        QgsRendererRange(
            low,
            high,
            _filled(_RAMP[number * len(_RAMP) // count]),
            f"{low:g}{unit}–{high:g}{unit}",
        )
        for number, (low, high) in enumerate(pairwise(limits))
    ]
    renderer = QgsGraduatedSymbolRenderer("", classes)
    renderer.setClassAttribute(expression)
    renderer.setGraduatedMethod(QgsGraduatedSymbolRenderer.GraduatedMethod.GraduatedColor)
    return renderer


def _by_group(field: str, groups: int) -> QgsCategorizedSymbolRenderer:
    """Returns a renderer with a colour for each of the largest groups, grey for the others."""
    categories = [
        QgsRendererCategory(number, _filled(colour), str(number))
        for number, colour in enumerate(_GROUPS[:groups], start=1)
    ]
    others = QgsRendererCategory(None, _filled(_GREY), tr("other groups"))
    return QgsCategorizedSymbolRenderer(field, [*categories, others])


def _gap_renderer() -> QgsSingleSymbolRenderer:
    """Returns the renderer of what no image shows: hatched, so that a map stays visible."""
    symbol = QgsFillSymbol.createSimple(
        {"color": "244,109,67,160", "style": "b_diagonal", "outline_color": "244,109,67,255"}
    )
    return QgsSingleSymbolRenderer(symbol)


def group_style(groups: int) -> Callable[[QgsVectorLayer], None]:
    """Returns what colours footprints by `light_group` and gives them a map tip."""

    def style(layer: QgsVectorLayer) -> None:
        style_footprints(layer)
        layer.setRenderer(_by_group("light_group", groups))

    return style


def style_chosen(layer: QgsVectorLayer) -> None:
    """Gives footprints their colours by incidence and labels them with their order."""
    style_footprints(layer)
    settings = QgsPalLayerSettings()
    settings.fieldName = "order"
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def dress_points(layer: QgsVectorLayer) -> None:
    """Marks places and labels them with what they are called."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "diamond", "size": "4", "color": "244,109,67,255", "outline_color": "40,40,40,255"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setDisplayExpression('"place"')


def dress_gaps(layer: QgsVectorLayer) -> None:
    """Hatches what no image shows."""
    layer.setRenderer(_gap_renderer())


def _filled(colour: str) -> QgsFillSymbol:
    """Returns a symbol with an outline of a colour, and faintly filled with it."""
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return QgsFillSymbol.createSimple(
        {
            "color": f"{red},{green},{blue},60",
            "outline_color": f"{red},{green},{blue},255",
            "outline_width": "0.4",
            "outline_width_unit": "MM",
            "joinstyle": "round",
        }
    )


def value_line(title: str, field: str, unit: str) -> str:
    """Returns a line of a map tip's table: a number with its unit, or that it is unknown."""
    value = number_text(field, unit)
    return f"<tr><td>{html.escape(title)}</td><td><b>[% {value} %]</b></td></tr>"
