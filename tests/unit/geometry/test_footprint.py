"""Footprints: whatever the catalogue holds becomes valid polygons in the right place."""

import json
import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import mapping

from ard_qgis_plugin.core.geometry import footprint as module
from ard_qgis_plugin.core.geometry.footprint import footprint_of, footprints_of

WORLD = shapely.box(-180, -90, 180, 90)


def polygon(*vertices, holes=()):
    rings = [vertices, *holes]
    return {"type": "Polygon", "coordinates": [[list(at) for at in (*r, r[0])] for r in rings]}


def circle(lon, lat, radius, vertices=24):
    """A small circle on the sphere, degrees, longitudes -180..180 (jumping where it must)."""
    bearing = np.arange(vertices) / vertices * 2 * np.pi
    out, up = np.sin(np.radians(radius)), np.cos(np.radians(radius))
    tilt = np.radians(90 - lat)
    east, north = out * np.sin(bearing), out * np.cos(bearing)
    x = up * np.sin(tilt) - north * np.cos(tilt)
    z = up * np.cos(tilt) + north * np.sin(tilt)
    longitude = (lon + np.degrees(np.arctan2(east, x)) + 180) % 360 - 180
    places = zip(longitude.tolist(), np.degrees(np.arcsin(z)).tolist(), strict=True)
    return polygon(*places)


def shifted(geometry, turns):
    rings = [[[at[0] + 360 * turns, *at[1:]] for at in ring] for ring in geometry["coordinates"]]
    return {"type": "Polygon", "coordinates": rings}


def drawn(geometry):
    footprint, note = footprint_of(geometry)
    assert footprint is not None, note
    assert footprint.geom_type == "MultiPolygon"
    assert footprint.is_valid
    assert footprint.area > 0
    assert WORLD.covers(footprint)
    return footprint, note


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        (polygon((3, 4), (5, 4), (5, 6), (3, 6)), [(3, 4, 5, 6)]),
        (polygon((3, 4, 9), (5, 4, 9), (5, 6, 9), (3, 6, 9)), [(3, 4, 5, 6)]),
        (polygon((200, 4), (210, 4), (210, 6), (200, 6)), [(-160, 4, -150, 6)]),
        (polygon((179, 4), (-179, 4), (-179, 6), (179, 6)), [(179, 4, 180, 6), (-180, 4, -179, 6)]),
        (polygon((170, 4), (190, 4), (190, 6), (170, 6)), [(170, 4, 180, 6), (-180, 4, -170, 6)]),
        (
            polygon((-190, 4), (-170, 4), (-170, 6), (-190, 6)),
            [(170, 4, 180, 6), (-180, 4, -170, 6)],
        ),
        (polygon((359, 4), (1, 4), (1, 6), (359, 6)), [(-1, 4, 1, 6)]),
        (polygon((-180, -90), (180, -90), (180, 90), (-180, 90)), [(-180, -90, 180, 90)]),
        (polygon((0, -90), (360, -90), (360, 90), (0, 90)), [(-180, -90, 180, 90)]),
        # On ±180 exactly, from both sides.
        (
            polygon(
                (179, 0), (180, 0), (-180, 0), (-179, 0), (-179, 1), (-180, 1), (180, 1), (179, 1)
            ),
            [(179, 0, 180, 1), (-180, 0, -179, 1)],
        ),
        # Round the north pole and the south pole, open towards them, and already closed.
        (polygon((0, 80), (90, 80), (180, 80), (-90, 80)), [(-180, 80, 180, 90)]),
        (polygon((0, -80), (-90, -80), (180, -80), (90, -80)), [(-180, -90, 180, -80)]),
        (polygon((0, 80), (90, 80), (180, 80), (270, 80), (360, 80)), [(-180, 80, 180, 90)]),
        (polygon((-180, 80), (180, 80), (180, 90), (-180, 90)), [(-180, 80, 180, 90)]),
    ],
)
def test_the_same_place_comes_out_of_any_form(geometry, expected):
    footprint, note = drawn(geometry)
    assert note == ""
    wanted = shapely.union_all([shapely.box(*bounds) for bounds in expected])
    assert footprint.symmetric_difference(wanted).area < 1e-9


