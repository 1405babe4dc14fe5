"""The statements that give the angles, found by path in sound lines of the right block.

What stands elsewhere in a label, or beside them, costs them nothing. Where it can't be told which
lines are sound, or where a block ends, pvl has to decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model.errors import LabelError
from .blocks import STRING, blocks_of, code_of, whole_label
from .forms import (
    CAMINFO_FORMS,
    INCIDENCE,
    LONGITUDE_DIRECTION,
    OTHER_FORMS,
    PDS3,
    RADAR,
    SUN_IN_IMAGE,
    Form,
    not_one,
    radar_in,
)
from .plausibility import written_alike

_CAMINFO_BLOCK = re.compile(r"bject\s*=\s*caminfo\b")
_MAPPED = re.compile(r"\n[ \t]*object[ \t]*=[ \t]*image_map_projection\b")

_SOUND = re.compile(r"\s*[^\s<>;]*(?:\s*<[^<>]*>)?\s*;?")
_FRESH = re.compile(r"[a-z^/]|\Z")  # how a line begins that goes on with no value
_FIELDS = {
    form.path: {keyword.lower(): field for field, keyword in form.all_keywords.items()}
    for form in (*CAMINFO_FORMS, *OTHER_FORMS)
}
_STATED = re.compile(rf"(?P<before>\n[ \t]*)?\b(?:{INCIDENCE.pattern})\s*=")


@dataclass(frozen=True, slots=True)
class Statements:
    """What stands right of "=" for each field of Angles that a label of `source` gives.

    `keyword` is that of the incidence. Helpers of the form stand among the fields.
    """

    source: str
    keyword: str
    raw: Mapping[str, str]


def scan(text: str) -> Statements | None:
    """Returns the statements of a label, or None where only pvl can tell.

    Raises LabelError where there can be none.
    """
    label = whole_label(text)
    code = code_of(label)
    blocks = blocks_of(code.text) if code else None
    if code is None or blocks is None:
        return None
    forms = forms_of(code.text)
    found = [form for form in forms if _states(blocks.get(form.path, ""), form.incidence)]
    if len(found) != 1:
        _refuse_misplaced(code.text, forms, len(found))
        return None
    form = found[0]
    if not (code.is_plain or _is_once(label, form.incidence)):
        return None
    given = _given(blocks[form.path], form)
    if given is None:
        return None
    refuse_radar(label)
    if STRING in given["incidence"]:
        given["incidence"] = _string_of(label, form.incidence)
    if SUN_IN_IMAGE in given and not _MAPPED.search(code.text):
        del given[SUN_IN_IMAGE]
    return checked(form, given)


def forms_of(code: str) -> tuple[Form, ...]:
    """Returns the forms that a label, in lower case, can have: one of caminfo may hold others."""
    return CAMINFO_FORMS if _CAMINFO_BLOCK.search(code) else OTHER_FORMS


def refuse_radar(label: str) -> None:
    """Raises LabelError where the angle is that of a radar's beam."""
    if name := radar_in(label.lower()):
        raise LabelError(RADAR.format(name))


def checked(form: Form, given: Mapping[str, str]) -> Statements:
    """Returns the statements that are written as whole ones are; raises LabelError.

    `given` maps fields and helpers to what stands right of "=".
    """
    texts = {key: text for key, text in given.items() if key == LONGITUDE_DIRECTION}
    numbers = {key: text for key, text in given.items() if key not in texts}
    alike = written_alike(numbers, fixed=form.source == PDS3)
    return Statements(form.source, form.incidence, {**alike, **texts})


def _states(block: str, keyword: str) -> bool:
    keyword = keyword.lower()
    return keyword in block and re.search(rf"(?:\A|\n)\s*{keyword}", block) is not None


def _refuse_misplaced(code: str, forms: Sequence[Form], found: int) -> None:
    """Raises LabelError where all statements of an incidence stand in sound lines elsewhere."""
    stated = list(_STATED.finditer(code))
    if found or all(match["before"] for match in stated):
        raise LabelError(not_one(forms, found))


def _is_once(label: str, keyword: str) -> bool:
    """Says whether a label states a keyword once in all, in strings and comments too."""
    return len(re.findall(rf"\b{keyword}\s*=", label, re.IGNORECASE)) == 1


def _given(block: str, form: Form) -> dict[str, str] | None:
    """Returns what stands right of "=" in the sound lines of a block, by field.

    Returns None where the incidence stands in none, where something is stated twice in two ways,
    and where a bracket does not close.
    """
    fields = _FIELDS[form.path]
    lines = [line for raw in block.split("\n") if (line := raw.strip())]
    given: dict[str, str] = {}
    depth, has_lists = 0, "(" in block or "{" in block
    for number, line in enumerate(lines):
        keyword, equals, value = line.partition("=")
        field = fields.get(keyword.rstrip())
        if field and equals:
            if depth or not _is_sound(lines, number, value):
                if field == "incidence":
                    return None
                continue
            value = value.rstrip(" ;\t")
            if given.setdefault(field, value) != value:
                return None
        elif has_lists and (depth or "(" in line or "{" in line):
            depth += _opened(line)
    closed = not depth and block.count("<") == block.count(">")
    return given if closed and "incidence" in given else None


def _is_sound(lines: Sequence[str], number: int, value: str) -> bool:
    """Says whether a line is a whole statement: nothing goes on into it, or from it."""
    following = lines[number + 1] if number + 1 < len(lines) else ""
    goes_on = number > 0 and lines[number - 1].endswith("-")
    return not goes_on and bool(_SOUND.fullmatch(value) and _FRESH.match(following))


def _opened(line: str) -> int:
    return sum(line.count(each) for each in "({") - sum(line.count(each) for each in ")}")


def _string_of(label: str, keyword: str) -> str:
    statement = rf"\n[ \t]*{keyword}[ \t]*=([ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'))"
    found: list[str] = re.findall(statement, label, re.IGNORECASE)
    return found[0] if len(found) == 1 else STRING
