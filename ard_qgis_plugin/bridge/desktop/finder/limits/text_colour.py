"""The colour that can be read on a widget, whatever the theme."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor, QPalette

_FAINT = 55  # of 255
_CONTRAST = 90  # of 255, between the lightness of text and ground


def text_colour(palette: QPalette) -> QColor:
    """Returns the colour of text; style sheets of themes may leave one that is as its ground."""
    ground = palette.color(QPalette.ColorRole.Window)
    text = palette.color(QPalette.ColorRole.WindowText)
    if abs(ground.lightness() - text.lightness()) >= _CONTRAST:
        return QColor(text)
    return QColor("#e8e8e8") if ground.lightness() < 128 else QColor("#202020")  # noqa: PLR2004


def faint_text_colour(palette: QPalette) -> QColor:
    """Returns the same colour, fainter: for lines, and for bars that don't count."""
    colour = text_colour(palette)
    colour.setAlpha(_FAINT)
    return colour
