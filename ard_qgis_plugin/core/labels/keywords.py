"""Statements of a label, as text, to Angles: keywords, number grammar, units, ranges."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from ..model.errors import LabelError
from ..model.observation import Angles
from .cross_check import cross_checked
from .forms import CAMINFO, KEYWORDS, LONGITUDE_DIRECTION, SUN_ELEVATION, SUN_IN_IMAGE
from .plausibility import AGAIN
from .statements import Statements

__all__ = ["KEYWORDS", "angles_of", "checked_angles", "same_number"]

# a degree sign; what stands for it where UTF-8 was taken for Latin-1, in lower case; one lost
_DEGREE_SIGNS = ("\xb0", "\xe2\xb0", "\xba", "\ufffd")
_DEGREES = frozenset({"", "deg", "degree", "degrees", *_DEGREE_SIGNS})
_HOURS = frozenset({"", "h", "hr", "hour", "hours", "localday/24"})
_METRES = frozenset({"", "m", "meter", "meters", "metre", "metres", "m/pixel", "meters/pixel"})
_KILOMETRES = frozenset({"", "km", "kilometer", "kilometers", "kilometre", "kilometres"})
_NO_UNIT = frozenset({""})
_ANY = sys.float_info.max
_TURN = 360.0
_SIGNS = {"west": -1.0, "east": 1.0}

# The units in which a field may be given, and the range of values that it can have.
_TRUSTED: Mapping[str, tuple[frozenset[str], float, float]] = {
    "incidence": (_DEGREES, 0.0, 180.0),
    "emission": (_DEGREES, 0.0, 180.0),
    "phase": (_DEGREES, 0.0, 180.0),
    "subsolar_azimuth": (_DEGREES, 0.0, 360.0),
    "north_azimuth": (_DEGREES, 0.0, 360.0),
    "subspacecraft_azimuth": (_DEGREES, 0.0, 360.0),
    "local_time": (_HOURS, 0.0, 24.0),
    "solar_longitude": (_DEGREES, 0.0, 360.0),
    "pixel_resolution": (_METRES, 0.0, 1e7),
    "parallax_x": (_NO_UNIT, -_ANY, _ANY),
    "parallax_y": (_NO_UNIT, -_ANY, _ANY),
    "shadow_x": (_NO_UNIT, -_ANY, _ANY),
    "shadow_y": (_NO_UNIT, -_ANY, _ANY),
    "subsolar_longitude": (_DEGREES, -_TURN, _TURN),
    "subsolar_latitude": (_DEGREES, -90.0, 90.0),
    "slant_distance": (_KILOMETRES, 0.0, 1e10),
    SUN_IN_IMAGE: (_DEGREES, 0.0, _TURN),
    SUN_ELEVATION: (_DEGREES, -90.0, 90.0),
}

# An exponent needs a sign and two digits, as programs write it, and a whole number no leading zero:
# where a digit or a point has been damaged, 80.2135 could read 80.2e35, and 0.5 could read 035.
_NUMBER = re.compile(
    r"\s*([+-]?(?:(?:\d+\.\d*|\.\d+)(?:[eE][+-]\d{2,3})?|(?:0|[1-9]\d*)(?:[eE][+-]\d{2,3})?))"
    r"\s*(?:<\s*([^<>]*?)\s*>)?\s*",
    re.ASCII,
)
_NO_VALUE = re.compile(
    r"[\s\"']*(?:NULL|N/?A|UNK|UNKNOWN|NONE|NOT[ _]APPLICABLE|)[\s\"']*", re.IGNORECASE
)
_SHOWN = 40


def angles_of(statements: Statements) -> Angles:
    """Returns the angles that the statements of one label block give.

    Raises LabelError where there is no incidence, or where what stands there can't be trusted.
    """
    return checked_angles(
        statements.source, statements.keyword, statements.raw, are_usual=statements.is_usual
    )


def checked_angles(
    source: str, keyword: str, raw: Mapping[str, str], *, are_usual: bool = False
) -> Angles:
    """Returns the angles of statements, by field of Angles as they stand in the label.

    Raises LabelError as angles_of does; `keyword` is that of the incidence, `are_usual` says that
    all are whole numbers without units.
    """
    direction = raw.get(LONGITUDE_DIRECTION, "")
    if LONGITUDE_DIRECTION in raw:
        raw = {field: text for field, text in raw.items() if field != LONGITUDE_DIRECTION}
    values = _values(raw, are_usual=are_usual)
    if values.get("incidence") is None:
        raise LabelError(_reason(keyword, raw.get("incidence")))
    if source != CAMINFO:
        _refuse_elevation(values, raw)
        _turn_azimuth(values)
    _turn_longitude(values, source, direction)
    angles = Angles(source, **values)
    return cross_checked(angles, raw, are_usual=are_usual) if source == CAMINFO else angles


def _refuse_elevation(values: dict[str, float | None], raw: Mapping[str, str]) -> None:
    """Raises LabelError where incidence and elevation of the sun make no 90 degrees."""
    elevation, incidence = values.pop(SUN_ELEVATION, None), values["incidence"]
    if elevation is None or incidence is None:
        return
    decimals = max(len(_decimals(raw[field])) for field in ("incidence", SUN_ELEVATION))
    if abs(elevation + incidence - 90.0) > 0.5 * 10.0**-decimals:
        raise LabelError(f"The label's incidence and sun elevation make no 90 degrees, {AGAIN}.")


def _decimals(text: str) -> str:
    return text.partition("<")[0].partition(".")[2].strip()


def _turn_azimuth(values: dict[str, float | None]) -> None:
    """Makes the sun's azimuth on the ground of the two that a map-projected image has.

    Ground azimuth = (SUB_SOLAR_AZIMUTH - NORTH_AZIMUTH) mod 360, both clockwise from the image's
    right; not so in a camera's own image. Held against a HiRISE RDR label.
    """
    sun, north = values.pop(SUN_IN_IMAGE, None), values.get("north_azimuth")
    if sun is not None and north is not None and values.get("subsolar_azimuth") is None:
        values["subsolar_azimuth"] = (sun - north) % _TURN


def _turn_longitude(values: dict[str, float | None], source: str, direction: str) -> None:
    """Brings a longitude to -180..180, positive east; none where its direction isn't known."""
    lon = values.get("subsolar_longitude")
    sign = 1.0 if source == CAMINFO else _SIGNS.get(direction.strip(" \"'").lower())
    if sign is None:
        values.pop("subsolar_longitude", None)
        values.pop("subsolar_latitude", None)
    elif lon is not None:
        values["subsolar_longitude"] = sign * lon - _TURN * round(sign * lon / _TURN)


def same_number(text: str, value: float) -> bool:
    """Says whether a statement's text is that number."""
    match = _NUMBER.fullmatch(text)
    return match is not None and float(match[1]) == value


def _values(raw: Mapping[str, str], *, are_usual: bool) -> dict[str, float | None]:
    """Returns the number of each statement, None where it is none that the field can have."""
    values: dict[str, float | None] = {}
    for field, text in raw.items():
        units, low, high = _TRUSTED[field]
        value = float(text) if are_usual else _number(text, units)
        values[field] = value if value is not None and low <= value <= high else None
    return values


def _number(text: str, units: frozenset[str]) -> float | None:
    match = _NUMBER.fullmatch(text)
    return float(match[1]) if match and (match[2] or "").lower() in units else None


def _reason(keyword: str, text: str | None) -> str:
    """Returns why a label that could be read has no incidence."""
    if text is None:
        return f"The label has no {keyword} where the angles stand."
    shown = " ".join(text.split())[:_SHOWN]
    if _NO_VALUE.fullmatch(text):
        return f"The label leaves {keyword} empty ({shown})."
    return f"The label's {keyword} is not an angle of 0 to 180 degrees: {shown}."
