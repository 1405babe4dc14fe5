"""Filters as text: what a layer's provider, or QGIS itself, is to draw."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone
from enum import Enum

from .limits import Limits
from .quantities import TIME, Quantity

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class Dialect(Enum):
    """Whose language a filter is in; they differ in how they compare times."""

    QGIS = "qgis"
    SQLITE = "sqlite"
    OGR = "ogr"
    POSTGRES = "postgres"


def limits_condition(
    quantity: Quantity, fields: Sequence[str], limits: Limits, dialect: Dialect
) -> str:
    """Returns the condition that a quantity's first known field is inside the limits.

    `fields` are the layer's own of the quantity; without any nothing fulfils the condition.
    """
    parts = []
    for number, field in enumerate(fields):
        unknown = [f"{quoted(each)} IS NULL" for each in fields[:number]]
        inside = _inside(_operand(quantity, field, dialect), _ends(quantity, limits, dialect))
        wraps = limits.low > limits.high
        parts.append(both(*unknown, f"({inside})" if unknown and wraps else inside))
    if not parts:
        return "1 = 0"
    return parts[0] if len(parts) == 1 else " OR ".join(f"({part})" for part in parts)


def names_condition(field: str, names: Iterable[str], *, among: bool) -> str:
    """Returns the condition that an image's name is among some, or is not; none is ""."""
    given = list(names)
    if not given:
        return "1 = 0" if among else ""
    listed = ", ".join(f"'{name.replace(chr(39), chr(39) * 2)}'" for name in given)
    condition = f"{quoted(field)} {'IN' if among else 'NOT IN'} ({listed})"
    # SQL has NULL neither among any names nor not among them, OGR has it not among them
    if ("" in given) is among:
        return f"{quoted(field)} IS NULL OR {condition}"
    return condition if among else f"{quoted(field)} IS NOT NULL AND {condition}"


def both(*conditions: str) -> str:
    """Returns the condition that all of some conditions are fulfilled; empty ones always are."""
    given = [condition for condition in conditions if condition]
    return given[0] if len(given) == 1 else " AND ".join(f"({each})" for each in given)


def only_where(condition: str, expression: str) -> str:
    """Returns an expression that is NULL where the condition isn't fulfilled."""
    return f"CASE WHEN {condition} THEN {expression} END" if condition else expression


def quoted(field: str) -> str:
    """Returns the name of a field as expressions have it."""
    return '"' + field.replace('"', '""') + '"'


def _inside(operand: str, ends: tuple[str, str, bool]) -> str:
    low, high, wraps = ends
    return f"{operand} >= {low} {'OR' if wraps else 'AND'} {operand} <= {high}"


def _operand(quantity: Quantity, field: str, dialect: Dialect) -> str:
    if quantity is not TIME:
        return quoted(field)
    if dialect is Dialect.QGIS:
        # by the digits of its clock, which are UTC even where a format has lost the zone
        return f"format_date({quoted(field)}, 'yyyy-MM-dd HH:mm:ss.zzz', 'en')"
    return f"julianday({quoted(field)})" if dialect is Dialect.SQLITE else quoted(field)


def _ends(quantity: Quantity, limits: Limits, dialect: Dialect) -> tuple[str, str, bool]:
    ends = (limits.low, limits.high)
    if quantity is TIME:
        low, high = (_moment(each, dialect) for each in ends)
    else:
        low, high = map(repr, map(float, ends))
    return low, high, limits.low > limits.high


def _moment(seconds: float, dialect: Dialect) -> str:
    moment = _EPOCH + timedelta(seconds=seconds)
    text = moment.strftime("%Y-%m-%d %H:%M:%S.") + f"{moment.microsecond // 1000:03d}"
    if dialect is Dialect.SQLITE:
        return f"julianday('{text}')"
    return f"'{text.replace('-', '/')}'" if dialect is Dialect.OGR else f"'{text}'"
