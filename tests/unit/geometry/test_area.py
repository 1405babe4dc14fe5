"""Boxes: any longitudes become one or two boxes in -180..180, never west > east."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ard_qgis_plugin.core.geometry.box import Box, covering_arc, split_longitudes, wrap_longitude
from ard_qgis_plugin.core.model.errors import AreaError

LONGITUDES = st.floats(-720, 720)
SPANS = st.floats(0, 500)


@pytest.mark.parametrize(
    ("west", "east", "boxes"),
    [
        (3, 5, [(3, 5)]),
        (-180, 180, [(-180, 180)]),
        (170, 190, [(170, 180), (-180, -170)]),
        (-190, -170, [(170, 180), (-180, -170)]),
        (350, 370, [(-10, 10)]),
        (200, 210, [(-160, -150)]),
        (180, 200, [(-180, -160)]),
        (-200, -180, [(160, 180)]),
        (540, 550, [(-180, -170)]),
        (0, 360, [(-180, 180)]),
        (-1000, 1000, [(-180, 180)]),
        (180, 180, [(180, 180)]),
        (10, 10, [(10, 10)]),
    ],
)
def test_boxes_of_known_spans(west, east, boxes):
    assert split_longitudes(west, east, -1, 1) == tuple(Box(w, -1, e, 1) for w, e in boxes)


@given(LONGITUDES, SPANS, st.floats(0, 1))
def test_every_longitude_of_the_span_is_in_a_box(west, span, share):
    boxes = split_longitudes(west, west + span, -1, 1)
    longitude = wrap_longitude(west + share * span)
    off = min(
        min(abs((longitude - side + 180) % 360 - 180) for side in (box.west, box.east))
        if not box.west <= longitude <= box.east
        else 0
        for box in boxes
    )
    assert off < 1e-9


@given(LONGITUDES, SPANS)
def test_boxes_are_in_range_and_as_wide_as_the_span(west, span):
    boxes = split_longitudes(west, west + span, -1, 1)
    assert all(-180 <= box.west <= box.east <= 180 for box in boxes)
    assert sum(box.east - box.west for box in boxes) == pytest.approx(min(span, 360), abs=1e-9)


@pytest.mark.parametrize(
    ("sides", "word"),
    [
        ((5, 3, 0, 1), "empty"),
        ((3, 5, 1, 0), "empty"),
        ((3, 5, 0, 90.5), "pole"),
        ((3, 5, -91, 0), "pole"),
        ((math.nan, 5, 0, 1), "number"),
        ((3, math.inf, 0, 1), "number"),
    ],
)
def test_what_is_no_box_is_refused_in_one_sentence(sides, word):
    with pytest.raises(AreaError, match=word) as caught:
        split_longitudes(*sides)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("longitudes", "arc"),
    [
        ([10, 20, 15], (10, 20)),
        ([170, -170], (170, 190)),
        ([350, 10], (-10, 10)),
        ([42], (42, 42)),
        ([0, 100, -100, 60], (-100, 100)),
    ],
)
def test_the_covering_arc_is_the_shortest(longitudes, arc):
    assert covering_arc(longitudes) == pytest.approx(arc)


@given(st.lists(LONGITUDES, min_size=1, max_size=20))
def test_the_covering_arc_holds_all_its_points(longitudes):
    west, east = covering_arc(longitudes)
    assert 0 <= east - west <= 360
    for longitude in longitudes:
        beyond = (longitude - west) % 360 - (east - west)
        assert beyond < 1e-9 or beyond > 360 - (east - west) - 1e-9
