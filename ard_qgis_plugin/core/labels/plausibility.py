"""How a damaged label is told: by a number that is written unlike its neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model.errors import LabelError

AGAIN = "so it is damaged; load it again"

# How a number is written: blanks before it, its parts, the blanks before the unit, the unit.
_WRITING = re.compile(
    r"(?P<lead>\s*)(?P<whole>[+-]?\d+)\.?(?P<decimals>\d*)(?:[eE][+-]?\d+)?"
    r"(?P<gap>\s*?)(?P<unit><[^<>]*>)?\s*",
    re.ASCII,
)
_THREE = ("incidence", "emission", "phase")
_FIXED_FORMAT = range(2, 11)  # decimals; numbers of other lengths may well differ
_FACES_AWAY = 90.0  # degrees of emission
_BEYOND_DOUBT = 5.0  # degrees: labels may give phase and incidence for places somewhat apart


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
        return raw
    leads, wholes, decimals, gaps, units = zip(*three, strict=True)
    shown = {"lead": _are_shown(leads), "gap": _are_shown(gaps), "unit": _are_shown(units)}
    length = _fixed_length(decimals) if fixed and not shown["unit"] else None
    _refuse_out_of_column(leads, wholes, decimals)
    shared = [part for part in shown if shown[part] and (fixed or part == "lead")]
    if shared == ["lead"] and length is None:  # a look at the first character is enough
        return {k: text for k, text in raw.items() if text[:1] == " " or _is_like(text, shared)}
    return {field: text for field, text in raw.items() if _is_like(text, shared, length)}


def _is_like(text: str, shared: Sequence[str], length: int | None = None) -> bool:
    """Says whether a text has those parts of a number, and so many decimals, or is no number."""
    match = _WRITING.fullmatch(text)
    if match is None:
        return True
    return all(match.group(0, *shared)) and length in (None, len(match["decimals"]))


def _are_shown(texts: Sequence[str]) -> bool:
    """Says whether the three have that part; raises LabelError where one has lost it."""
    if texts.count("") == 1:
        raise LabelError(f"The label writes one of its angles unlike the others, {AGAIN}.")
    return all(texts)


def _fixed_length(decimals: Sequence[str]) -> int | None:
    """Returns the number of decimals that the three have, or None where it varies.

    Raises LabelError where one differs from the others. A unit would guard the number's end.
    """
    lengths = sorted(map(len, decimals))
    if lengths[1] not in _FIXED_FORMAT or lengths[1] not in (lengths[0], lengths[2]):
        return None
    if lengths[0] != lengths[2]:
        raise LabelError(f"The label has an angle longer or shorter than the others, {AGAIN}.")
    return lengths[1]


def _refuse_out_of_column(
    leads: Sequence[str], wholes: Sequence[str], decimals: Sequence[str]
) -> None:
    """Raises LabelError where an angle fills its column to the left as no true one would.

    In a right-aligned column the blank before a number may become a digit: 62.8, 162.8. The two
    directions and the angle between them then make no triangle, or the camera sees a place that
    faces away from it. A 1.2 that became 11.2 can't be told.
    """
    if len({*leads}) == 1 or len({*map(len, map(str.__add__, leads, wholes))}) > 1:
        return
    degrees = [float(f"{whole}.{part}0") for whole, part in zip(wholes, decimals, strict=True)]
    if 2 * max(degrees) > sum(degrees) + _BEYOND_DOUBT or degrees[1] > _FACES_AWAY:
        raise LabelError(f"The label's angles do not fit together, {AGAIN}.")