def test_all_pieces_of_a_footprint_cut_at_180_stay():
    geometry = {
        "type": "MultiPolygon",
        "coordinates": [
            polygon((179, 0), (180, 0), (180, 1), (179, 1))["coordinates"],
            polygon((-180, 0), (-179, 0), (-179, 1), (-180, 1))["coordinates"],
        ],
    }
    footprint, note = drawn(geometry)
    assert note == ""
    pieces = sorted(part.bounds for part in footprint.geoms)
    assert pieces == [(-180, 0, -179, 1), (179, 0, 180, 1)]


def test_pieces_on_both_sides_of_zero_become_one():
    geometry = {
        "type": "MultiPolygon",
        "coordinates": [
            polygon((359, 0), (360, 0), (360, 1), (359, 1))["coordinates"],
            polygon((0, 0), (1, 0), (1, 1), (0, 1))["coordinates"],
        ],
    }
    footprint, _ = drawn(geometry)
    assert [part.bounds for part in footprint.geoms] == [(-1, 0, 1, 1)]


def test_pieces_that_share_an_edge_anywhere_become_one():
    parts = [polygon((e, 0), (e + 1, 0), (e + 1, 1), (e, 1)) for e in (9, 10)]
    cut = {"type": "MultiPolygon", "coordinates": [part["coordinates"] for part in parts]}
    footprint, _ = drawn(cut)
    assert [part.bounds for part in footprint.geoms] == [(9, 0, 11, 1)]


def test_a_hole_stays_a_hole_across_180_and_round_a_pole():
    hole = [(179.5, 0.5), (-179.5, 0.5), (-179.5, 0.7), (179.5, 0.7)]
    footprint, _ = drawn(polygon((179, 0), (-179, 0), (-179, 1), (179, 1), holes=[hole]))
    assert footprint.area == pytest.approx(2 - 0.2)
    ring = [(0, 80), (90, 80), (180, 80), (-90, 80)]
    inner = [(0, 85), (90, 85), (180, 85), (-90, 85)]
    footprint, _ = drawn(polygon(*ring, holes=[inner]))
    assert footprint.symmetric_difference(shapely.box(-180, 80, 180, 85)).area < 1e-9


def test_a_collection_gives_its_areas():
    members = [polygon((0, 0), (1, 0), (1, 1)), polygon((5, 0), (6, 0), (6, 1))]
    footprint, _ = drawn({"type": "GeometryCollection", "geometries": members})
    assert footprint.bounds == (0, 0, 6, 1)
    assert len(footprint.geoms) == 2


@pytest.mark.parametrize(
    ("geometry", "area"),
    [
        (polygon((0, 0), (2, 2), (2, 0), (0, 2)), 2),
        (polygon((0, 0), (2, 0), (2, 2), (1, 0), (0, 2)), 2),
        (polygon((179, 0), (-179, 2), (-179, 0), (179, 2)), 2),
    ],
)
def test_a_ring_that_crosses_itself_is_repaired_and_noted(geometry, area):
    footprint, note = drawn(geometry)
    assert footprint.area == pytest.approx(area)
    assert "repaired" in note


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {},
        [],
        "Polygon",
        7,
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": None},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[]]},
        {"type": "Polygon", "coordinates": [[[]]]},
        {"type": "Polygon", "coordinates": [[[1, 2], [3], [4, 5], [1, 2]]]},
        {"type": "Polygon", "coordinates": [[["a", 2], [3, 4], [5, 6], ["a", 2]]]},
        {"type": "Polygon", "coordinates": [[[None, 2], [3, 4], [5, 6], [None, 2]]]},
        {"type": "Polygon", "coordinates": [[1, 2, 3]]},
        {"type": "Polygon", "coordinates": {"a": 1}},
        {"type": "MultiPolygon", "coordinates": []},
        {"type": "MultiPolygon", "coordinates": [[[1, 2]]]},
        {"type": "GeometryCollection", "geometries": []},
        {"type": "GeometryCollection", "geometries": [None]},
        {"type": "Point", "coordinates": [1, 2]},
        {"type": "LineString", "coordinates": [[1, 2], [3, 4]]},
        polygon((1, 1), (1, 1), (1, 1)),
        polygon((0, 0), (1, 1), (2, 2)),
        polygon((0, 0)),
        polygon((0, 80), (1, 80), (1, 95)),
        polygon((0, 0), (1e9, 0), (1e9, 1)),
        polygon((0, 0), (math.inf, 0), (1, 1)),
    ],
)
def test_what_cannot_be_drawn_gives_a_reason(geometry):
    footprint, note = footprint_of(geometry)
    assert footprint is None
    assert note.startswith("no footprint: ")
    assert "\n" not in note


