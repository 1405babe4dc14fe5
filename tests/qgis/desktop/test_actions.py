"""The actions of footprint layers: who has them, and what they open."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer
from qgis.gui import QgsGui
from qgis.PyQt.QtGui import QDesktopServices, QIcon

from ard_qgis_plugin.bridge.desktop.actions import FootprintActions
from ard_qgis_plugin.settings import Settings
from tests.qgis.algorithms.test_manifest import layer_of
from tests.support.in_qgis.desk import wait_until
from tests.support.in_qgis.light_layers import aft, box, footprint_layer, image
from tests.support.in_qgis.plugin_probe import Desktop

ROW = ("a b", "c/d", "Moon", "https://h/b/a.tif", "", "https://h/b/a.jpg")


@pytest.fixture
def opened(monkeypatch):
    """Keeps what is opened, by dialogs and by the browser."""
    found = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: found.append(bytes(url.toEncoded()).decode())
    )
    return found


@pytest.fixture
def actions(qgis_app, opened):  # noqa: ARG001
    desktop = Desktop()
    actions = FootprintActions(desktop, QIcon(), lambda *call: opened.append(call))
    yield actions
    actions.remove()
    assert desktop.layer_actions == []
    QgsProject.instance().clear()


def on(layer: QgsVectorLayer) -> dict:
    return {each.text(): each for each in QgsGui.mapLayerActionRegistry().mapLayerActions(layer)}


def test_footprints_have_the_actions_and_other_layers_do_not(actions) -> None:  # noqa: ARG001
    assert len(on(layer_of(ROW))) == 5
    assert on(layer_of(("a",), fields="field=id:string")) == {}


def test_an_image_is_added_or_downloaded_through_the_algorithms_dialog(actions, opened) -> None:  # noqa: ARG001
    layer = layer_of(ROW, ROW)
    feature = layer.getFeature(2)
    on(layer)["Add this image to the map"].triggerForFeature(layer, feature)
    on(layer)["Download this image"].triggerForFeature(layer, feature)
    assert layer.selectedFeatureIds() == [2]
    assert [algorithm for algorithm, _ in opened] == ["ard:addimages", "ard:download"]
    for _, values in opened:
        chosen = values["INPUT"]
        assert isinstance(chosen, QgsProcessingFeatureSourceDefinition)
        assert chosen.selectedFeaturesOnly
        assert chosen.source.staticValue() == layer.id()


def test_the_stereo_partners_of_an_image_are_selected(actions, provider) -> None:  # noqa: ARG001
    layer = footprint_layer(image("a", box(0, 0)), aft("b", box(0.1, 0)), image("c", box(40, 0)))
    (feature,) = (each for each in layer.getFeatures() if each["id"] == "a")
    on(layer)["Stereo partners of this image"].triggerForFeature(layer, feature)
    wait_until(lambda: layer.selectedFeatureCount() > 0, "for the partners")
    assert sorted(each["id"] for each in layer.selectedFeatures()) == ["a", "b"]


def test_page_and_thumbnail_open_in_the_browser(actions, opened) -> None:  # noqa: ARG001
    layer = layer_of(ROW)
    feature = layer.getFeature(1)
    on(layer)["Open its page in the catalogue"].triggerForFeature(layer, feature)
    on(layer)["Show its thumbnail"].triggerForFeature(layer, feature)
    page, thumbnail = opened
    assert page.endswith("/collections/c%2Fd/items/a%20b")
    assert thumbnail == "https://h/b/a.jpg"


def test_a_key_of_the_api_goes_with_its_page(actions, opened, monkeypatch) -> None:  # noqa: ARG001
    mine = Settings(api_url="https://example.org/stac?token=key")
    monkeypatch.setattr("ard_qgis_plugin.bridge.desktop.actions.load_settings", lambda: mine)
    layer = layer_of(ROW)
    on(layer)["Open its page in the catalogue"].triggerForFeature(layer, layer.getFeature(1))
    assert opened == ["https://example.org/stac/collections/c%2Fd/items/a%20b?token=key"]


def test_a_thumbnail_that_is_no_web_address_is_not_opened(actions, opened) -> None:  # noqa: ARG001
    layer = layer_of((*ROW[:5], "file:///usr/bin/true"))
    on(layer)["Show its thumbnail"].triggerForFeature(layer, layer.getFeature(1))
    assert opened == []
