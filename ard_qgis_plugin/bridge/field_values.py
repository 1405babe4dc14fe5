"""The values of a feature's fields, of whatever type a layer keeps them in.

A CSV may have angles as text and ids as numbers; a database has dates without a time.
"""

from __future__ import annotations

from math import nan
from typing import Any

from qgis.core import QgsFeature
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

_DAY = 86_400_000.0  # milliseconds
_EPOCH = 2_440_588  # 1970-01-01 as a Julian day


def text_in(value: Any) -> str:
    """Returns a value as text, a whole number without decimals; "" for NULL."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, (str, int, float)) else ""


def number_in(value: Any) -> float:
    """Returns a value as a number, also one that is written as text; NaN for all else."""
    if not isinstance(value, (str, int, float)):
        return nan
    try:
        return float(value)
    except ValueError:
        return nan


def day_in(value: Any) -> float:
    """Returns a time, or one written in ISO 8601, in days since 1970; NaN for all else.

    A text without a time zone is taken for UTC.
    """
    if isinstance(value, str):
        value = QDateTime.fromString(value.strip(), Qt.DateFormat.ISODateWithMs)
        if value.timeSpec() == Qt.TimeSpec.LocalTime:
            value.setTimeSpec(Qt.TimeSpec.UTC)
    if isinstance(value, QDateTime) and value.isValid():
        return value.toMSecsSinceEpoch() / _DAY
    if isinstance(value, QDate) and value.isValid():
        return float(value.toJulianDay() - _EPOCH)
    return nan


def value_of(feature: QgsFeature, name: str) -> Any:
    """Returns what a feature has in a field, None where there is no such field."""
    place = feature.fieldNameIndex(name)
    return feature.attribute(place) if place >= 0 else None
