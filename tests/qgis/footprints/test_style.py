"""The style: colours that mean the same everywhere, a map tip that shows only what it should."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsRenderContext,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont, QTextDocument

from ard_qgis_plugin.bridge.footprints.layer import footprint_fields
from ard_qgis_plugin.bridge.footprints.style import style_footprints

LETTER = 7.2  # pixels, the mean of these texts in DejaVu Sans of 9 points

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture
def layer() -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon?crs=IAU_2015:30100", "footprints", "memory")
    layer.dataProvider().addAttributes(list(footprint_fields()))
    layer.updateFields()
    style_footprints(layer)
    return layer


def outline_of(layer: QgsVectorLayer, incidence: float | None) -> tuple[Qt.PenStyle, QColor]:
    feature = QgsFeature(layer.fields())
    feature["incidence_angle"] = incidence
    context = QgsRenderContext()
    context.expressionContext().appendScope(QgsExpressionContextUtils.layerScope(layer))
    context.expressionContext().setFeature(feature)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    symbol = renderer.originalSymbolForFeature(feature, context)
    outline = symbol.symbolLayer(0)
    found = outline.strokeStyle(), QColor(outline.strokeColor())
    renderer.stopRender(context)
    return found


def lab(colour) -> np.ndarray:
    """Returns CIELAB (D65) of a colour."""
    rgb = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    matrix = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    relative = matrix @ linear / np.array([0.9505, 1.0, 1.089])
    f = np.where(relative > 216 / 24389, np.cbrt(relative), (24389 / 27 * relative + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_classes_are_ten_degrees_wide_with_one_above_ninety(layer):
    known = [each for each in layer.renderer().ranges() if each.lowerValue() >= 0]
    limits = [(each.lowerValue(), each.upperValue()) for each in known]
    assert limits[:9] == [(low, low + 10) for low in range(0, 90, 10)]
    assert limits[9] == (90, 180)
    assert [each.label() for each in known][::9] == ["0°–10°", "> 90°"]


@pytest.mark.parametrize("incidence", [0.0, 5.0, 62.6, 89.99, 90.5, 179.0])
def test_every_known_angle_has_a_solid_colour(layer, incidence):
    line, colour = outline_of(layer, incidence)
    assert line == Qt.PenStyle.SolidLine
    assert colour.saturation() > 60


def test_an_unknown_angle_is_grey_and_dashed(layer):
    line, colour = outline_of(layer, None)
    assert line == Qt.PenStyle.DashLine
    assert colour.saturation() == 0


def test_footprints_are_not_filled_so_that_no_colours_blend(layer):
    for each in layer.renderer().ranges():
        assert each.symbol().symbolLayer(0).brushStyle() == Qt.BrushStyle.NoBrush
        assert each.symbol().symbolLayerCount() == 1


def test_colours_are_evenly_spaced_and_read_on_a_dark_and_on_a_white_map(layer):
    colours = [lab(outline_of(layer, incidence)[1]) for incidence in range(5, 105, 10)]
    steps = [np.linalg.norm(b - a) for a, b in itertools.pairwise(colours)]
    assert max(steps) / min(steps) < 1.5
    lightness = [colour[0] for colour in colours]
    assert lightness == sorted(lightness, reverse=True)
    assert min(lightness) > 40
    white = np.array([100.0, 0.0, 0.0])
    assert min(np.linalg.norm(colour - white) for colour in colours) > 60
    assert max(lightness) < 80


def test_the_map_tip_shows_angles_and_takes_no_html_from_the_catalogue(layer):
    feature = QgsFeature(layer.fields())
    feature["id"] = "<script>alert(1)</script>"
    feature["incidence_angle"] = 62.6017
    feature["thumbnail_url"] = 'https://example.org/a.jpg"><script>'
    context = layer.createExpressionContext()
    context.setFeature(feature)
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "62.60°" in tip
    assert "unknown" in tip  # emission
    assert "&lt;script&gt;" in tip
    assert "<script" not in tip
    (image,) = re.findall("<img [^>]*", tip)
    assert 'height="110"' in image
    assert 'src="https://example.org/a.jpg&quot;' in image
    assert tip.index("&lt;script&gt;") < tip.index("62.60°") < tip.index("<img")
    feature["thumbnail_url"] = "file:///etc/passwd"
    context.setFeature(feature)
    assert "<img" not in QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_the_text_of_a_tip_fits_into_the_small_ones_of_newer_versions(layer):
    """From QGIS 3.32 on a tip has 255 x 191 pixels; nothing of the angles may need more."""
    feature = QgsFeature(layer.fields())
    feature["id"] = "TC1W2B0_01_00031N041E0028"
    for name in ("incidence_angle", "emission_angle", "phase_angle", "subsolar_azimuth"):
        feature[name] = 123.456
    context = layer.createExpressionContext()
    context.setFeature(feature)
    text = QTextDocument()
    text.setDefaultFont(QFont("DejaVu Sans", 9))
    text.setHtml(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    text.setTextWidth(255)
    assert text.size().height() < 191
    assert text.size().width() <= 255


def shown(layer: QgsVectorLayer, name: str, value: object) -> tuple[str, str]:
    """Returns what attribute table and Identify call a field, and how they show a value of it."""
    index = layer.fields().indexOf(name)
    setup = layer.editorWidgetSetup(index)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    text = formatter.representValue(layer, index, setup.config(), None, value)
    return layer.attributeDisplayName(index), text


def test_tables_show_the_incidence_first_with_two_decimals_and_readable_names(layer):
    assert layer.fields()[0].name() == "incidence_angle"
    assert shown(layer, "incidence_angle", 62.6017333) == ("Incidence (°)", "62.60")
    assert shown(layer, "subsolar_azimuth", 267.2) == ("Sub-solar azimuth (°)", "267.20")
    assert shown(layer, "gsd", 9.876543) == ("Pixel size in the catalogue (m)", "9.88")
    assert shown(layer, "id", "TC1")[0] == "Id"
    named = [layer.attributeDisplayName(index) for index in layer.fields().allAttributesList()]
    assert not {field.name() for field in layer.fields()}.intersection(named)
    assert len(set(named)) == len(named)


def test_titles_and_times_have_room_in_the_columns_of_a_table(layer):
    columns = layer.attributeTableConfig().columns()
    widths = {column.name: column.width for column in columns if column.name}
    assert set(widths) == set(layer.fields().names())
    for index, name in enumerate(layer.fields().names()):
        assert widths[name] > LETTER * len(layer.attributeDisplayName(index)), name
    for name in ("datetime", "start_datetime", "end_datetime"):
        assert widths[name] > LETTER * len("11 Nov 2008 03:31:39 (UTC)")
    assert widths["id"] > LETTER * len("TC2P2B0_01_87140N051E0040")


def test_the_number_of_a_row_in_a_database_does_not_stand_before_it():
    fields = "field=fid:integer&field=incidence_angle:double&field=mine:double"
    layer = QgsVectorLayer(f"MultiPolygon?{fields}", "rows", "memory")
    style_footprints(layer)
    kinds = [layer.editorWidgetSetup(index).type() for index in range(3)]
    assert kinds == ["Hidden", "Range", ""]


def test_the_incidence_stands_in_the_name_of_a_feature(layer):
    feature = QgsFeature(layer.fields())
    feature["id"] = "TC1"
    for incidence, name in ((62.6017, "62.60°  TC1"), (None, "TC1")):
        feature["incidence_angle"] = incidence
        assert QgsVectorLayerUtils.getFeatureDisplayString(layer, feature) == name


def test_names_that_a_shapefile_cuts_are_readable_too():
    layer = QgsVectorLayer("MultiPolygon?field=incidence_:double&field=mine:double", "c", "memory")
    style_footprints(layer)
    assert layer.attributeDisplayName(0) == "Incidence (°)"
    assert layer.attributeDisplayName(1) == "mine"
