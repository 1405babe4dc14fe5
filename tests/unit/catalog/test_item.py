"""Items to observations: real ones as they are, and whatever else JSON can hold."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ard_qgis_plugin.core.catalog.item import observation_of
from tests.support.servers.stac_api import item

PLAIN = item("a", 1)
DEEP = {"type": "GeometryCollection", "geometries": []}
for _ in range(3000):
    DEEP = {"type": "GeometryCollection", "geometries": [DEEP]}

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def test_a_real_item_is_understood(shared_data):
    path = shared_data / "items/kaguya_monoscopic/TC1S2B0_01_07496N077E3020.json"
    document = json.loads(path.read_text())
    observation = observation_of(document, "asked for", "Mars")
    assert observation.id == "TC1S2B0_01_07496N077E3020"
    assert observation.collection == document["collection"]
    assert observation.body == "Moon"
    assert observation.datetime == document["properties"]["datetime"]
    assert observation.gsd == document["properties"]["gsd"]
    assert observation.angles is None
    assert list(observation.assets) == list(document["assets"])
    assert observation.href("image") == document["assets"]["image"]["href"]
    assert observation.assets["caminfo_pvl"].media_type == document["assets"]["caminfo_pvl"]["type"]
    assert observation.footprint.is_valid
    assert observation.note == ""


def test_every_real_item_has_id_body_footprint_and_assets(shared_data):
    paths = [path for path in shared_data.glob("items/*/*.json") if "collection" not in path.name]
    assert len(paths) > 12
    for path in paths:
        observation = observation_of(json.loads(path.read_text()), "asked for", "nowhere")
        assert observation.id
        assert observation.assets
        assert observation.footprint is not None, path.name


@pytest.mark.parametrize(
    ("properties", "collection", "body"),
    [
        ({"ssys:targets": ["Europa"]}, "mro_hirise_uncontrolled_observations", "Europa"),
        ({"ssys:targets": ["moon"]}, "x", "Moon"),
        ({"ssys:targets": "MARS"}, "x", "Mars"),
        ({"ssys:targets": [None, 5, "Nibiru", "Io"]}, "x", "Io"),
        ({}, "mro_hirise_uncontrolled_observations", "Mars"),
        ({"ssys:targets": []}, "x", "Moon"),
    ],
)
def test_the_item_the_collection_and_the_search_say_the_body(properties, collection, body):
    document = item(collection, 1, properties=properties)
    assert observation_of(document, "searched", "Moon").body == body


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        ("./image.tif", "https://example.org/items/image.tif"),
        ("/image.tif", "https://example.org/image.tif"),
        ("https://other.org/image.tif", "https://other.org/image.tif"),
        ("s3://bucket/image.tif", "s3://bucket/image.tif"),
        ("/vsis3/bucket/image.tif", "/vsis3/bucket/image.tif"),
        ("//[broken/image.tif", "//[broken/image.tif"),
    ],
)
def test_relative_addresses_are_relative_to_the_item(href, absolute):
    links = [{"rel": "self", "href": "https://example.org/items/one.json"}]
    document = item("a", 1, links=links, assets={"image": {"href": href}})
    assert observation_of(document, "a", "Moon").href("image") == absolute


def test_a_broken_address_of_the_item_changes_nothing():
    links = [{"rel": "self", "href": "https://[broken"}]
    document = item("a", 1, links=links, assets={"image": {"href": "image.tif"}})
    assert observation_of(document, "a", "Moon").href("image") == "image.tif"


def test_an_empty_item_is_an_observation_of_what_was_searched():
    observation = observation_of({}, "searched", "Mars")
    assert (observation.id, observation.collection, observation.body) == ("", "searched", "Mars")
    assert observation.footprint is None
    assert "no geometry" in observation.note


@pytest.mark.parametrize("wrong", [None, 5, 10**400, [], ["x"], {}, {"x": 1}, True])
@pytest.mark.parametrize("member", PLAIN)
def test_a_member_of_the_wrong_type_is_left_empty(member, wrong):
    observation = observation_of({**PLAIN, member: wrong}, "searched", "Moon")
    assert observation.id in {"a-001", ""}
    assert observation.collection in {"a", "searched"}
    assert observation.body == "Moon"
    assert (observation.footprint is None) == (member == "geometry")


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": [[[10**400, 0], [1, 0], [1, 1], [10**400, 0]]]},
        DEEP,
    ],
    ids=["number", "depth"],
)
def test_a_geometry_beyond_reason_costs_the_footprint_alone(geometry):
    observation = observation_of({**PLAIN, "geometry": geometry}, "a", "Moon")
    assert (observation.id, observation.footprint) == ("a-001", None)
    assert "beyond reason" in observation.note


@given(st.dictionaries(st.sampled_from([*PLAIN]), ANYTHING), ANYTHING, ANYTHING, ANYTHING)
@settings(max_examples=150, deadline=None)
def test_no_json_is_too_strange(members, targets, asset, ring):
    members.setdefault("properties", {"ssys:targets": targets, "gsd": targets, "title": asset})
    members.setdefault("assets", {"image": asset, "label": {"href": asset, "type": ring}})
    members.setdefault("geometry", {"type": "Polygon", "coordinates": [ring]})
    observation = observation_of(members, "searched", "Moon")
    texts = (observation.id, observation.collection, observation.body, observation.title)
    assert all(isinstance(text, str) and text.encode() is not None for text in texts)
    assert observation.body
