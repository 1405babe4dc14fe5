"""What gives a damaged label away: a number written unlike its neighbours, or at odds with them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace

from .errors import LabelError
from .observation import Angles

_AGAIN = "so it is damaged; load it again"

# How a number is written: blanks before it, its parts, the blanks before the unit, the unit.
_WRITING = re.compile(
    r"(?P<lead>\s*)(?P<whole>[+-]?\d*)(?P<point>\.?)(?P<decimals>\d*)(?:[eE][+-]?\d+)?"
    r"(?P<gap>\s*?)(?P<unit><[^<>]*>)?\s*",
    re.ASCII,
)
_FIXED_FORMAT = range(2, 11)  # decimals; numbers of other lengths may well differ
_BEYOND_DOUBT = 5.0  # degrees: labels may give phase and incidence for places somewhat apart

# The vectors of shadow and parallax repeat four of the angles, all written to 14 digits. What is
# not repeated is not believed when it has fewer than 11: one true value in 10,000 is so round.
_PRECISION = 1e-13
_FULL_LENGTH = 11
_UNREPEATED = ("phase", "north_azimuth", "local_time", "solar_longitude", "pixel_resolution")


def refuse_odd_writing(raw: Mapping[str, str]) -> None:
    """Raises LabelError where the incidence is not written as emission and phase both are.

    A line cut within the number, or a blank or a point that became a digit, leaves a number that
    only its form gives away. `raw` maps fields of Angles to what stands right of "=".
    """
    texts = [raw.get(field) for field in ("incidence", "emission", "phase")]
    if None in texts:
        return
    matches = [_WRITING.fullmatch(text) for text in texts if text is not None]
    if None in matches:
        return
    incidence, *others = (match.groupdict() for match in matches if match is not None)
    for part in ("lead", "unit", "gap"):
        if not incidence[part] and all(other[part] for other in others):
            raise LabelError(f"The label writes the incidence unlike the other angles, {_AGAIN}.")
    if _length_differs(incidence, others) or _is_out_of_column(incidence, others):
        raise LabelError(f"The label's incidence does not fit the other angles, {_AGAIN}.")


def _length_differs(incidence: dict[str, str], others: list[dict[str, str]]) -> bool:
    """Says whether the others have a fixed number of decimals that the incidence has not."""
    if incidence["unit"]:  # stands behind the number, and so guards its end
        return False
    lengths = {len(other["decimals"]) for other in others}
    own = len(incidence["decimals"])
    return len(lengths) == 1 and own not in lengths and lengths.pop() in _FIXED_FORMAT


def _is_out_of_column(incidence: dict[str, str], others: list[dict[str, str]]) -> bool:
    """Says whether the incidence fills its column to the left as no sunlit place would.

    In a right-aligned column the blank before a number may become a digit: 62.8, 162.8. The two
    directions and the angle between them then no longer make a triangle.
    """
    columns = {len(part["lead"] + part["whole"]) for part in (incidence, *others)}
    if len(columns) > 1 or any(len(other["lead"]) <= len(incidence["lead"]) for other in others):
        return False
    degrees = [float(f"{p['whole']}.{p['decimals']}0") for p in (incidence, *others)]
    longest = max(degrees)
    return longest > sum(degrees) - longest + _BEYOND_DOUBT


def refuse_contradictions(angles: Angles, raw: Mapping[str, str]) -> Angles:
    """Returns the angles of an ISIS label less those that can't be believed.

    Raises LabelError where shadow or parallax belong to another angle than the label gives, in
    a label where the other of the two is right: labels not made by ISIS have neither.
    """
    shadow = _repeats(angles.incidence, angles.subsolar_azimuth, angles.shadow_x, angles.shadow_y)
    parallax = _repeats(
        angles.emission, angles.subspacecraft_azimuth, angles.parallax_x, angles.parallax_y
    )
    if not (shadow or parallax):
        return angles
    if False in (shadow, parallax):
        raise LabelError(f"The label's angles contradict its shadow or parallax, {_AGAIN}.")
    cut = [field for field in _UNREPEATED if field in raw and _digits(raw[field]) < _FULL_LENGTH]
    return replace(angles, **dict.fromkeys(cut)) if cut else angles


def _repeats(
    angle: float | None, azimuth: float | None, x: float | None, y: float | None
) -> bool | None:
    """Says whether a vector has the angle's tangent as length and points away from the azimuth.

    Angle and azimuth in degrees; None where that can't be told.
    """
    if angle is None or azimuth is None or x is None or y is None or not (x or y):
        return None
    tangent, turn = math.tan(math.radians(angle)), math.radians(azimuth)
    error = math.hypot(x + tangent * math.cos(turn), y - tangent * math.sin(turn))
    return error <= _PRECISION * (1 + tangent * tangent)


def _digits(text: str) -> int:
    return len(text.strip().lstrip("-0.").replace(".", ""))
