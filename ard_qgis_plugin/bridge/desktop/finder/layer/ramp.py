"""The map's colours, taken from the layer's style, for histogram and list."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import QgsGraduatedSymbolRenderer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor


@dataclass(frozen=True)
class Ramp:
    """The classes of a layer's style as (lower, upper, colour); none where it has no classes."""

    classes: tuple[tuple[float, float, QColor], ...] = ()

    def colour(self, value: float, otherwise: QColor) -> QColor:
        """Returns the colour of a value."""
        if not math.isnan(value):
            for low, high, colour in self.classes:
                if low <= value < high:
                    return colour
        return otherwise


def ramp_of(layer: QgsVectorLayer | None) -> Ramp:
    """Returns the colours by which a layer shows the incidence."""
    renderer = layer.renderer() if layer is not None else None
    if not isinstance(renderer, QgsGraduatedSymbolRenderer):
        return Ramp()
    if "incidence" not in renderer.classAttribute():  # the user colours by something else
        return Ramp()
    classes = []
    for each in renderer.ranges():
        symbol = each.symbol()
        colour = QColor(symbol.color() if symbol is not None else Qt.GlobalColor.gray)
        colour.setAlpha(255)
        classes.append((each.lowerValue(), each.upperValue(), colour))
    return Ramp(tuple(classes))
