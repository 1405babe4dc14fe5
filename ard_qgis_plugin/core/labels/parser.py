"""Where a label's angles are read: its text to Angles, by its own lines, else by pvl."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ..model.errors import LabelError
from ..model.observation import Angles
from .blocks import plain_text, whole_label
from .forms import Form, not_one
from .keywords import angles_of, same_number
from .pds4 import is_xml, read_pds4
from .statements import Statements, checked, forms_of, found_in, refuse_radar
from .templates import Templates

if TYPE_CHECKING:
    import pvl

__all__ = ["Angles", "LabelError", "read_angles", "read_angles_fast"]

_LARGEST_FOR_PVL = 40_000  # characters
_SECONDS_FOR_PVL = 0.8  # of the thread's own time

# A statement in lines of its own; pvl also takes several in a line, but so may damage make them.
_STATEMENT = r"^[ \t]*{}[ \t]*=(\s*[^\s<>;]+(?:\s*<[^<>]*>)?)[ \t]*;?[ \t]*\r?$"
_CONTINUED = re.compile(r"-[\n\r\f]\s*")  # as pvl joins lines that end in a dash

_TEMPLATES = Templates(found_in)  # of all that is read; what they hold changes no result


def read_angles(text: str) -> Angles:
    """Returns the angles that a label gives for the centre of its image.

    Reads ISIS caminfo, PDS3, PDS4 and ISIS cube labels. Raises LabelError with the reason where
    there is no angle to be had. Takes up to a second where pvl has to decide: not for an event
    loop.
    """
    angles = read_angles_fast(text)
    if angles is not None:
        return angles
    return angles_of(_statements_by_pvl(whole_label(plain_text(text))))


def read_angles_fast(text: str) -> Angles | None:
    """Returns the angles of a label whose statements are plain to see, in under a millisecond.

    Returns None where pvl has to decide; raises LabelError where there is no angle for certain.
    """
    if found := _TEMPLATES.found_in(text):
        return angles_of(checked(*found))
    label = plain_text(text)
    if is_xml(label):
        return read_pds4(label)
    found = found_in(label)
    if found is None:
        return None
    angles = angles_of(checked(*found))
    _TEMPLATES.take_note(text)
    return angles


class _OutOfTime(BaseException):
    """The end of the time that pvl has; not an Exception, since pvl catches those."""


class _Clocked(str):
    """A text whose characters can be gone through for a limited time only."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        end = time.thread_time() + _SECONDS_FOR_PVL
        for character in str.__iter__(self):
            if time.thread_time() > end:
                raise _OutOfTime
            yield character


def _statements_by_pvl(label: str) -> Statements:
    """Returns the statements that pvl finds; raises LabelError where it finds none to trust."""
    form, block = _angle_block(_parse(label), forms_of(label.lower()))
    refuse_radar(label.lower())
    head, *rest = label.split("/*")
    code = " ".join([head, *(part.partition("*/")[2] for part in rest)])
    code = _CONTINUED.sub("", code)
    given = {}
    for field, keyword in form.all_keywords.items():
        values = _entries(block, keyword)
        if any(value != values[0] for value in values):
            raise LabelError(f"The label gives {keyword} twice, with different values.")
        if values:
            given[field] = _as_written(keyword, values[0], code)
    return checked(form, given)


def _parse(label: str) -> pvl.PVLModule:
    """Returns what pvl reads; raises LabelError where it can't."""
    import pvl  # noqa: PLC0415 (takes long to import, and few searches need it)

    if len(label) > _LARGEST_FOR_PVL:
        raise LabelError("The label is not plainly written, and too long to be read otherwise.")
    # next to its own errors, pvl lets those slip that its steps run into on unforeseen texts
    slips = (ValueError, TypeError, LookupError, RuntimeError, StopIteration)
    parser = _parser(pvl)
    try:
        module = parser.parse(_CONTINUED.sub("", label))
    except (pvl.exceptions.ParseError, pvl.exceptions.QuantityError, *slips) as error:
        place = f"line {error.lineno}" if hasattr(error, "lineno") else "its blocks"
        raise LabelError(f"The label is broken ({place}); load it again.") from error
    except _OutOfTime:
        raise LabelError("The label takes too long to be read; load it again.") from None
    if parser.open_blocks:
        raise LabelError("The label is broken (a block has no end); load it again.")
    return module


def _parser(pvl: ModuleType) -> Any:
    """Returns the parser beneath pvl.loads's, of the same grammar, with a clock.

    pvl.loads also mends statements that have no value, and on some damaged labels it never comes
    to an end of that. The parser goes on behind a block that has no end: `open_blocks` counts.
    """
    base: Any = pvl.parser.PVLParser

    class Parser(base):  # type: ignore[misc]  # pvl has no types
        open_blocks = 0

        def parse_begin_aggregation_statement(self, tokens: Any) -> Any:
            begun = super().parse_begin_aggregation_statement(tokens)
            self.open_blocks += 1
            return begun

        def parse_end_aggregation(self, *arguments: Any) -> None:
            super().parse_end_aggregation(*arguments)
            self.open_blocks -= 1

    def clocked_lexer(text: str, g: Any, d: Any) -> Any:
        return pvl.lexer.lexer(_Clocked(text), g=g, d=d)

    return Parser(lexer_fn=clocked_lexer)


def _angle_block(module: pvl.PVLModule, forms: Sequence[Form]) -> tuple[Form, Mapping[str, Any]]:
    """Returns the form of the label and the one block that holds its angles."""
    places = ((form, block) for form in forms for block in _at(module, form.path))
    holders = [(form, block) for form, block in places if _entries(block, form.incidence)]
    if len(holders) != 1:
        raise LabelError(not_one(forms, len(holders)))
    return holders[0]


def _at(module: Mapping[str, Any], path: tuple[str, ...]) -> list[Mapping[str, Any]]:
    """Returns the blocks at a path."""
    blocks = [module]
    for name in path:
        blocks = [inner for block in blocks for inner in _blocks(block, name)]
    return blocks


def _blocks(block: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    return [each for each in _entries(block, name) if isinstance(each, Mapping)]


def _entries(block: Mapping[str, Any], name: str) -> list[Any]:
    """Returns all values of a keyword, in any letter case."""
    return [value for key, value in block.items() if key.casefold() == name.casefold()]


def _as_written(keyword: str, value: Any, code: str) -> str:
    """Returns what stands right of "=" where pvl found `value`; a number only if it stands so."""
    if isinstance(value, (list, frozenset)):
        return f"({', '.join(map(str, value))})"
    number = getattr(value, "value", value)  # of a quantity
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        return "NULL" if value is None else f'"{value}"'
    statement = re.compile(_STATEMENT.format(keyword), re.MULTILINE | re.IGNORECASE)
    for match in statement.finditer(code):
        if same_number(match[1], number):
            return match[1]
    return f"{number} in no line of its own"
