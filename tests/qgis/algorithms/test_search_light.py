"""ard:search and the light where it searched: the least and greatest incidence, limits of both."""

from __future__ import annotations

import pytest
from qgis import processing

from ard_qgis_plugin.core.light.sun import incidence_at

MOON = "IAU_2015:30100"
WIDE = f"0,10,0,10 [{MOON}]"

pytestmark = pytest.mark.usefixtures("provider")


def found(planet, **parameters):
    given = {"API_URL": planet.stac, "EXTENT": WIDE, "OUTPUT": "memory:"} | parameters
    layer = processing.run("ard:search", given)["OUTPUT"]
    return {each["id"]: each for each in layer.getFeatures()}


def test_the_whole_image_is_around_its_centre_s_incidence(planet):
    rows = found(planet)
    assert rows
    for row in rows.values():
        assert row["incidence_min"] <= row["incidence_max"]
        if row["coverage"] and row.geometry().boundingBox().xMinimum() > 0.5:
            assert row["incidence_min"] - 1.0 < row["incidence_angle"] < row["incidence_max"] + 1.0


def test_each_corner_of_what_is_searched_is_within(planet):
    for row in found(planet).values():
        sun = row["subsolar_longitude"], row["subsolar_latitude"]
        for vertex in row.geometry().vertices():
            if 0 <= vertex.x() <= 10 and 0 <= vertex.y() <= 10:
                there = incidence_at(vertex.x(), vertex.y(), *sun)
                assert row["incidence_min"] - 2e-3 < there < row["incidence_max"] + 2e-3


def test_limits_are_of_the_centre_or_of_anywhere(planet):
    rows = found(planet)
    row = max(rows.values(), key=lambda each: each["incidence_max"] - each["incidence_angle"])
    low = (row["incidence_angle"] + row["incidence_max"]) / 2
    limits = {"MIN_INCIDENCE": low, "MAX_INCIDENCE": low + 0.01}
    assert row["id"] not in found(planet, **limits)
    assert row["id"] not in found(planet, **limits, INCIDENCE_AT="centre")
    anywhere = found(planet, **limits, INCIDENCE_AT="anywhere")
    expected = {
        name
        for name, each in rows.items()
        if each["incidence_max"] >= low and each["incidence_min"] <= low + 0.01
    }
    assert set(anywhere) == expected
    assert row["id"] in expected


def test_the_part_that_is_searched_alone_counts(planet):
    whole = found(planet)
    part = found(planet, EXTENT=f"3,4,4,5 [{MOON}]")
    narrower = 0
    for name in part.keys() & whole.keys():
        assert whole[name]["incidence_min"] - 1e-6 <= part[name]["incidence_min"]
        assert part[name]["incidence_max"] <= whole[name]["incidence_max"] + 1e-6
        narrower += part[name]["incidence_max"] < whole[name]["incidence_max"] - 1e-3
    assert narrower


def test_without_labels_nothing_is_known_of_the_light(planet):
    for row in found(planet, LABELS=False).values():
        assert not any(row[name] for name in ("incidence_min", "incidence_max", "slant_distance"))
