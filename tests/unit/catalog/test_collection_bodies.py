"""Which body a collection or an item is of, and what happens to items of another one."""

from __future__ import annotations

import pytest

from ard_qgis_plugin.core.catalog.collection_bodies import bodies_of_collections
from ard_qgis_plugin.core.catalog.item import observation_of
from ard_qgis_plugin.core.model.errors import CatalogError
from tests.support.fetches import PATIENT
from tests.support.searches import search
from tests.support.servers.stac_api import StacApi, answer, item

KNOWN = "mro_hirise_socet_dtms"
SPHERE = (
    '"GEOGCS[\\"GCS_Europa\\",DATUM[\\"D_Europa\\",SPHEROID[\\"EUROPA_localRadius\\",1560800,0]]]"'
)


def bodies(api, *collections):
    return bodies_of_collections(api.root, collections, PATIENT, bool)


def features(*properties):
    return answer(
        {"features": [item("x", n, properties=each) for n, each in enumerate(properties)]}
    )


def test_a_known_collection_is_asked_nobody_about():
    with StacApi({}) as api:
        assert bodies(api, KNOWN) == {KNOWN: ["Mars"]}
        assert api.requests == []


def test_the_documents_of_unknown_collections_say_it():
    with StacApi({}) as api:
        for name, targets in (("a", ["MOON"]), ("b", "europa"), ("c", ["Mars", "phobos"])):
            document = {"id": name, "summaries": {"ssys:targets": targets}}
            api.script(f"/api/collections/{name}", answer(document))
        told = bodies(api, "a", "b", "c", KNOWN)
    assert told == {"a": ["Moon"], "b": ["Europa"], "c": ["Mars", "Phobos"], KNOWN: ["Mars"]}


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ({"ssys:targets": ["io"]}, ["Io"]),
        ({"proj:wkt2": SPHERE}, ["Europa"]),
        ({"proj:projjson": {"ellipsoid": {"name": "Moon", "radius": 1737400}}}, ["Moon"]),
        ({}, []),
    ],
)
def test_else_the_first_item_of_a_collection_does(first, told):
    with StacApi({}) as api:
        api.script("/api/collections/a", answer({"id": "a"}))
        api.script("/api/collections/a/items?limit=1", features(first))
        assert bodies(api, "a") == {"a": told}


def test_a_key_in_the_api_s_address_goes_with_each_question():
    with StacApi({}) as api:
        api.script("/api/collections/a?key=secret", answer({"id": "a"}))
        api.script("/api/collections/a/items?key=secret&limit=1", features({"ssys:targets": "io"}))
        told = bodies_of_collections(f"{api.root}?key=secret", ["a"], PATIENT, bool)
    assert told == {"a": ["Io"]}


def test_a_catalogue_without_collections_says_nothing():
    with StacApi({}) as api:
        assert bodies(api, "a") == {"a": []}
        api.script("/api/collections/b", answer(["no document"]))
        api.script("/api/collections/b/items?limit=1", answer({"features": [7]}))
        assert bodies(api, "b") == {"b": []}


def test_a_catalogue_that_does_not_answer_is_an_error():
    with StacApi({}) as api:
        root = api.root
    with pytest.raises(CatalogError, match="check API_URL"):
        bodies_of_collections(root, ["a"], PATIENT, bool)


@pytest.mark.parametrize(
    ("properties", "body"),
    [
        ({"proj:wkt2": SPHERE}, "Europa"),
        ({"proj:wkt2": SPHERE, "ssys:targets": ["MARS"]}, "Mars"),
        ({"ssys:targets": ["Mars", "moon"]}, "Moon"),
        ({"ssys:targets": ["Nibiru"]}, "Nibiru"),
        ({"proj:wkt2": None, "proj:projjson": 5}, "Moon"),
    ],
)
def test_targets_come_before_the_projection_of_an_item(properties, body):
    assert observation_of(item("x", 1, properties=properties), "x", "Moon").body == body


def test_items_of_another_body_are_left_out_and_told():
    here, there = {"ssys:targets": ["moon"]}, {"ssys:targets": ["Mars"]}
    items = [item("a", n, properties=there if n in (1, 3) else here) for n in range(5)]
    with StacApi({"a": items}, largest_page=2) as api:
        result = search(api)
    assert result.ids == ["a-000", "a-002", "a-004"]
    (warning,) = result.report.warnings()
    assert warning.startswith(
        "Observations of another body than the one searched: 2, e.g. a-001 of"
    )
    assert result.progress[-1] == (5, 5)