@given(
    st.floats(-180, 180),
    st.floats(-85, 85),
    st.floats(0.01, 4),
    st.integers(-1, 1),
)
@settings(max_examples=200, deadline=None)
def test_a_circle_is_where_its_middle_is_in_any_turn(lon, lat, radius, turns):
    geometry = circle(lon, lat, radius)
    footprint, note = drawn(shifted(geometry, turns))
    assert note == ""
    assert footprint.distance(shapely.Point(lon, lat)) < 1e-9
    # The plane area of a small circle of radius r at latitude b is that of an ellipse.
    middle = drawn(circle(0, lat, radius))[0]
    assert footprint.area == pytest.approx(middle.area, rel=1e-6)


@given(st.floats(-180, 180), st.floats(0, 3), st.sampled_from([-1, 1]))
@settings(max_examples=100, deadline=None)
def test_a_circle_round_a_pole_holds_it(lon, distance, sign):
    footprint, note = drawn(circle(lon, sign * (90 - distance), 4))
    assert note == ""
    for longitude in range(-180, 181, 45):
        assert footprint.distance(shapely.Point(longitude, sign * 90)) < 1e-9
    assert abs(footprint.bounds[1 if sign > 0 else 3]) >= 90 - 4 - distance - 1e-6


COORDINATES = st.one_of(
    st.floats(-400, 400),
    st.sampled_from([-180.0, 180.0, 0.0, 360.0, 90.0, -90.0]),
)
RINGS = st.lists(
    st.tuples(COORDINATES, st.one_of(st.floats(-90, 90), st.sampled_from([90.0, -90.0, 0.0]))),
    min_size=1,
    max_size=9,
)


@given(st.lists(RINGS, min_size=1, max_size=3))
@settings(max_examples=300, deadline=None)
def test_any_rings_give_valid_areas_or_a_reason(rings):
    footprint, note = footprint_of(polygon(*rings[0], holes=rings[1:]))
    if footprint is None:
        assert note
    else:
        assert footprint.is_valid
        assert not footprint.is_empty
        assert WORLD.covers(footprint)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=12,
)


@given(st.sampled_from(["Polygon", "MultiPolygon", "GeometryCollection", None]), JSON)
@settings(max_examples=200, deadline=None)
def test_any_json_gives_areas_or_a_reason(kind, content):
    geometry = {"type": kind, "coordinates": content, "geometries": content}
    footprint, note = footprint_of(geometry)
    assert footprint is not None or note


def test_real_items_are_where_their_bbox_says(shared_data):
    checked = 0
    for path in sorted((shared_data / "items").glob("*/*.json")):
        item = json.loads(path.read_text())
        if not item.get("geometry"):
            continue
        footprint, note = drawn(item["geometry"])
        assert note == ""
        west, south, east, north = item["bbox"]
        if east <= 180:
            assert footprint.bounds == pytest.approx((west, south, east, north), abs=1e-6)
        else:
            assert footprint.bounds == pytest.approx((-180, south, 180, north), abs=1e-6)
        plane = shapely.union_all([shapely.Polygon(*p) for p in parts_of(item["geometry"])])
        assert footprint.area == pytest.approx(plane.area, rel=1e-9)
        checked += 1
    assert checked >= 15


