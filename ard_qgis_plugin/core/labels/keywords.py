"""Statements of a label, as text, to Angles: keywords, number grammar, units, ranges."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from ..model.errors import LabelError
from ..model.observation import Angles
from .plausibility import refuse_contradictions

CAMINFO = "caminfo"
PDS3 = "pds3"

# Which keyword gives which field. PDS3 has two azimuths of the sun: Kaguya's SOLAR_AZIMUTH_ANGLE
# is on the ground, clockwise from north, as SubSolarGroundAzimuth is; SUB_SOLAR_AZIMUTH (HiRISE,
# Galileo) is in the image, so it is left out. NORTH_AZIMUTH is in the image in both forms.
KEYWORDS: Mapping[str, Mapping[str, str]] = {
    CAMINFO: {
        "incidence": "IncidenceAngle",
        "emission": "EmissionAngle",
        "phase": "PhaseAngle",
        "subsolar_azimuth": "SubSolarGroundAzimuth",
        "north_azimuth": "NorthAzimuth",
        "subspacecraft_azimuth": "SubSpacecraftGroundAzimuth",
        "local_time": "LocalTime",
        "solar_longitude": "SolarLongitude",
        "pixel_resolution": "PixelResolution",
        "parallax_x": "ParallaxX",
        "parallax_y": "ParallaxY",
        "shadow_x": "ShadowX",
        "shadow_y": "ShadowY",
    },
    PDS3: {
        "incidence": "INCIDENCE_ANGLE",
        "emission": "EMISSION_ANGLE",
        "phase": "PHASE_ANGLE",
        "subsolar_azimuth": "SOLAR_AZIMUTH_ANGLE",
        "north_azimuth": "NORTH_AZIMUTH",
        "local_time": "LOCAL_TIME",
        "solar_longitude": "SOLAR_LONGITUDE",
    },
}

_DEGREES = frozenset({"", "deg", "degree", "degrees"})
_HOURS = frozenset({"", "h", "hr", "hour", "hours", "localday/24"})
_METRES = frozenset({"", "m", "meter", "meters", "metre", "metres", "m/pixel", "meters/pixel"})
_NO_UNIT = frozenset({""})
_ANY = sys.float_info.max

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
}

# An unsigned exponent needs a point before it, and a whole number no leading zero: where a point
# has been damaged, 1.01 could read 1e01 and 0.5 could read 035.
_NUMBER = re.compile(
    r"\s*([+-]?(?:(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d{1,3})?|(?:0|[1-9]\d*)(?:[eE][+-]\d{1,3})?))"
    r"\s*(?:<\s*([^<>]*?)\s*>)?\s*",
    re.ASCII,
)
_PLAIN = re.compile(r"(?: *-?\d+\.\d+\|)+", re.ASCII)
_NO_VALUE = re.compile(
    r"[\s\"']*(?:NULL|N/?A|UNK|UNKNOWN|NONE|NOT[ _]APPLICABLE|)[\s\"']*", re.IGNORECASE
)
_SHOWN = 40


def angles_of(source: str, raw: Mapping[str, str]) -> Angles:
    """Returns the angles that the statements of one label block give.

    `raw` maps fields of Angles to the text right of "=" as it stands in the label. Raises
    LabelError where there is no incidence, or where what stands there can't be trusted.
    """
    values = _values(raw)
    if values.get("incidence") is None:
        raise LabelError(_reason(source, raw.get("incidence")))
    angles = Angles(source, **values)
    return refuse_contradictions(angles, raw) if source == CAMINFO else angles


def same_number(text: str, value: float) -> bool:
    """Says whether a statement's text is that number."""
    match = _NUMBER.fullmatch(text)
    return match is not None and float(match[1]) == value


def _values(raw: Mapping[str, str]) -> dict[str, float | None]:
    """Returns the number of each statement, None where it is none that the field can have."""
    plain = _PLAIN.fullmatch("|".join((*raw.values(), "")))
    values: dict[str, float | None] = {}
    for field, text in raw.items():
        units, low, high = _TRUSTED[field]
        value = float(text) if plain else _number(text, units)
        values[field] = value if value is not None and low <= value <= high else None
    return values


def _number(text: str, units: frozenset[str]) -> float | None:
    match = _NUMBER.fullmatch(text)
    return float(match[1]) if match and (match[2] or "").lower() in units else None


def _reason(source: str, text: str | None) -> str:
    """Returns why a label that could be read has no incidence."""
    keyword = KEYWORDS[source]["incidence"]
    if text is None:
        return f"The label has no {keyword} where the angles stand."
    shown = " ".join(text.split())[:_SHOWN]
    if _NO_VALUE.fullmatch(text):
        return f"The label leaves {keyword} empty ({shown})."
    return f"The label's {keyword} is not an angle of 0 to 180 degrees: {shown}."
