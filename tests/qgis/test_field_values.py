"""Values of fields, of whatever type."""

from __future__ import annotations

import math

import pytest
from qgis.core import NULL
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ard_qgis_plugin.bridge.field_values import day_in, number_in, text_in


@pytest.mark.parametrize(
    ("value", "text", "number"),
    [
        ("62.5", "62.5", 62.5),
        (" 62.5 ", " 62.5 ", 62.5),
        (62, "62", 62.0),
        (62.5, "62.5", 62.5),
        (101.0, "101", 101.0),
        ("ESP_022699", "ESP_022699", math.nan),
        ("", "", math.nan),
        (NULL, "", math.nan),
        (None, "", math.nan),
    ],
)
def test_texts_and_numbers(value: object, text: str, number: float) -> None:
    assert text_in(value) == text
    assert number_in(value) == pytest.approx(number, nan_ok=True)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1970-01-02T12:00:00Z", 1.5),
        ("1970-01-02T12:00:00", 1.5),
        ("1970-01-02T12:00:00.000", 1.5),
        ("1970-01-02T14:00:00+02:00", 1.5),
        ("1970-01-02", 1.0),
        (QDate(1970, 1, 3), 2.0),
        (QDateTime.fromMSecsSinceEpoch(43_200_000, Qt.TimeSpec.UTC), 0.5),
        ("yesterday", math.nan),
        (QDateTime(), math.nan),
        (NULL, math.nan),
        (3, math.nan),
    ],
)
def test_times(value: object, day: float) -> None:
    assert day_in(value) == pytest.approx(day, nan_ok=True)
