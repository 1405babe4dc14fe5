"""Filters in each provider's own language, against numpy; the user's own filter stays."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

from ard_qgis_plugin.bridge.desktop.finder.layer.columns_task import ColumnsTask
from ard_qgis_plugin.bridge.desktop.finder.layer.layer_filter import LayerFilter
from ard_qgis_plugin.core.choice.expressions import (
    Dialect,
    both,
    limits_condition,
    names_condition,
)
from ard_qgis_plugin.core.choice.limits import Limits
from ard_qgis_plugin.core.choice.quantities import INCIDENCE, QUANTITIES, TIME, present_fields
from tests.support.in_qgis.footprint_layers import START, footprints, in_file

LIMITS = {
    "incidence": Limits(30.0, 60.0),
    "emission": Limits(0.0, 33.3),
    "phase": Limits(80.0, 10.0),
    "subsolar_azimuth": Limits(300.0, 45.0),
    "local_time": Limits(6.0, 12.0),
    "solar_longitude": Limits(350.0, 350.0),
    "time": Limits(START + 20_000, START + 120_000.25),
    "resolution": Limits(5.0, 10.0),
    "coverage": Limits(0.25, 0.75),
}
KINDS = ("memory", "gpkg", "geojson", "shp")
DRIVERS = {"gpkg": "GPKG", "geojson": "GeoJSON", "shp": "ESRI Shapefile"}


@pytest.fixture(params=KINDS)
def layer(request, qgis_app, tmp_path):  # noqa: ARG001
    made = footprints()
    kind = request.param
    return made if kind == "memory" else in_file(made, tmp_path / f"x.{kind}", DRIVERS[kind])


def columns_of(layer):
    found = []
    task = ColumnsTask(layer, LayerFilter(layer).own, {"incidence"})
    task.read.connect(found.append)
    task.grown.connect(found.append)
    assert task.run()
    assert {"incidence"} <= set(found[0].values)
    assert all(each.ids == found[0].ids for each in found)
    return found[-1]


def condition(layer, quantity, dialect):
    fields = present_fields(quantity, layer.fields().names())
    return limits_condition(quantity, fields, LIMITS[quantity.name], dialect)


@pytest.fixture(params=QUANTITIES, ids=lambda each: each.name)
def quantity(request, layer):
    if request.param is TIME and layer.source().endswith(".shp"):
        pytest.skip("a shapefile has no times, only texts")
    return request.param


def test_the_layers_filter_holds_what_numpy_finds(layer, quantity):
    columns = columns_of(layer)
    expected = columns.fids[LIMITS[quantity.name].hold(columns.of(quantity.name))]
    dialect = LayerFilter(layer).dialect
    assert layer.setSubsetString(condition(layer, quantity, dialect))
    assert sorted(each.id() for each in layer.getFeatures()) == expected.tolist()


def test_the_style_draws_what_numpy_finds(layer, quantity):
    columns = columns_of(layer)
    expected = columns.fids[LIMITS[quantity.name].hold(columns.of(quantity.name))]
    expression = QgsExpression(condition(layer, quantity, Dialect.QGIS))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    found = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        if expression.evaluate(context) == 1:
            found.append(feature.id())
    assert not expression.hasEvalError()
    assert found == expected.tolist()


def test_columns_are_what_the_features_say(layer):
    columns = columns_of(layer)
    (field,) = present_fields(INCIDENCE, layer.fields().names())
    incidence = columns.of("incidence")
    for row, feature in enumerate(layer.getFeatures()):
        assert columns.ids[row] == feature["id"]
        angle = feature[field]
        assert incidence[row] == angle if isinstance(angle, float) else np.isnan(incidence[row])
        box = feature.geometry().boundingBox()
        edges = [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]
        assert columns.boxes[row].tolist() == pytest.approx(edges, abs=1e-5)  # as an index has it


def test_the_users_filter_stays_and_both_are_told_apart_later(layer):
    name = present_fields(QUANTITIES[1], layer.fields().names())[0]
    users = f'"{name}" < 50'
    layer.setSubsetString(users)
    under = columns_of(layer)
    ours = condition(layer, INCIDENCE, LayerFilter(layer).dialect)
    LayerFilter(layer).apply(ours, "")
    assert layer.subsetString() == both(users, ours)
    again = LayerFilter(layer)
    assert (again.own, again.ours) == (users, ours)
    with again.without_ours():
        task = ColumnsTask(layer, again.own)
    found = []
    task.read.connect(found.append)
    task.run()
    assert found[0].ids == under.ids
    assert layer.featureCount() < len(under)
    again.apply("", "")
    assert layer.subsetString() == users


def test_a_filter_that_the_user_writes_anew_is_the_users_alone(layer):
    ours = condition(layer, INCIDENCE, LayerFilter(layer).dialect)
    filter_ = LayerFilter(layer)
    filter_.apply(ours, "")
    layer.setSubsetString("")
    assert not filter_.understand()
    assert (filter_.own, filter_.ours) == ("", "")


def test_dragging_goes_by_the_style_and_ends_with_the_style_as_it_was(layer):
    renderer = layer.renderer()
    before, legend = renderer.classAttribute(), [each.label() for each in renderer.ranges()]
    filter_ = LayerFilter(layer)
    ours = condition(layer, INCIDENCE, filter_.dialect)
    layer.selectByIds([next(layer.getFeatures()).id()])
    selected = layer.selectedFeatureIds()
    filter_.apply(ours, "")
    filter_.preview('"emission_angle" > 5')
    assert layer.subsetString() == ""
    assert layer.renderer().classAttribute() == f'CASE WHEN "emission_angle" > 5 THEN {before} END'
    filter_.preview("")
    filter_.apply("", "")
    assert layer.renderer().classAttribute() == before
    assert [each.label() for each in layer.renderer().ranges()] == legend
    assert layer.selectedFeatureIds() == selected


def test_an_edited_layer_is_filtered_by_its_style(qgis_app):  # noqa: ARG001
    layer = footprints(20)
    filter_ = LayerFilter(layer)
    layer.startEditing()
    filter_.apply("1 = 0", "1 = 0")
    assert layer.subsetString() == ""
    assert layer.renderer().classAttribute().startswith("CASE WHEN 1 = 0")
    layer.rollBack()
    filter_.apply("1 = 0", "1 = 0")
    assert layer.subsetString() == "1 = 0"
    assert not layer.renderer().classAttribute().startswith("CASE")


@pytest.mark.parametrize("among", [True, False])
@pytest.mark.parametrize("picked", [{"b"}, {""}, {"b", ""}])
def test_an_image_without_a_name_is_one_of_that_name(layer, picked, among):
    field = layer.fields().indexOf("id")
    features = list(layer.getFeatures())
    changes = dict.fromkeys((each.id() for each in features), None)
    changes[features[0].id()], changes[features[1].id()] = "b", "c"
    values = {fid: {field: value} for fid, value in changes.items()}
    assert layer.dataProvider().changeAttributeValues(values)
    expected = [fid for fid, name in changes.items() if ((name or "") in picked) is among]
    condition = names_condition("id", sorted(picked), among=among)
    assert layer.setSubsetString(both('"id" IS NULL OR "id" <> \'x\'', condition))
    assert sorted(each.id() for each in layer.getFeatures()) == sorted(expected)
    layer.setSubsetString("")
    expression = QgsExpression(condition)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    drawn = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        if expression.evaluate(context) == 1:
            drawn.append(feature.id())
    assert sorted(drawn) == sorted(expected)


def test_names_with_quotes_are_names(layer):
    names = ["x'y", columns_of(layer).ids[3]]
    assert layer.setSubsetString(names_condition("id", names, among=True))
    assert layer.featureCount() == 1
    assert layer.setSubsetString(names_condition("id", ["x'y"], among=False))
    assert layer.featureCount() == 200
    assert names_condition("id", [], among=False) == ""
    assert layer.setSubsetString(names_condition("id", [], among=True))
    assert layer.featureCount() == 0
