"""What a caminfo label says twice: shadow and parallax repeat incidence, emission and azimuths.

ISIS gives, per unit of height, the vector towards the sun and towards the camera, so that
(ShadowX, ShadowY) = tan i (-cos A, sin A) with A the ground azimuth, and (ParallaxX, ParallaxY)
likewise of emission. Source: ISIS caminfo, CamTools.cpp, "Corrected 2012-11-23". From 90 degrees on
the sign of the tangent is no rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, floor, hypot, log10, radians, sin, tan
from operator import attrgetter
from typing import Any

from ..model.errors import ContradictionError, LabelError
from ..model.observation import Angles
from .forms import CAMINFO
from .plausibility import AGAIN, LONGER

UNCONFIRMED = "its shadow and parallax, as ISIS makes them, don't both confirm its angles"

_MARGIN = 2.0  # times what the rounding of the numbers explains
_VAGUE = 0.01  # of a vector's length: where rounding alone explains that, it tells nothing
_NOISE = 1e-14  # of the arithmetic, for an angle of 0
_FULL_LENGTH = 14  # digits that ISIS writes; it leaves out the zeros at the end
_LEAST = _MARGIN * 0.5 * 10.0**-_FULL_LENGTH  # of a number: what so many digits leave open
_STEEP = 1000.0  # times the height: the vector of an angle far from the limb is no longer
_SHORTEST = 4  # digits less than that: one true number in 100,000 ends in so many zeros
_FEWEST = 3  # numbers that show how long the label's are

_REPEATED = {
    "incidence": ("subsolar_azimuth", "shadow_x", "shadow_y"),
    "emission": ("subspacecraft_azimuth", "parallax_x", "parallax_y"),
}
_NUMBERS_OF = {angle: attrgetter(angle, *names) for angle, names in _REPEATED.items()}
_UNREPEATED = (
    *("phase", "north_azimuth", "local_time", "solar_longitude", "pixel_resolution"),
    *("subsolar_longitude", "subsolar_latitude", "slant_distance"),
)
_VECTORS = ("shadow_x", "shadow_y", "parallax_x", "parallax_y")

AGREES, TURNED, DIFFERS = "agrees", "turned", "differs"
"""What a vector says of its angle: the same; the same, but in another direction; another."""


@dataclass(frozen=True, slots=True)
class Precision:
    """How the numbers of a label are written: with how many digits, and behind the point, at most.

    ISIS gives all so many digits; other programs so many decimals.
    """

    digits: int = _FULL_LENGTH
    decimals: int = 99

    def rounding(self, number: float) -> float:
        """Returns how far a number may be from the one that was meant."""
        last = floor(log10(abs(number) or 1.0)) + 1 - self.digits
        place = max(last, -self.decimals)
        return 0.5 * 10.0**place


_FULL = Precision()


def cross_checked(angles: Angles, raw: Mapping[str, str], *, are_usual: bool = False) -> Angles:
    """Returns the angles of a caminfo label less those that can't be believed.

    `raw` has the numbers as they are written; where they are usual, none is odd. Raises
    ContradictionError where shadow or parallax belong to another angle than the label gives, in a
    label where the other of the two is right: labels not made by ISIS, or by one before 2012, have
    neither. Raises LabelError where nothing confirms an incidence that is written unlike the rest.
    """
    if are_usual and _agrees(angles):
        return angles
    numbers = {name: text for name, text in raw.items() if getattr(angles, name, None) is not None}
    known = _known(angles, numbers.values())
    odd = [] if are_usual or len(numbers) <= _FEWEST else _odd(numbers, known)
    clean = _without(angles, odd)
    if DIFFERS in known.values() and set(known.values()) != {DIFFERS}:
        raise ContradictionError(
            f"The label's angles contradict its shadow or parallax, {AGAIN}.",
            None if "incidence" in odd else clean,
        )
    if "incidence" in odd:
        raise LabelError(LONGER)
    turned = [name for angle in known if known[angle] == TURNED for name in _REPEATED[angle][1:]]
    return _without(clean, turned)


def _without(angles: Angles, fields: Sequence[str]) -> Angles:
    absent: dict[str, Any] = dict.fromkeys(fields)
    return angles._replace(**absent) if absent else angles


def is_confirmed(angles: Angles) -> bool:
    """Says whether shadow and parallax confirm the angles of a label that was read."""
    return _in_words(angles) == {"incidence": AGREES, "emission": AGREES}


def differing(angles: Angles) -> str:
    """Returns which angles a label's vectors contradict, or nothing."""
    return ",".join(name for name, what in _in_words(angles).items() if what == DIFFERS)


def remark(angles: Angles) -> str:
    """Returns what is to be said of a label that was read: that nothing confirms its angles.

    A label without shadow and parallax says nothing of the kind.
    """
    if angles.source != CAMINFO or _agrees(angles):
        return ""
    vectors = [getattr(angles, name) for name in _VECTORS]
    if vectors == [None] * len(vectors):
        return ""
    agree = set(_in_words(angles).values()) == {AGREES}
    return "" if agree and None not in vectors else UNCONFIRMED


def _agrees(angles: Angles) -> bool:
    """Says whether both vectors agree with their angles to the last digit, as nearly all do."""
    return all(_said(angles, angle, _FULL) == AGREES for angle in _REPEATED)


