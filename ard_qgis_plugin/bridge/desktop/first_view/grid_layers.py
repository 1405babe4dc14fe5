"""The layers of the grid and the named places, and how they look on a light and a dark map."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ....core.model.bodies import Body
from ....translation import tr
from ...body_names import shown_body
from ...footprints.place_in_project import BODY
from ..map_state import FIRST_VIEW
from .grid_file import grid_file, places_file

_LINES = "128,128,128,160"
_TEXT = QColor(128, 128, 128)
_NAMES = QColor(214, 120, 20)  # stands out from white and black
_FINER = {10: 80_000_000, 1: 4_000_000}  # step in degrees -> the scale from which on it is drawn


def add_grid(project: QgsProject, body: Body) -> None:
    """Puts grid and named places of a body at the bottom of the map, if they are not there."""
    root = project.layerTreeRoot()
    if any(each.customProperty(FIRST_VIEW) == body.name for each in project.mapLayers().values()):
        return
    group = root.addGroup(tr("{body}: grid and places").format(body=shown_body(body.name)))
    if group is None:
        return
    group.setCustomProperty(BODY, body.name)
    _add(project, group, _places(body), body)
    _add(project, group, _grid(), body)
    group.setExpanded(False)


def _add(project: QgsProject, group: QgsLayerTreeGroup, layer: QgsVectorLayer, body: Body) -> None:
    layer.setCrs(QgsCoordinateReferenceSystem(body.crs))
    layer.setCustomProperty(FIRST_VIEW, body.name)
    layer.setFlags(QgsMapLayer.LayerFlag.Removable)  # it is not to be identified
    project.addMapLayer(layer, False)
    group.addLayer(layer)


def _grid() -> QgsVectorLayer:
    layer = QgsVectorLayer(str(grid_file()), tr("Longitude and latitude"), "ogr")
    rules, labels = QgsRuleBasedRenderer.Rule(None), QgsRuleBasedLabeling.Rule(None)
    for step in (30, *_FINER):
        rules.appendChild(_line_rule(step))
        labels.appendChild(_label_rule(step))
    layer.setRenderer(QgsRuleBasedRenderer(rules))
    layer.setLabeling(QgsRuleBasedLabeling(labels))
    layer.setLabelsEnabled(True)
    return layer


def _line_rule(step: int) -> QgsRuleBasedRenderer.Rule:
    width = "0.3" if step == 30 else "0.15"  # noqa: PLR2004
    symbol = QgsLineSymbol.createSimple({"color": _LINES, "width": width})
    return QgsRuleBasedRenderer.Rule(symbol, 0, _FINER.get(step, 0), f'"step" = {step}')


def _label_rule(step: int) -> QgsRuleBasedLabeling.Rule:
    settings = _labels("text", _TEXT, 7)
    settings.placement = QgsPalLayerSettings.Placement.Line
    return QgsRuleBasedLabeling.Rule(settings, 0, _FINER.get(step, 0), f'"step" = {step}')


def _places(body: Body) -> QgsVectorLayer:
    layer = QgsVectorLayer(str(places_file(body.name)), tr("Named places"), "ogr")
    marker = {"name": "cross", "size": "2.4", "outline_color": "214,120,20", "outline_width": "0.4"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(marker)))
    settings = _labels("text", _NAMES, 9)
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = 2.0
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def _labels(field: str, colour: QColor, size: float) -> QgsPalLayerSettings:
    text = QgsTextFormat()
    text.setColor(colour)
    text.setSize(size)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(text)
    return settings
