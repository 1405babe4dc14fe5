"""The statements that give the angles, found by path without reading the rest of the label."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .errors import LabelError
from .label_trust import refuse_odd_writing
from .label_values import CAMINFO, KEYWORDS, PDS3

LARGEST = 1024 * 1024
"""Characters of a label at most; real ones have up to 30,000."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Holds what stands right of "=" for each field of Angles that a label of `source` gives."""

    source: str
    raw: Mapping[str, str]


# A line that begins or ends a block, or ends the label.
_STRUCTURE = re.compile(
    r"\n((?:[Ee][Nn][Dd]_)?(?:[Oo][Bb][Jj][Ee][Cc][Tt]|[Gg][Rr][Oo][Uu][Pp])|[Ee][Nn][Dd])"
    r"[ \t]*(?:=[ \t]*([\w:.^-]+))?(?=\n)"
)
_WORDS = ("bject", "BJECT", "roup", "ROUP")  # in the spellings that are in use
_END = re.compile(r"\n[ \t]*END[ \t]*;?[ \t]*\r?(?=\n|\Z)", re.IGNORECASE)
_KEYWORD = re.compile(r"incidence_?angle", re.IGNORECASE)
_BASED_NUMBER = re.compile(r"#[+-]?\w+#")
_DEEPEST = 20  # blocks in blocks

_Path = tuple[str, ...]
_GEOMETRY: _Path = ("Caminfo", "Geometry")
_PDS3_BLOCKS: tuple[_Path, ...] = ((), ("VIEWING_PARAMETERS",))
_WANTED = frozenset((_GEOMETRY, *_PDS3_BLOCKS))
_PDS3_LINE = re.compile(
    rf"\n({'|'.join(KEYWORDS[PDS3].values())})[ \t]*="
    r"([^\n]*)(?=\n+[A-Za-z^][\w:^]*[ \t]*=|\n*\Z)",
    re.ASCII,
)
_PLAIN = re.compile(r"[\w\s.+/<>\"-]*", re.ASCII)


def scan(text: str) -> Statements | None:
    """Returns the statements of a plainly written label, or None where only pvl can tell.

    Raises LabelError where there can be none.
    """
    visible = _without_strings_and_comments(whole_label(text))
    blocks = _blocks(visible) if visible else None
    if blocks is None:
        return None
    if _GEOMETRY in blocks:
        return _caminfo_statements(blocks[_GEOMETRY])
    found = [blocks[path] for path in _PDS3_BLOCKS if "INCIDENCE_ANGLE" in blocks.get(path, "")]
    return _pds3_statements(found[0]) if len(found) == 1 else None


def whole_label(text: str) -> str:
    """Returns the text up to its END statement, with a line end in front.

    Raises LabelError where the text is too long, is no label that has an angle, or has no end.
    """
    if len(text) > LARGEST:
        raise LabelError("The text is longer than any label; is the address that of an image?")
    if not ("IncidenceAngle" in text or "INCIDENCE_ANGLE" in text or _KEYWORD.search(text)):
        raise LabelError("The text has no incidence angle; it may be another kind of file.")
    label = f"\n{text}"
    if label.rstrip()[-4:] in ("\nEnd", "\nEND"):
        return label
    end = _END.search(label)
    if end is None:
        raise LabelError("The label stops before its END statement; load it again.")
    return label[: end.end()]


def _without_strings_and_comments(label: str) -> str | None:
    """Returns the lines of the label, stripped, less what is no code; None where that's not plain.

    Each line has a line end in front, the last one also behind it.
    """
    parts = label.split('"')
    visible = '""'.join(parts[::2])
    if "/*" in label:
        strings = "".join(parts[1::2])
        if "/*" in strings or "*/" in strings:
            return None
        comments = [part.partition("*/") for part in visible.split("/*")[1:]]
        visible = visible.partition("/*")[0] + "".join(code for _, _, code in comments)
        if not all(closed for _, closed, _ in comments):
            return None
    if "#" in visible:
        visible = _BASED_NUMBER.sub("0", visible)
    if not len(parts) % 2 or "'" in visible or "#" in visible or "*/" in visible:
        return None
    return "\n".join([line.strip() for line in visible.split("\n")]) + "\n"


def _blocks(visible: str) -> dict[_Path, str] | None:
    """Returns the statements of the blocks that can hold angles, or None where blocks don't match.

    A block's own statements are one text, each line with its line end in front.
    """
    blocks: dict[_Path, str] = {}
    path: _Path = ()
    kinds: list[str] = []
    start = 0
    for number, match in enumerate(_STRUCTURE.finditer(visible)):
        if path in _WANTED:
            blocks[path] = blocks.get(path, "") + visible[start : match.start()]
        start = match.end()
        keyword, name = match.groups()
        kind = keyword.upper()
        if kind == "END":
            every_line_seen = sum(map(visible.count, _WORDS)) == number
            return None if name or path or not every_line_seen else blocks
        if not kind.startswith("END_"):
            if name is None or len(path) == _DEEPEST:
                return None
            kinds.append(f"END_{kind}")
            path = (*path, name)
        elif not kinds or kinds.pop() != kind or name not in (None, path[-1]):
            return None
        else:
            path = path[:-1]
    return None


def _caminfo_statements(block: str) -> Statements | None:
    """Returns the statements of lines that are keyword, "=", number: all that ISIS writes here."""
    words = block.split()
    given = dict(zip(words[::3], words[2::3], strict=False))
    lines = block.count("\n")
    plain = len(given) == lines == words[1::3].count("=") == block.count("=") == len(words) / 3
    return _statements(CAMINFO, given) if plain and "=  " not in block else None


def _pds3_statements(block: str) -> Statements | None:
    lines = _PDS3_LINE.findall(block)
    given = dict(lines)
    if len(given) != len(lines) or block.count("INCIDENCE_ANGLE") != 1:
        return None
    statements = _statements(PDS3, given)
    if statements:
        refuse_odd_writing(statements.raw)
    return statements


def _statements(source: str, given: Mapping[str, str]) -> Statements | None:
    """Returns the statements by field, or None where the incidence is no plain one."""
    keywords = KEYWORDS[source].items()
    raw = {field: given[keyword] for field, keyword in keywords if keyword in given}
    plain = '"' not in raw.get("incidence", '"') and _PLAIN.fullmatch("".join(raw.values()))
    if not plain:
        return None
    return Statements(source, raw)
