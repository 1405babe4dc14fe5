"""The statements that give the angles, found by path without reading the rest of the label."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.errors import LabelError
from .keywords import CAMINFO, KEYWORDS, PDS3
from .plausibility import written_alike

LARGEST = 1024 * 1024
"""Characters of a label at most; real ones have up to 30,000."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What stands right of "=" for each field of Angles that a label of `source` gives."""

    source: str
    raw: Mapping[str, str]


# A line that begins or ends a block holds "object" or "group", here parted at "bject" and "roup".
_BEGINS = ("o", "g")
_ENDS = {"end_o": "o", "end_g": "g"}
_NAME = re.compile(r"(?:=[ \t]*([\w:.^-]+))?")
_END = re.compile(r"\n[ \t]*END[ \t]*;?[ \t]*\r?(?=\n|\Z)", re.IGNORECASE)
_KEYWORD = re.compile(r"incidence_?angle", re.IGNORECASE)
_BASED_NUMBER = re.compile(r"#[+-]?\w+#")
_CAMINFO_BLOCK = re.compile(r"bject\s*=\s*caminfo\b")
_DEEPEST = 20  # blocks in blocks

_Path = tuple[str, ...]
_GEOMETRY: _Path = ("caminfo", "geometry")
_PDS3_BLOCKS: tuple[_Path, ...] = ((), ("viewing_parameters",))
_WANTED = frozenset((_GEOMETRY, *_PDS3_BLOCKS))
_FIELDS = {
    source: tuple((keyword.lower(), field) for field, keyword in keywords.items())
    for source, keywords in KEYWORDS.items()
}
_PDS3_INCIDENCE = KEYWORDS[PDS3]["incidence"].lower()
_PDS3_LINE = re.compile(
    rf"\n({'|'.join(KEYWORDS[PDS3].values()).lower()})[ \t]*="
    r"([^\n]*)(?=\n+(?:[a-z^][\w:^]*[ \t]*=|end\n)|\n*\Z)",
    re.ASCII,
)
_PLAIN = re.compile(r"[\w\s.+/<>\"-]*", re.ASCII)


def scan(text: str) -> Statements | None:
    """Returns the statements of a plainly written label, or None where only pvl can tell.

    Raises LabelError where there can be none.
    """
    visible = _without_strings_and_comments(whole_label(text))
    blocks = _blocks(visible) if visible else None
    if not visible or blocks is None:
        return None
    if is_caminfo(visible):
        return _caminfo_statements(blocks[_GEOMETRY]) if _GEOMETRY in blocks else None
    found = [blocks[path] for path in _PDS3_BLOCKS if _PDS3_INCIDENCE in blocks.get(path, "")]
    return _pds3_statements(found[0]) if len(found) == 1 else None


def is_caminfo(code: str) -> bool:
    """Says whether a label, in lower case, is a caminfo label: one may hold a PDS3 label."""
    return _CAMINFO_BLOCK.search(code) is not None


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
    """Returns the label's code in lower case, or None where that is not plain to see."""
    parts = label.split('"')
    visible = '""'.join(parts[::2])
    if "/*" in label:
        strings = "".join(parts[1::2])
        if "/*" in strings or "*/" in strings:
            return None
        code, *rest = visible.split("/*")
        comments = [part.partition("*/") for part in rest]
        if not all(closed for _, closed, _ in comments):
            return None
        visible = " ".join([code, *(behind for _, _, behind in comments)])
    if "#" in visible:
        visible = _BASED_NUMBER.sub("0", visible)
    plain = len(parts) % 2 and not ("'" in visible or "#" in visible or "*/" in visible)
    return visible.lower() if plain else None


def _blocks(visible: str) -> dict[_Path, str] | None:
    """Returns the statements of the blocks that can hold angles, or None where blocks don't match.

    A block's own statements are one text, each line with its line end in front.
    """
    if visible.count("\nend") - visible.count("\nend_") != 1:  # the END statement
        return None
    blocks: dict[_Path, str] = {}
    path: _Path = ()
    kinds: list[str] = []
    before, *after = visible.replace("roup", "bject").split("bject")
    for text in after:
        statements, _, keyword = before.rpartition("\n")
        if path in _WANTED:
            blocks[path] = blocks.get(path, "") + statements
        keyword = keyword.strip()
        rest, _, before = text.partition("\n")
        before = f"\n{before}"
        match = _NAME.fullmatch(rest.strip())
        if match is None or len(path) > _DEEPEST:
            return None
        if keyword in _BEGINS and match[1]:
            kinds.append(keyword)
            path = (*path, match[1])
        elif kinds and _ENDS.get(keyword) == kinds.pop() and match[1] in (None, path[-1]):
            path = path[:-1]
        else:
            return None
    blocks[()] = blocks.get((), "") + before
    return None if path else blocks


def _caminfo_statements(block: str) -> Statements | None:
    """Returns the statements of lines that are keyword, "=", number: all that ISIS writes here."""
    words = block.split()
    lines = block.count("\n")
    given = dict(zip(words[::3], words[2::3], strict=False))
    aligned = len(words) / 3 == lines == len(given) == words[1::3].count("=") == block.count("=")
    if not aligned or "=  " in block or ";" in block:
        return None
    return _statements(CAMINFO, given)


def _pds3_statements(block: str) -> Statements | None:
    """Returns the statements of lines that are a wanted keyword, "=" and anything plain."""
    lines = _PDS3_LINE.findall("\n".join([line.strip() for line in f"{block}\n".split("\n")]))
    given = dict(lines)
    if len(given) != len(lines) or block.count(_PDS3_INCIDENCE) != 1:
        return None
    statements = _statements(PDS3, given)
    if statements is None or not _PLAIN.fullmatch("".join(given.values())):
        return None
    return Statements(PDS3, written_alike(statements.raw, fixed=True))


def _statements(source: str, given: Mapping[str, str]) -> Statements | None:
    """Returns the statements by field, or None where the incidence is none or a string."""
    raw = {field: given[keyword] for keyword, field in _FIELDS[source] if keyword in given}
    return Statements(source, raw) if '"' not in raw.get("incidence", '"') else None