def parts_of(geometry):
    coordinates = geometry["coordinates"]
    parts = [coordinates] if geometry["type"] == "Polygon" else coordinates
    return [(np.array(part[0])[:, :2],) for part in parts]


def test_a_footprint_goes_through_unchanged_once_it_is_normal():
    footprint, _ = drawn(circle(179.9, 88, 5))
    again, note = drawn(mapping(footprint))
    assert note == ""
    assert again.symmetric_difference(footprint).area < 1e-9


def test_a_hole_as_large_as_the_shell_leaves_no_area():
    shell = [(0, 0), (261, 0), (0.5, 2)]
    footprint, note = footprint_of(polygon(*shell, holes=[[(0, 2), (1, 0), (1, 1)], shell]))
    assert footprint is None
    assert "no area" in note


@given(st.lists(st.one_of(RINGS.map(lambda ring: polygon(*ring)), st.none()), max_size=6))
@settings(max_examples=200, deadline=None)
def test_geometries_are_read_together_as_each_by_itself(geometries):
    together = footprints_of(geometries)
    by_themselves = [footprint_of(geometry) for geometry in geometries]
    assert together == by_themselves


def test_a_plain_ring_is_drawn_as_it_is():
    plain = [polygon((n, 0), (n + 1, 0), (n + 1, 1)) for n in range(5)]
    odd = [None, 5, {"type": "Polygon"}, polygon((170, 0), (190, 0), (190, 1)), circle(0, 89, 3)]
    mixed = [one for pair in zip(plain, odd, strict=True) for one in pair]
    found = [footprint for footprint, _ in footprints_of(mixed)][::2]
    assert [mapping(one)["coordinates"][0] for one in found] == [
        (tuple(map(tuple, one["coordinates"][0])),) for one in plain
    ]


def test_heights_and_numbers_beyond_reason_cost_the_others_nothing():
    flat, high = polygon((0, 0), (1, 0), (1, 1)), polygon((0, 0, 9.5), (1, 0, 9.5), (1, 1, 9.5))
    beyond = polygon((0, 0), (10**400, 0), (1, 1))
    (first, _), (nothing, note), (last, _) = footprints_of([flat, beyond, high])
    assert nothing is None
    assert "beyond reason" in note
    assert first.equals(last)
    assert first.area == 0.5


@pytest.mark.parametrize("pieces", [1, 2, 3])
def test_what_was_cut_before_goes_with_the_plain_ones(pieces, monkeypatch):
    def difficult(geometry):
        pytest.fail(f"{geometry} was looked at by itself, which takes 0.3 ms")

    parts = [polygon((e, 0), (e + 1, 0), (e + 1, 1), (e, 1)) for e in (179, -180, 10)[:pieces]]
    cut = {"type": "MultiPolygon", "coordinates": [part["coordinates"] for part in parts]}
    expected = footprint_of({"type": "GeometryCollection", "geometries": parts})[0]
    monkeypatch.setattr(module, "_difficult", difficult)
    (one, _), (other, _) = footprints_of([cut, parts[0]])
    assert one.equals(expected)
    assert len(one.geoms) == pieces
    assert other.equals(footprint_of(parts[0])[0])


def test_a_ring_round_a_pole_may_bend_back():
    # Along the meridian of its first vertex it runs to and fro.
    ring = [(0, 70), (20, 70), (20, 78), (-20, 78), (-20, 82), (90, 80), (180, 80), (-90, 80)]
    footprint, note = drawn(polygon(*ring, (-40, 70)))
    assert note == ""
    for lon, lat, is_inside in ((0, 80, False), (0, 74, True), (0, 85, True), (90, 75, False)):
        assert footprint.contains(shapely.Point(lon, lat)) is is_inside, (lon, lat)
    again, _ = drawn(polygon(*ring[3:], (-40, 70), *ring[:3]))
    assert footprint.symmetric_difference(again).area < 1e-9
