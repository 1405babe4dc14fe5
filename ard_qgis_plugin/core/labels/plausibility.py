"""How a damaged label is told: by a number that is written unlike its neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..model.errors import LabelError

AGAIN = "so it is damaged; load it again"

# How a number is written: blanks before it, its parts, the blanks before the unit, the unit.
_WRITING = re.compile(
    r"(?P<lead>\s*)(?P<whole>[+-]?\d+)(?P<point>\.?)(?P<decimals>\d*)(?:[eE][+-]?\d+)?"
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
    matches = {field: _WRITING.fullmatch(text) for field, text in raw.items()}
    three = [match for field in _THREE if (match := matches.get(field))]
    if len(three) < len(_THREE):
        return raw
    shown = [part for part in ("lead", "gap", "unit") if _is_shown(part, three)]
    decimals = _fixed_decimals(three) if fixed and "unit" not in shown else None
    _refuse_out_of_column(three)
    shared = shown if fixed else [part for part in shown if part == "lead"]
    return {
        field: raw[field]
        for field, match in matches.items()
        if match is None
        or (all(match.group(0, *shared)) and decimals in (None, len(match["decimals"])))
    }


def _is_shown(part: str, three: list[re.Match[str]]) -> bool:
    """Says whether the three have that part; raises LabelError where one has lost it."""
    having = sum(1 for match in three if match[part])
    if having == len(three) - 1:
        raise LabelError(f"The label writes one of its angles unlike the others, {AGAIN}.")
    return having == len(three)


def _fixed_decimals(three: list[re.Match[str]]) -> int | None:
    """Returns the number of decimals that the three have, or None where it varies.

    Raises LabelError where one differs from the others. A unit would guard the number's end.
    """
    lengths = sorted(len(match["decimals"]) for match in three)
    if lengths[1] not in _FIXED_FORMAT or lengths[1] not in (lengths[0], lengths[2]):
        return None
    if lengths[0] != lengths[2]:
        raise LabelError(f"The label has an angle longer or shorter than the others, {AGAIN}.")
    return lengths[1]


def _refuse_out_of_column(three: list[re.Match[str]]) -> None:
    """Raises LabelError where an angle fills its column to the left as no true one would.

    In a right-aligned column the blank before a number may become a digit: 62.8, 162.8. The two
    directions and the angle between them then make no triangle, or the camera sees a place that
    faces away from it. A 1.2 that became 11.2 can't be told.
    """
    column = {len(match["lead"] + match["whole"]) for match in three}
    if len(column) > 1 or len({match["lead"] for match in three}) == 1:
        return
    degrees = [float(f"{match['whole']}.{match['decimals']}0") for match in three]
    if 2 * max(degrees) > sum(degrees) + _BEYOND_DOUBT or degrees[1] > _FACES_AWAY:
        raise LabelError(f"The label's angles do not fit together, {AGAIN}.")
