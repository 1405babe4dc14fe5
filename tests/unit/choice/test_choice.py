"""Filtering, counting, sorting of footprints, against loops that do it one by one."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import numpy as np
import pytest

from ard_qgis_plugin.core.choice.choice import Choice
from ard_qgis_plugin.core.choice.columns import Columns, first_known, numbers
from ard_qgis_plugin.core.choice.histogram import Histogram, bar_count
from ard_qgis_plugin.core.choice.like_light import (
    azimuth_differences,
    incidence_at,
    lit_from_elsewhere,
    lit_like,
)
from ard_qgis_plugin.core.choice.limits import Limits, scale_of
from ard_qgis_plugin.core.choice.order import Order, quantity_of, sorted_rows
from ard_qgis_plugin.core.choice.quantities import (
    AZIMUTH,
    INCIDENCE,
    QUANTITIES,
    RESOLUTION,
    TIME,
    present_fields,
)
from ard_qgis_plugin.core.light.vectors import bearings


def columns(count=500, seed=3):
    chance = random.Random(seed)

    def some(high):
        return numbers([None if chance.random() < 0.1 else chance.uniform(0, high) for _ in at])

    at = range(count)
    values = {each.name: some(each.period or 90.0) for each in QUANTITIES}
    boxes = np.array([(n % 30, n % 7, n % 30 + 2.5, n % 7 + 1.5) for n in at], float)
    return Columns(np.arange(count) * 3 + 1, tuple(f"image {n}" for n in at), values, boxes)


@pytest.mark.parametrize("name", ["incidence", "subsolar_azimuth"])
@pytest.mark.parametrize(("low", "high"), [(20, 60), (60, 20), (0, 90), (45, 45)])
def test_limits_hold_what_a_loop_finds(name, low, high):
    values = columns().of(name)
    found = Limits(low, high).hold(values)
    for value, inside in zip(values, found, strict=True):
        wanted = low <= value <= high if low <= high else value >= low or value <= high
        assert inside == (wanted and not math.isnan(value))


def test_limits_of_several_quantities_work_together_and_ticks_count():
    choice = Choice()
    data = columns()
    choice.begin(data)
    assert choice.shown().all()
    choice.limit("incidence", Limits(30, 70))
    choice.limit("subsolar_azimuth", Limits(300, 90))
    choice.leave_out(frozenset({"image 7", "image 8", "not there"}))
    expected = [
        30 <= i <= 70 and (a >= 300 or a <= 90)
        for i, a in zip(data.of("incidence"), data.of("subsolar_azimuth"), strict=True)
    ]
    assert choice.listed().tolist() == expected
    expected[7] = expected[8] = False
    assert choice.shown().tolist() == expected
    others = choice.shown_but_for("incidence")
    assert (others & Limits(30, 70).hold(data.of("incidence"))).tolist() == expected
    choice.limit_all({})
    assert choice.shown().sum() == len(data) - 2
    assert choice.is_left_out(7)


def test_a_place_narrows_until_another_layer_comes():
    choice = Choice()
    choice.begin(columns(10))
    choice.limit("incidence", Limits(0, 45))
    choice.among = np.arange(10) < 4
    assert choice.shown().sum() <= 4
    choice.begin(columns(20))
    assert choice.among is None
    assert choice.limits == {"incidence": Limits(0, 45)}


def test_a_histogram_counts_each_known_value_once():
    values = numbers([0.0, 9.99, 10.0, 89.9, 90.0, None, 45.0, -1.0, 95.0])
    histogram = Histogram(values, 0.0, 90.0, 9)
    assert histogram.counts().tolist() == [3, 1, 0, 0, 1, 0, 0, 0, 3]
    assert histogram.unknown == 1
    assert histogram.counts(values > 50).tolist() == [0] * 8 + [3]
    assert histogram.edges()[[0, 1, -1]].tolist() == [0, 10, 90]


def test_bars_are_whole_steps_wide():
    assert bar_count(0, 90, 0.1, 60) == 45
    assert bar_count(10, 10.1, 0.1, 60) == 1
    assert bar_count(0, 24, 0.1, 60) == 48
    for span in (0.5, 3.7, 61.3, 90.0, 359.0):
        assert 1 <= bar_count(0, span, 0.1, 60) <= 60


@pytest.mark.parametrize("order", list(Order))
def test_rows_are_sorted_and_the_unknown_come_last(order):
    data = columns()
    rows = np.flatnonzero(data.of("phase") > 30)
    values = data.of(quantity_of(order))
    found = [values[row] for row in sorted_rows(rows, values, order, 40.0)]
    assert len(found) == len(rows)
    known = [value for value in found if not math.isnan(value)]
    assert all(math.isnan(value) for value in found[len(known) :])
    if order is Order.NEAREST:
        known = [abs(value - 40.0) for value in known]
    falling = order in (Order.LOW_SUN, Order.COVERAGE, Order.NEWEST)
    assert known == sorted(known, reverse=falling)


def test_a_scale_holds_all_values_in_whole_steps():
    scale = scale_of(INCIDENCE, numbers([62.648, None, 12.31]))
    assert (scale.low, scale.high, scale.step) == (12.3, 62.7, 0.1)
    assert scale.value(scale.position(40.04)) == 40.0
    assert scale.position(-5) == 0
    assert scale.position(1000) == scale.count
    assert scale_of(INCIDENCE, numbers([None, None])) is None
    assert scale_of(INCIDENCE, numbers([45.1])).high > 45.1
    circle = scale_of(AZIMUTH, numbers([80.0, 100.0]))
    assert (circle.low, circle.high, circle.count) == (0.0, 360.0, 360)


@pytest.mark.parametrize("values", [[0.25, 0.5], [7.0, 12.5], [5.0, 90000.0], [30.0], [0.0]])
def test_a_scale_of_resolutions_has_some_hundred_steps(values):
    scale = scale_of(RESOLUTION, numbers(values))
    assert scale.low <= min(values)
    assert scale.high >= max(values)
    assert scale.count < 10_000


def test_a_scale_of_times_fits_a_slider():
    scale = scale_of(TIME, numbers([-3e9, 4e9]))
    assert scale.count < 2**31


def test_like_light_is_told_by_the_direction_of_the_sun():
    data = columns()
    row = 11
    sun, azimuth = data.of("incidence"), data.of("subsolar_azimuth")

    def direction(n):
        i, a = math.radians(sun[n]), math.radians(azimuth[n])
        return math.sin(i) * math.sin(a), math.sin(i) * math.cos(a), math.cos(i)

    for n, alike in enumerate(lit_like(data, row, 12.0)):
        cosine = sum(p * q for p, q in zip(direction(n), direction(row), strict=True))
        known = not math.isnan(cosine)
        assert alike == (known and math.degrees(math.acos(min(1.0, cosine))) <= 12.0)
    differences = azimuth_differences(data, row)
    for n, elsewhere in enumerate(lit_from_elsewhere(data, row, 90.0)):
        turn = abs(azimuth[n] - azimuth[row])
        assert math.isnan(turn) or differences[n] == pytest.approx(min(turn, 360 - turn))
        assert elsewhere == (n == row or min(turn, 360 - turn) >= 90.0)


def test_incidence_at_a_place_is_that_of_the_light_there():
    sun = (20.0, -1.2)  # the sub-solar point
    centres = np.array([(4.0, 5.0), (179.9, -40.0), (-3.0, 70.0), (20.0, -1.2)])
    there = incidence_of(centres, sun)
    azimuth = bearings(*centres.T, *sun)
    for place in ((4.5, 5.5), (-179.9, -41.0), (0.0, 89.0)):
        found = incidence_at(there, azimuth, centres, place)
        assert found == pytest.approx([incidence_of(np.array([place]), sun)[0]] * 4, abs=1e-6)


def incidence_of(places, sun):
    """Returns the great-circle distance to the sub-solar point by the haversine."""
    (lon, lat), (east, north) = np.radians(places.T), np.radians(sun)
    half = np.sin((lat - north) / 2) ** 2
    half += np.cos(lat) * np.cos(north) * np.sin((lon - east) / 2) ** 2
    return np.degrees(2 * np.arcsin(np.sqrt(half)))


def test_rows_are_found_by_place_and_by_feature():
    data = columns(60)
    for lon, lat in ((3.2, 2.1), (29.9, 0.5), (-5.0, 0.0)):
        boxes = enumerate(data.boxes.tolist())
        inside = [n for n, (w, s, e, north) in boxes if w <= lon <= e and s <= lat <= north]
        assert data.rows_at(lon, lat).tolist() == inside
    assert data.row_of(7) == 2
    assert data.row_of(8) is None
    assert data.rows_of([7, 8, 1]).tolist() == [0, 2]


def test_values_that_are_no_numbers_are_unknown():
    assert np.isnan(numbers([1.0, None, "x"])).tolist() == [False, True, True]
    mixed = first_known([numbers([None, 2.0, None]), numbers([1.0, 5.0, None])])
    assert mixed[:2].tolist() == [1.0, 2.0]
    assert math.isnan(mixed[2])


def test_a_shapefile_cuts_the_names_of_fields():
    assert present_fields(INCIDENCE, ["id", "incidence_"]) == ("incidence_",)
    assert present_fields(RESOLUTION, ["gsd"]) == ("gsd",)
    assert present_fields(RESOLUTION, ["gsd", "pixel_resolution"]) == ("pixel_resolution", "gsd")
    assert present_fields(TIME, ["id"]) == ()


def test_limits_count_as_soon_as_their_column_is_there():
    values = {"incidence": numbers([10, 50, 60]), "emission": numbers([1, 20, 3])}
    whole = Columns(np.arange(3), ("a", "b", "c"), values, np.zeros((3, 4)))
    choice = Choice()
    choice.begin(replace(whole, values={"incidence": values["incidence"]}))
    choice.limit("emission", Limits(0.0, 5.0))
    choice.limit("incidence", Limits(0.0, 55.0))
    assert not choice.shown().any()
    choice.grow(whole)
    assert choice.shown().tolist() == [True, False, False]
