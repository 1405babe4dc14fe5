"""The dialog of the search: what was asked for last, and collections of the body on the map."""

from __future__ import annotations

import pytest
import qgis.utils
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProject,
    QgsSettings,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ard_qgis_plugin.bridge.inputs.last_search import last_search, remember_search
from ard_qgis_plugin.core.model.known_collections import DEFAULT_COLLECTIONS, known_collection
from ard_qgis_plugin.settings import GROUP
from tests.support.in_qgis.plugin_probe import Desktop

HIRISE = "mro_hirise_uncontrolled_observations"
MOON = ", ".join(DEFAULT_COLLECTIONS)
GIVEN = {
    "COLLECTIONS": DEFAULT_COLLECTIONS[0],
    "MIN_INCIDENCE": 60.0,
    "MAX_INCIDENCE": 80.0,
    "START": QDateTime.fromString("2009-01-01T00:00:00", Qt.DateFormat.ISODate),
    "END": None,
    "MAX_ITEMS": 5,
    "LABELS": True,
}

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def on_map(monkeypatch):
    """Returns what has the desktop's map show a CRS."""
    desktop = Desktop()
    monkeypatch.setattr(qgis.utils, "iface", desktop)

    def show(code: str) -> None:
        desktop.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(code))

    return show


def default() -> str:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ard:search")
    return algorithm.parameterDefinition("COLLECTIONS").defaultValue()


@pytest.mark.parametrize(
    ("crs", "body"),
    [
        ("IAU_2015:49900", "Mars"),
        ("IAU_2015:49935", "Mars"),
        ("IAU_2015:50210", "Europa"),
        ("IAU_2015:30135", "Moon"),
        ("EPSG:4326", "Moon"),
        ("IAU_2015:19900", "Moon"),  # no collection is of Mercury
    ],
)
def test_collections_of_the_body_on_the_map_are_ticked(on_map, crs, body):
    on_map(crs)
    ids = default().split(", ")
    assert {known_collection(id_).body for id_ in ids} == {body}
    assert all(known_collection(id_).labels for id_ in ids)


def test_without_a_map_those_of_the_tutorial_are(monkeypatch):
    monkeypatch.setattr(qgis.utils, "iface", None)
    assert default() == MOON


def test_the_dialog_remembers_limits_times_and_collections(on_map):
    on_map("IAU_2015:30100")
    remember_search({**GIVEN, "EXTENT": "1,2,3,4", "OUTPUT": "memory:"})
    assert last_search() == {name: value for name, value in GIVEN.items() if value is not None}


def test_collections_of_another_body_than_the_map_s_are_not_offered_again(on_map):
    remember_search(GIVEN)
    on_map("IAU_2015:49900")
    again = last_search()
    assert "COLLECTIONS" not in again
    assert again["MIN_INCIDENCE"] == 60.0


def test_what_a_script_asks_for_is_not_remembered(on_map):
    on_map("IAU_2015:30100")
    remember_search({"COLLECTIONS": HIRISE, "MIN_INCIDENCE": 1.0})
    assert last_search() == {}


@pytest.mark.parametrize("stored", ["no json", "[1]", "3", '{"MIN_INCIDENCE": 3, "x": 1}'])
def test_what_another_version_stored_does_no_harm(on_map, stored):
    on_map("IAU_2015:30100")
    QgsSettings().setValue(f"{GROUP}/last_search", stored)
    assert last_search() in ({}, {"MIN_INCIDENCE": 3})


def test_a_run_of_the_dialog_is_remembered(on_map, planet):
    on_map("IAU_2015:30100")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    values = {**GIVEN, "API_URL": planet.stac, "EXTENT": "3,5,4,6 [IAU_2015:30100]"}
    processing.run("ard:search", values, context=context)
    assert last_search()["MAX_ITEMS"] == 5
    processing.run("ard:search", {"API_URL": planet.stac, "EXTENT": values["EXTENT"]})
    assert last_search()["MAX_ITEMS"] == 5
