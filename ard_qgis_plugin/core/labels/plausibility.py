"""How a damaged label is told: by a number that is written unlike its neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model.errors import LabelError

AGAIN = "so it is damaged; load it again"
LONGER = f"The label has an angle longer or shorter than the others, {AGAIN}."

_UNLIKE = f"The label writes one of its angles unlike the others, {AGAIN}."

# How a number is written: blanks before it, its parts, the blanks before the unit, the unit.
_WRITING = re.compile(
    r"(?P<lead>\s*)(?P<whole>[+-]?\d+)\.?(?P<decimals>\d*)(?:[eE][+-]?\d+)?"
    r"(?P<gap>\s*?)(?P<unit><[^<>]*>)?\s*",
    re.ASCII,
)
# The same where something odd follows, as in 0.006!
_BEGINNING = re.compile(
    r"(?P<lead>\s*)(?P<whole>[+-]?\d+)\.?(?P<decimals>\d*)(?P<rest>.*)", re.ASCII | re.DOTALL
)
# Numbers of 10 to 14 digits without unit, each behind one blank and in its own line: nearly all are
# so where ISIS wrote them, and one look (1 us) saves one at each (10 us).
_USUAL = re.compile(
    r"(?: -?(?:[1-9]\.\d{8,12}|[1-9]\d\.\d{7,11}|[1-9]\d\d\.\d{6,10}|[1-9]\d{3}\.\d{5,9}"
    r"|0\.0*[1-9]\d{8,12})[1-9]\n)+",
    re.ASCII,
)
_THREE = ("incidence", "emission", "phase")
_PARTS = ("lead", "gap", "unit")
# A distance among angles of so many decimals: Galileo's labels give it so, and cut it is none.
_DISTANCE = "slant_distance"
_SCIENTIFIC = re.compile(r"\s*\d\.\d{6}[eE]\+\d{2}\s*", re.ASCII)
_FIXED_FORMAT = range(2, 11)  # decimals; numbers of other lengths may well differ
_FACES_AWAY = 90.0  # degrees of emission
_NIGHT = 90.0  # degrees of incidence
_BEYOND_DOUBT = 5.0  # degrees: labels may give phase and incidence for places somewhat apart


def is_usual(raw: Mapping[str, str]) -> bool:
    """Says whether all that a label of ISIS states are whole numbers as it writes them."""
    lines = "\n".join((*raw.values(), ""))  # one without a value, at the end too, is no number
    return _USUAL.fullmatch(lines) is not None


def written_alike(raw: Mapping[str, str], *, fixed: bool) -> Mapping[str, str]:
    """Returns the statements less those that are not written as incidence, emission and phase are.

    A line cut within the number, or a blank or a point that became a digit, leaves a number that
    only its form gives away. Raises LabelError where one of the three differs from the others.
    `raw` maps fields of Angles to what stands right of "="; `fixed` says that the numbers in a
    label of this kind are all written alike, with a fixed number of decimals or a unit each.
    """
    matches = [_WRITING.fullmatch(raw.get(field, "")) for field in _THREE]
    three = [match.groups("") for match in matches if match]
    if len(three) < len(_THREE):
        return _beside_odd(raw) if fixed else raw
    leads, wholes, decimals, gaps, units = zip(*three, strict=True)
    shown = {"lead": _are_shown(leads), "gap": _are_shown(gaps), "unit": _are_shown(units)}
    length = _fixed_length(decimals) if fixed and not shown["unit"] else None
    _refuse_out_of_column(leads, wholes, decimals)
    shared = [part for part in shown if shown[part] and (fixed or part == "lead")]
    if shared == ["lead"] and length is None:  # a look at the first character is enough
        return {k: text for k, text in raw.items() if text[:1] == " " or _is_like(text, shared)}
    return _alike(raw, shared, length)


def _beside_odd(raw: Mapping[str, str]) -> Mapping[str, str]:
    """Returns the statements that are written as the incidence is, where the three are not whole.

    Raises LabelError where the incidence itself is odd.
    """
    angles = {field: text for field, text in raw.items() if field != _DISTANCE}
    _refuse_beside_odd(angles)
    own = _WRITING.fullmatch(raw.get("incidence", ""))
    others = [match for each in angles.values() if (match := _WRITING.fullmatch(each))]
    if own is None:
        return raw
    shared = [
        part for part in _PARTS if sum(bool(match[part]) for match in others) > 1 and own[part]
    ]
    lengths = [len(match["decimals"]) for match in others]
    length = len(own["decimals"])
    is_fixed = not own["unit"] and length in _FIXED_FORMAT and lengths.count(length) > 1
    return _alike(raw, shared, length if is_fixed else None)


def _refuse_beside_odd(raw: Mapping[str, str]) -> None:
    """Raises LabelError where the incidence is no true one, beside an angle that is odd or lost.

    It has other decimals than all other numbers, which have the same, no unit where all have one,
    or fits to no other angle.
    """
    numbers = {field: _BEGINNING.fullmatch(text) for field, text in raw.items()}
    parts = {field: match.groups() for field, match in numbers.items() if match}
    own, others = parts.pop("incidence", None), list(parts.values())
    if not own or not others:
        return
    three = [own, *(parts[field] for field in _THREE[1:] if field in parts)]
    lead, _, decimals, rest = own
    is_joined = rest[:1] == "<" and any("<" in each[3][1:] for each in others)
    is_bare = "<" not in rest and all("<" in each[3] for each in others)
    if is_joined or is_bare or (not lead and all(each[0] for each in others)):
        raise LabelError(_UNLIKE)
    if "<" not in rest:  # a unit guards the number's end
        shown = [each[2] for each in three[1:] if each[2]] or [each[2] for each in others]
        _refuse_longer(len(decimals), [len(each) for each in shown])
        _refuse_shorter(len(decimals), [len(each[2]) for each in others])
    is_whole = len(three) == len(_THREE)
    columns = list(zip(*(three if is_whole else [own, *others]), strict=True))
    _refuse_out_of_column(*columns[:3], is_whole=is_whole)


def _refuse_longer(length: int, others: Sequence[int]) -> None:
    """Raises LabelError where a number has more decimals than the others, which have the same."""
    if len({*others}) == 1 and others[0] in _FIXED_FORMAT and length > others[0]:
        raise LabelError(LONGER)


def _refuse_shorter(length: int, others: Sequence[int]) -> None:
    """Raises LabelError where a number has fewer decimals than several others, which have the same.

    Of one other alone it can't be told which of them is as all are written.
    """
    if (
        len(others) > 1
        and len({*others}) == 1
        and others[0] in _FIXED_FORMAT
        and length < others[0]
    ):
        raise LabelError(LONGER)


def _alike(raw: Mapping[str, str], shared: Sequence[str], length: int | None) -> Mapping[str, str]:
    """Returns the statements that have those parts of a number, and so many decimals."""
    alike = {field: text for field, text in raw.items() if _is_like(text, shared, length)}
    if length is not None and _DISTANCE in raw:
        alike.pop(_DISTANCE, None)
        if _SCIENTIFIC.fullmatch(raw[_DISTANCE]):
            alike[_DISTANCE] = raw[_DISTANCE]
    return alike


def _is_like(text: str, shared: Sequence[str], length: int | None = None) -> bool:
    """Says whether a text has those parts of a number, and so many decimals, or is no number."""
    match = _WRITING.fullmatch(text)
    if match is None:
        return True
    return all(match.group(0, *shared)) and length in (None, len(match["decimals"]))


def _are_shown(texts: Sequence[str]) -> bool:
    """Says whether the three have that part; raises LabelError where one has lost it."""
    if texts.count("") == 1:
        raise LabelError(_UNLIKE)
    return all(texts)


def _fixed_length(decimals: Sequence[str]) -> int | None:
    """Returns the number of decimals that the three have, or None where it varies.

    Raises LabelError where one differs from the others. A unit would guard the number's end.
    """
    lengths = sorted(map(len, decimals))
    if lengths[1] not in _FIXED_FORMAT or lengths[1] not in (lengths[0], lengths[2]):
        return None
    if lengths[0] != lengths[2]:
        raise LabelError(LONGER)
    return lengths[1]


def _refuse_out_of_column(
    leads: Sequence[str], wholes: Sequence[str], decimals: Sequence[str], *, is_whole: bool = True
) -> None:
    """Raises LabelError where an angle fills its column to the left as no true one would.

    In a right-aligned column the blank before a number may become a digit: 62.8, 162.8. The two
    directions and the angle between them then make no triangle, or the camera sees a place that
    faces away from it. A 1.2 that became 11.2 can't be told. Where the three are not whole, an
    incidence of the night, which comes first here, is taken for none.
    """
    if len({*leads}) == 1 or len({*map(len, map(str.__add__, leads, wholes))}) > 1:
        return
    degrees = [float(f"{whole}.{part}0") for whole, part in zip(wholes, decimals, strict=True)]
    if is_whole:
        is_none = 2 * max(degrees) > sum(degrees) + _BEYOND_DOUBT or degrees[1] > _FACES_AWAY
    else:
        is_none = degrees[0] > _NIGHT
    if is_none:
        raise LabelError(f"The label's angles do not fit together, {AGAIN}.")
