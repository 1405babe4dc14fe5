"""How footprints look: coloured by solar incidence angle, with a map tip, stored with the layer."""

from __future__ import annotations

import html
from pathlib import Path

from qgis.core import (
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsRendererRange,
    QgsVectorLayer,
)

from ...translation import tr
from ..versions import save_default_style

STYLE_NAME = "Solar incidence angle"

_CLASS_WIDTH = 10  # degrees
_HIGHEST = 180.0  # degrees; beyond 90 the centre of the image is on the night side
_UNKNOWN = -1.0  # stands for "no angle", which a graduated renderer can't show otherwise

# From a high sun to a low one, evenly spaced in CIELAB (steps of about 20) and all lighter than
# L* 45, so that they read on a dark basemap.
_COLOURS = (
    "#fff6b0",
    "#ffdf7a",
    "#ffc061",
    "#ffa265",
    "#ff8776",
    "#ff728d",
    "#f964a5",
    "#de5cbe",
    "#b859d3",
    "#7a55d8",
)
_GREY = "#9a9a9a"
_SHAPEFILE_NAME = 10  # characters
_FILL_OPACITY = 0.15


def style_footprints(layer: QgsVectorLayer) -> None:
    """Colours a footprint layer by incidence in classes of 10 degrees and gives it a map tip."""
    layer.setRenderer(_renderer(_incidence_field(layer)))
    layer.setMapTipTemplate(_map_tip())
    layer.setDisplayExpression('"id"')


def store_style(layer: QgsVectorLayer) -> None:
    """Stores the layer's style where it will be found when the layer is opened again.

    That is in the layer's own database where it has one, else in a QML file beside it.
    """
    if layer.providerType() == "memory":
        return
    path = Path(layer.source().split("|", maxsplit=1)[0])
    if path.suffix.lower() in (".gpkg", ".sqlite") or layer.providerType() != "ogr":
        save_default_style(layer, STYLE_NAME)
    else:
        layer.saveNamedStyle(str(path.with_suffix(".qml")))


def _incidence_field(layer: QgsVectorLayer) -> str:
    """Returns the field of the incidence; a shapefile cuts its name to ten characters."""
    name = "incidence_angle"
    return name if layer.fields().indexOf(name) >= 0 else name[:_SHAPEFILE_NAME]


def _renderer(field: str) -> QgsGraduatedSymbolRenderer:
    classes = [_class(number, colour) for number, colour in enumerate(_COLOURS)]
    unknown = QgsRendererRange(_UNKNOWN, _UNKNOWN, _symbol(_GREY, "dash", 0.0), tr("no angle"))
    renderer = QgsGraduatedSymbolRenderer("", [*classes, unknown])
    renderer.setClassAttribute(f'coalesce("{field}", {_UNKNOWN:g})')
    renderer.setGraduatedMethod(QgsGraduatedSymbolRenderer.GraduatedMethod.GraduatedColor)
    return renderer


def _class(number: int, colour: str) -> QgsRendererRange:
    low = number * _CLASS_WIDTH
    last = number == len(_COLOURS) - 1
    high = _HIGHEST if last else low + _CLASS_WIDTH
    label = f"> {low}°" if last else f"{low}°–{high}°"
    return QgsRendererRange(low, high, _symbol(colour, "solid", _FILL_OPACITY), label)


def _symbol(colour: str, line: str, opacity: float) -> QgsFillSymbol:
    fill = f"{colour}{round(opacity * 255):02x}"
    return QgsFillSymbol.createSimple(
        {
            "color": _rgba(fill),
            "style": "solid" if opacity else "no",
            "outline_color": _rgba(f"{colour}ff"),
            "outline_style": line,
            "outline_width": "0.4",
            "outline_width_unit": "MM",
            "joinstyle": "round",
        }
    )


def _rgba(hexadecimal: str) -> str:
    red, green, blue, alpha = bytes.fromhex(hexadecimal.lstrip("#"))
    return f"{red},{green},{blue},{alpha}"


def _escaped(field: str) -> str:
    """Returns an expression for a field's text that can't be taken for HTML."""
    expression = f"coalesce(\"{field}\", '')"
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        expression = f"replace({expression}, '{character}', '{entity}')"
    return expression


def _angle_line(title: str, field: str, unit: str) -> str:
    unknown = tr("unknown").replace("'", "''")
    value = f"coalesce(format_number(\"{field}\", 2) || '{unit}', '{unknown}')"
    return f"<tr><td>{html.escape(title)}</td><td><b>[% {value} %]</b></td></tr>"


_THUMBNAIL = (
    "[% CASE WHEN \"thumbnail_url\" ILIKE 'http%' THEN "
    '\'<img width="200" src="\' || ' + _escaped("thumbnail_url") + " || '\"><br>' ELSE '' END %]"
)


def _map_tip() -> str:
    return (
        _THUMBNAIL
        + f"<b>[% {_escaped('id')} %]</b><br>"
        + "[% coalesce(format_date(\"datetime\", 'yyyy-MM-dd HH:mm:ss') || ' UTC', '') %]<table>"
        + _angle_line(tr("incidence"), "incidence_angle", "°")
        + _angle_line(tr("emission"), "emission_angle", "°")
        + _angle_line(tr("phase"), "phase_angle", "°")
        + _angle_line(tr("sub-solar azimuth"), "subsolar_azimuth", "°")
        + f"</table><i>[% {_escaped('label_note')} %]</i>"
    )
