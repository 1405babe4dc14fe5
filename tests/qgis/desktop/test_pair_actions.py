"""The actions of stereo pairs: both images are found in their footprint layer."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from qgis import processing
from qgis.core import QgsProject
from qgis.gui import QgsGui
from qgis.PyQt.QtGui import QIcon

from ard_qgis_plugin.bridge.desktop.pair_actions import PairActions
from tests.support.in_qgis.light_layers import aft, box, footprint_layer, image
from tests.support.in_qgis.plugin_probe import Desktop


@pytest.fixture
def opened():
    return []


@pytest.fixture
def actions(provider, opened):  # noqa: ARG001
    QgsProject.instance().clear()
    desktop = Desktop()
    desktop.messageBar = lambda: SimpleNamespace(pushWarning=lambda *said: opened.append(said))
    actions = PairActions(desktop, QIcon(), lambda *call: opened.append(call))
    yield actions
    actions.remove()
    QgsProject.instance().clear()


def on(layer) -> dict:
    return {each.text(): each for each in QgsGui.mapLayerActionRegistry().mapLayerActions(layer)}


def pairs_of(layer):
    values = {"INPUT": layer, "OUTPUT": "TEMPORARY_OUTPUT"}
    pairs = processing.run("ard:stereopairs", values)["OUTPUT"]
    QgsProject.instance().addMapLayer(pairs)
    return pairs, next(pairs.getFeatures())


def test_both_are_selected_and_opened(actions, opened) -> None:  # noqa: ARG001
    layer = footprint_layer(image("a'b", box(0, 0)), aft("c", box(0, 0)), image("d", box(9, 9)))
    pairs, pair = pairs_of(layer)
    assert on(layer) == {}
    assert len(on(pairs)) == 3
    on(pairs)["Select both images"].triggerForFeature(pairs, pair)
    assert {each["id"] for each in layer.selectedFeatures()} == {"a'b", "c"}
    assert opened == []
    layer.removeSelection()
    on(pairs)["Add both images to the map"].triggerForFeature(pairs, pair)
    on(pairs)["Download both images"].triggerForFeature(pairs, pair)
    assert [algorithm for algorithm, _ in opened] == ["ard:addimages", "ard:download"]
    assert {each["INPUT"].source.staticValue() for _, each in opened} == {layer.id()}
    assert all(each["INPUT"].selectedFeaturesOnly for _, each in opened)
    assert len(layer.selectedFeatures()) == 2


def test_the_layer_that_holds_both_is_found(actions, opened) -> None:  # noqa: ARG001
    """Also where the one that they were found in is gone."""
    layer = footprint_layer(image("a", box(0, 0)), aft("b", box(0, 0)))
    pairs, pair = pairs_of(layer)
    QgsProject.instance().removeMapLayer(layer.id())
    half = footprint_layer(image("a", box(0, 0)))
    on(pairs)["Download both images"].triggerForFeature(pairs, pair)
    ((_, said),) = opened
    assert said == "The footprints of the two images are in no layer of the project."
    other = footprint_layer(image("a", box(0, 0)), aft("b", box(0, 0)))
    on(pairs)["Download both images"].triggerForFeature(pairs, pair)
    assert half.selectedFeatureCount() == 0
    assert other.selectedFeatureCount() == 2