def _in_words(angles: Angles) -> dict[str, str]:
    return _known(angles, map(repr, _numbers(angles)))


def _numbers(angles: Angles) -> Iterator[float]:
    for name in (*_REPEATED, *(name for names in _REPEATED.values() for name in names)):
        if (number := getattr(angles, name)) is not None:
            yield number


def _known(angles: Angles, texts: Iterable[str]) -> dict[str, str]:
    """Returns what the vectors say of their angles, as far as can be told.

    `texts` are the numbers as they are written; what agrees to the last digit, or says nothing even
    so, needs none of them.
    """
    said = {angle: _said(angles, angle, _FULL) for angle in _REPEATED}
    if not {AGREES, None}.issuperset(said.values()):
        usual = _precision_of([*texts])
        said = {angle: _said(angles, angle, usual) for angle in _REPEATED}
    return {angle: what for angle, what in said.items() if what}


def _precision_of(texts: Sequence[str]) -> Precision:
    digits = min(max(map(_digits, texts), default=0), _FULL_LENGTH)
    return Precision(digits, max(map(_decimals, texts), default=0))


def _odd(numbers: Mapping[str, str], known: Mapping[str, str]) -> list[str]:
    """Returns which of the numbers that nothing repeats are damaged by their length.

    `known` is what the vectors say: where one confirms an angle, both are sound. One of zeros was
    not computed.
    """
    digits = {name: _digits(text) for name, text in numbers.items()}
    digits = {name: count for name, count in digits.items() if count or name not in _VECTORS}
    unconfirmed = [angle for angle in _REPEATED if known.get(angle) not in (AGREES, TURNED)]
    repeated = [name for angle in unconfirmed for name in (angle, *_REPEATED[angle])]
    names = [name for name in (*_UNREPEATED, *repeated) if name in digits]
    longest = max(digits.values(), default=0)
    if longest <= _FULL_LENGTH and all(digits[name] >= longest - _SHORTEST for name in names):
        return []  # nearly all are so
    decimals = max(map(_decimals, numbers.values()), default=0)
    odd = [name for name in names if _is_odd(name, digits)]
    return [
        name
        for name in odd
        if digits[name] > _FULL_LENGTH
        or _decimals(numbers[name]) < decimals  # else all have so many
    ]


def _is_odd(field: str, digits: Mapping[str, int]) -> bool:
    """Says whether a number is a digit longer or much shorter than the others: it is damaged."""
    others = sorted(count for name, count in digits.items() if name != field)
    if len(others) < _FEWEST or others[-_FEWEST] < others[-1] - 1:
        return False
    if others[-1] > _FULL_LENGTH:  # all that a double has, so lengths vary
        return digits[field] < _FULL_LENGTH - _SHORTEST
    return digits[field] < others[-1] - _SHORTEST or digits[field] == _FULL_LENGTH + 1


def _said(angles: Angles, angle: str, written: Precision) -> str | None:
    """Returns what a vector says of its angle, None where that can't be told."""
    size, azimuth, x, y = numbers = _NUMBERS_OF[angle](angles)
    if None in numbers or (size and not (x or y)):
        return None
    tilt, turn = radians(size), radians(azimuth)
    tangent = tan(tilt)
    south, east = -tangent * cos(turn), tangent * sin(turn)
    distance = hypot(x - south, y - east)
    least = _LEAST * ((1 + tangent * tangent) * tilt + abs(tangent) * turn)
    if distance <= least and written is _FULL and abs(tangent) < _STEEP:
        return AGREES  # the precision is never less: four labels in five need no more
    precision, vague = _precision(numbers, abs(tangent), written), _VAGUE * (1 + abs(tangent))
    # at the limb a digit is worth any length; not so that of a vector which has lost its point
    if (
        precision > vague
        and _precision((size, azimuth, south, east), abs(tangent), written) > vague
    ):
        return None
    if distance <= precision:
        return AGREES
    if any(hypot(x - p, y - q) <= precision for p, q in _turned(south, east)):
        return TURNED
    return DIFFERS


def _precision(numbers: Sequence[float], tangent: float, written: Precision) -> float:
    """Returns how far a vector may be from what its angle says, if all are written so.

    `numbers` are the angle and the azimuth, in degrees, and the vector; `tangent` is the angle's.
    """
    angle, azimuth, x, y = map(written.rounding, numbers)
    slack = radians(angle)
    stretched = (1 + tangent * tangent) * slack / max(1 - tangent * slack, slack)
    rounding = stretched + tangent * radians(azimuth) + x + y
    return _MARGIN * rounding + _NOISE * (1 + tangent * tangent)


def _turned(x: float, y: float) -> Iterator[tuple[float, float]]:
    """Yields a vector with its signs and axes the other way round."""
    for a, b in ((x, y), (y, x)):
        yield from ((a, b), (-a, b), (a, -b), (-a, -b))


def _decimals(text: str) -> int:
    """Returns how many digits of a number stand behind its point."""
    number, _, exponent = text.partition("<")[0].strip().lower().partition("e")
    return len(number.partition(".")[2]) - int(exponent or 0)


def _digits(text: str) -> int:
    """Returns how many digits of a number count."""
    number = text.partition("<")[0].strip().lower().partition("e")[0]
    number = number.rstrip("0") if "." in number else number
    return len(number.lstrip("+-0.").replace(".", ""))
