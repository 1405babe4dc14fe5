"""The footprint layer's colours, by solar incidence angle, and its map tip; stored with it."""

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
from .field_titles import title_fields

STYLE_NAME = "Solar incidence angle"

_CLASS_WIDTH = 10  # degrees
_HIGHEST = 180.0  # degrees; beyond 90 the centre of the image is on the night side
_UNKNOWN = -1.0  # stands for "no angle", which a graduated renderer can't show otherwise

# From a high sun to a low one, evenly spaced in CIELAB (steps of about 21) from L* 76 to 44: each
# stands out from white (by 70 and more) and from a dark map.
_COLOURS = (
    "#deb817",
    "#f3a01e",
    "#fd8a3a",
    "#fd7756",
    "#fc5e6c",
    "#fc4281",
    "#ea379b",
    "#ca3eb4",
    "#9d4bc9",
    "#5a57d6",
)
_GREY = "#8a8a8a"
_SHAPEFILE_NAME = 10  # characters
_TIP_HEIGHT = 110  # pixels of a thumbnail: a tip has 255 x 191 from QGIS 3.32 on
_TIP_WIDTH = 96


def style_footprints(layer: QgsVectorLayer) -> None:
    """Colours a footprint layer by incidence in classes of 10 degrees and gives it a map tip."""
    incidence = _incidence_field(layer)
    layer.setRenderer(_renderer(incidence))
    layer.setMapTipTemplate(_map_tip())
    layer.setDisplayExpression(f"""concat(format_number("{incidence}", 2) || '°  ', "id")""")
    title_fields(layer)


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
    unknown = QgsRendererRange(_UNKNOWN, _UNKNOWN, _symbol(_GREY, "dash"), tr("no angle"))
    renderer = QgsGraduatedSymbolRenderer("", [*classes, unknown])
    renderer.setClassAttribute(f'coalesce("{field}", {_UNKNOWN:g})')
    renderer.setGraduatedMethod(QgsGraduatedSymbolRenderer.GraduatedMethod.GraduatedColor)
    return renderer


def _class(number: int, colour: str) -> QgsRendererRange:
    low = number * _CLASS_WIDTH
    last = number == len(_COLOURS) - 1
    high = _HIGHEST if last else low + _CLASS_WIDTH
    label = f"> {low}°" if last else f"{low}°–{high}°"
    return QgsRendererRange(low, high, _symbol(colour, "solid"), label)


def _symbol(colour: str, line: str) -> QgsFillSymbol:
    """Returns an outline: fills of footprints that overlap would blend to colours of no class."""
    return QgsFillSymbol.createSimple(
        {
            "color": _rgba(colour),  # shown nowhere, but asked for by what lists the classes
            "style": "no",
            "outline_color": _rgba(colour),
            "outline_style": line,
            "outline_width": "0.5",
            "outline_width_unit": "MM",
            "joinstyle": "round",
        }
    )


def _rgba(hexadecimal: str) -> str:
    red, green, blue = bytes.fromhex(hexadecimal.lstrip("#"))
    return f"{red},{green},{blue},255"


def escaped(field: str) -> str:
    """Returns an expression for a field's text that can't be taken for HTML."""
    expression = f"coalesce(\"{field}\", '')"
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        expression = f"replace({expression}, '{character}', '{entity}')"
    return expression


def number_text(field: str, unit: str) -> str:
    """Returns an expression for a field's number with its unit, or that it is unknown."""
    unknown = tr("unknown").replace("'", "''")
    return f"coalesce(format_number(\"{field}\", 2) || '{unit}', '{unknown}')"


def _angle_line(title: str, field: str, unit: str) -> str:
    return f"{html.escape(title)} <b>[% {number_text(field, unit)} %]</b><br>"


_THUMBNAIL = (
    "[% CASE WHEN \"thumbnail_url\" ILIKE 'http%' THEN "
    f'\'<img height="{_TIP_HEIGHT}" style="max-width:{_TIP_WIDTH}px;object-fit:contain" src="\' || '
    + escaped("thumbnail_url")
    + " || '\">' ELSE '' END %]"
)


def _map_tip() -> str:
    """Returns the tip: the text first, for QGIS cuts off what doesn't fit."""
    cell = '<td valign="top" style="white-space:nowrap;font-size:inherit;color:#000000">'
    return (
        f"<b>[% {escaped('id')} %]</b><br>"
        "[% coalesce(format_date(\"datetime\", 'yyyy-MM-dd HH:mm:ss') || ' UTC', '') %]"
        # a QGIS without WebKit gives tables no background, and the map shows through
        f'<table cellspacing="0" bgcolor="#ffffff" style="font-size:inherit"><tr>{cell}'
        + _angle_line(tr("incidence"), "incidence_angle", "°")
        + _angle_line(tr("emission"), "emission_angle", "°")
        + _angle_line(tr("phase"), "phase_angle", "°")
        + _angle_line(tr("sub-solar azimuth"), "subsolar_azimuth", "°")
        + f"</td>{cell}{_THUMBNAIL}</td></tr></table>"
        + f"<i>[% {escaped('label_note')} %]</i>"
    )
