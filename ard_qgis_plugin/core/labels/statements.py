"""The parser's fast way: the angles' statements, by path, in sound lines of the right block.

What stands elsewhere in a label, or beside them, costs them nothing. Where it can't be told which
lines are sound, or where a block ends, pvl has to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model.errors import LabelError
from .blocks import STRING, blocks_of, code_of, whole_label, without
from .forms import (
    CAMINFO,
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
from .plausibility import is_usual, written_alike

_CAMINFO_BLOCK = re.compile(r"bject\s*=\s*caminfo\b")
_MAPPED = "image_map_projection"

_CONTINUED = re.compile(r"-\n\s*")  # such a line goes on in the next one
_LISTS = (("{", "}"), ("(", ")")) * 2  # one within the other, from the innermost
_NO_VALUE = "<<>>"  # stands for a list
_STATED = re.compile(rf"(?P<before>\n[ \t]*)?\b(?:{INCIDENCE.pattern})\s*=")

# A keyword that begins a line, and "=" and a value if these are a whole statement: without blanks
# within, and before a line that begins as one. No two parts beside each other can take the same
# characters, so that a line of any length takes no longer than its length.
_STATEMENT = (
    r"\n(?=[{initials}])({keywords})(?![\w:.^-])[^\S\n]*"
    r"(?:(=[^\S\n]*(?:[^\s<>;]+[^\S\n]*)?(?:<[^<>\n]*>[^\S\n]*)?);?"
    r"(?=\n\s*(?:[a-z^/]|\Z)|\Z))?"
)


def _statement(form: Form) -> re.Pattern[str]:
    keywords = [keyword.lower() for keyword in form.all_keywords.values()]
    initials = "".join({keyword[0] for keyword in keywords})
    return re.compile(_STATEMENT.format(initials=initials, keywords="|".join(keywords)))


_FORMS = (*CAMINFO_FORMS, *OTHER_FORMS)
_PATTERNS = {form.path: _statement(form) for form in _FORMS}
_FIELDS = {
    form.path: {keyword.lower(): field for field, keyword in form.all_keywords.items()}
    for form in _FORMS
}


@dataclass(frozen=True, slots=True)
class Statements:
    """What stands right of "=" for each field of Angles that a label of `source` gives.

    `keyword` is that of the incidence. Helpers of the form stand among the fields. `is_usual` says
    that all are written as ISIS writes numbers.
    """

    source: str
    keyword: str
    raw: Mapping[str, str]
    is_usual: bool = False


def found_in(text: str) -> tuple[Form, Mapping[str, str]] | None:
    """Returns the form of a label and what stands right of "=", by field, in lower case.

    Returns None where only pvl can tell; raises LabelError where there is no incidence.
    """
    label = whole_label(text.lower())
    code = code_of(label)
    blocks = blocks_of(code.text) if code else None
    if code is None or blocks is None:
        return None
    forms = forms_of(code.text)
    stated = [(form, _stated(blocks[form.path], form)) for form in forms if form.path in blocks]
    found = [(form, pairs) for form, pairs in stated if pairs]
    if len(found) != 1:
        _refuse_misplaced(code.text, forms, len(found))
        return None
    form, pairs = found[0]
    given = _given(pairs, form)
    if given is None or not (code.is_plain or _is_once(label, form.incidence)):
        return None
    refuse_radar(label)
    for field in {"incidence", LONGITUDE_DIRECTION} & given.keys():
        if STRING in given[field]:
            given[field] = _string_of(label, form.all_keywords[field])
    if SUN_IN_IMAGE in given and not any(_MAPPED in path for path in blocks):
        del given[SUN_IN_IMAGE]
    return form, given


def forms_of(code: str) -> tuple[Form, ...]:
    """Returns the forms that a label, in lower case, can have: one of caminfo may hold others."""
    is_caminfo = CAMINFO in code and _CAMINFO_BLOCK.search(code)
    return CAMINFO_FORMS if is_caminfo else OTHER_FORMS


def refuse_radar(label: str) -> None:
    """Raises LabelError where the angle of a label, in lower case, is that of a radar's beam."""
    if name := radar_in(label):
        raise LabelError(RADAR.format(name))


def checked(form: Form, given: Mapping[str, str]) -> Statements:
    """Returns the statements that are written as whole ones are; raises LabelError.

    `given` maps fields and helpers to what stands right of "=".
    """
    if form.source == CAMINFO and is_usual(given):
        return Statements(form.source, form.incidence, given, is_usual=True)
    raw = written_alike(given, fixed=form.source == PDS3)
    return Statements(form.source, form.incidence, raw)


def _refuse_misplaced(code: str, forms: Sequence[Form], found: int) -> None:
    """Raises LabelError where all statements of an incidence stand in sound lines elsewhere."""
    stated = list(_STATED.finditer(code))
    if found or all(match["before"] for match in stated):
        raise LabelError(not_one(forms, found))


def _is_once(label: str, keyword: str) -> bool:
    """Says whether a label states a keyword once in all, in strings and comments too."""
    return len(re.findall(rf"\b{keyword}\s*=", label, re.IGNORECASE)) == 1


def _stated(block: str, form: Form) -> list[tuple[str, str]]:
    """Returns the keywords of a form that begin lines of a block, each with "=" and its value.

    A line that is no whole statement has none. Nothing is returned where there is no incidence.
    """
    incidence = form.incidence.lower()
    if incidence not in block:
        return []
    for opening, ending in _LISTS:
        if opening in block:
            block = without(block, opening, ending, _NO_VALUE, but=opening)
    if "-\n" in block:
        block = _CONTINUED.sub("- ", block)
    pairs: list[tuple[str, str]] = _PATTERNS[form.path].findall(block)
    if all(keyword != incidence for keyword, _ in pairs):
        return []
    return pairs if _is_closed(block, form) else [(incidence, "")]


def _is_closed(block: str, form: Form) -> bool:
    """Says whether units and lists close, but for lists in the lines of the form's own keywords."""
    lines = block.split("\n") if "(" in block or "{" in block else ()
    begun = (line.partition("=")[0].rstrip() for line in lines if "(" in line or "{" in line)
    return all(map(_FIELDS[form.path].__contains__, begun)) and block.count("<") == block.count(">")


def _given(pairs: Iterable[tuple[str, str]], form: Form) -> dict[str, str] | None:
    """Returns what stands right of "=", by field.

    Returns None where the incidence has no value, or something is stated twice in two ways.
    """
    fields = _FIELDS[form.path]
    given: dict[str, str] = {}
    for keyword, value in pairs:
        field, text = fields[keyword], value[1:].rstrip()
        if not value:
            if field == "incidence":
                return None
        elif given.setdefault(field, text) != text:
            return None
    return given


def _string_of(label: str, keyword: str) -> str:
    statement = rf"\n[ \t]*{keyword}[ \t]*=([ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'))"
    found: list[str] = re.findall(statement, label, re.IGNORECASE)
    return found[0] if len(found) == 1 else STRING
