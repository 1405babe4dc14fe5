"""Code and blocks of a label: what is no string or comment, and which statements stand where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.errors import LabelError
from .forms import CAMINFO_FORMS, INCIDENCE, OTHER_FORMS

LARGEST = 1024 * 1024
"""Characters of a label at most; real ones have up to 30,000."""

Path = tuple[str, ...]

STRING = '""'
"""What stands in code for a string."""

_END = re.compile(r"\n[ \t]*END[ \t]*;?[ \t]*\r*(?=\n|\Z)", re.IGNORECASE)
_HIDDEN = re.compile(r"\"|'|/\*")
_ENDINGS = {'"': '"', "'": "'", "/*": "*/"}
_DEEPEST = 20  # blocks in blocks

_WANTED = frozenset(form.path for form in (*CAMINFO_FORMS, *OTHER_FORMS))
_END_IN_CODE = re.compile(r"\n[ \t]*end[ \t]*;?[ \t]*\r*(?=\n|\Z)")
_BLOCK = re.compile(r"[ \t]*(begin_|end_)?(object|group)\b(.*)")
_BLOCK_WORDS = ("bject", "roup")  # a line that begins or ends a block holds one
_NAME = re.compile(r'(?:=[ \t]*([\w:.^-]+|""))?[ \t]*;?')
# Two lines in one, as where a line end was lost; "(Core, Group)" is none.
_JOINED = re.compile(
    r"\n(?![ \t]*(?:begin_|end_)?(?:object|group)\b)"
    r"[^\n]*\b(?:(?:begin_|end_)(?:object|group)\b|(?:object|group)[ \t]*=)"
)

_BYTE_ORDER_MARKS = ("\ufeff", "\xef\xbb\xbf")
# how a text in UTF-32 and in UTF-16 looks where it was taken for Latin-1, with its mark and without
_WIDE = {
    32: re.compile("(?P<le>\xff\xfe\0\0|(?=[^\0]\0{3}))|(?P<be>\0\0\xfe\xff|(?=\0{3}[^\0]))"),
    16: re.compile("(?P<le>\xff\xfe|(?=[^\0]\0))|(?P<be>\xfe\xff|(?=\0[^\0]))"),
}


@dataclass(frozen=True, slots=True)
class Code:
    """A label without strings and comments, in lower case.

    `is_plain` is false where a single ' is left, which may begin a string or be none.
    """

    text: str
    is_plain: bool


def plain_text(text: str) -> str:
    """Returns a text without byte order mark, from UTF-16 or -32, with the line ends of today."""
    for bits, form in _WIDE.items():
        if wide := form.match(text):
            raw = text[wide.end() :].encode("latin-1", "replace")
            text = raw.decode(f"utf-{bits}-{wide.lastgroup}", "replace")
            break
    for mark in _BYTE_ORDER_MARKS:
        text = text.removeprefix(mark)
    is_apart = "\r" in text and text.count("\r") > 2 * text.count("\n")  # "\r\r\n" is one end
    return re.sub("\r\n?", "\n", text) if is_apart else text


def whole_label(text: str) -> str:
    """Returns the text up to its END statement, with a line end in front.

    Raises LabelError where the text is too long, is no label that has an angle, or has no end.
    """
    if len(text) > LARGEST:
        raise LabelError("The text is longer than any label; is the address that of an image?")
    if not ("IncidenceAngle" in text or "INCIDENCE_ANGLE" in text or INCIDENCE.search(text)):
        raise LabelError("The text has no incidence angle; it may be another kind of file.")
    label = f"\n{text}"
    if label.rstrip()[-4:] in ("\nEnd", "\nEND"):
        return label
    end = _END.search(label)
    if end is None:
        raise LabelError("The label stops before its END statement; load it again.")
    return label[: end.end()]


def code_of(label: str) -> Code | None:
    """Returns the code of a label, or None where that is not plain to see."""
    if "'" not in label and "/*" not in label:
        parts = label.split('"')
        visible, is_plain = STRING.join(parts[::2]), True
        if not len(parts) % 2:
            return None
    else:
        visible, is_plain = _without_hidden(label)
    return None if "*/" in visible or "/*" in visible else Code(visible.lower(), is_plain)


def _without_hidden(label: str) -> tuple[str, bool]:
    """Returns a label less its strings and comments, and whether no single ' is left.

    What has no end, and a comment in a comment, is left open: "/*" stands in what is returned.
    """
    parts: list[str] = []
    start, is_plain = 0, True
    while match := _HIDDEN.search(label, start):
        opening = match[0]
        last = label.find("\n", match.end()) if opening == "'" else len(label)
        end = label.find(_ENDINGS[opening], match.end(), last if last >= 0 else len(label))
        parts.append(label[start : match.start()])
        if end < 0 and opening == "'":
            parts.append(opening)
            start, is_plain = match.end(), False
            continue
        if end < 0 or (opening == "/*" and "/*" in label[match.end() : end]):
            return "/*", False
        parts.append(" " if opening == "/*" else STRING)
        start = end + len(opening)
    return "".join([*parts, label[start:]]), is_plain


def blocks_of(code: str) -> Mapping[Path, str] | None:
    """Returns the statements of the blocks that can hold angles, None where blocks don't match.

    A block's own statements are one text, each line with its line end in front.
    """
    if len(_END_IN_CODE.findall(code)) != 1:
        return None
    blocks: dict[Path, str] = {}
    path: Path = ()
    kinds: list[str] = []
    start = 0
    lines, is_plain = _block_lines(code)
    for begin, match in lines:
        if path in _WANTED:
            blocks[path] = blocks.get(path, "") + code[start:begin]
        start = begin + 1 + match.end()
        name = _NAME.fullmatch(match[3].strip())
        if name is None or len(path) > _DEEPEST:
            return None
        if match[1] != "end_" and name[1]:
            kinds.append(match[2])
            path = (*path, name[1])
        elif (
            kinds and match[1] == "end_" and match[2] == kinds.pop() and name[1] in (None, path[-1])
        ):
            path = path[:-1]
        else:
            return None
    blocks[()] = blocks.get((), "") + code[start:]
    joined = not is_plain and _JOINED.search(code)
    return None if path or joined else blocks


def _block_lines(code: str) -> tuple[list[tuple[int, re.Match[str]]], bool]:
    """Returns the lines that begin or end a block, with the places of their line ends in front.

    Says too whether no other line holds their words. Looking for the words takes a quarter of the
    time of looking at each line.
    """
    found: list[tuple[int, re.Match[str]]] = []
    is_plain, end = True, 0
    for place in sorted(place for word in _BLOCK_WORDS for place in _places(code, word)):
        if place < end:  # another one in the same line
            continue
        begin, end = code.rfind("\n", 0, place), code.find("\n", place)
        end = end if end >= 0 else len(code)
        match = _BLOCK.match(code[begin + 1 : end]) if begin >= 0 else None
        if match:
            found.append((begin, match))
        is_plain = is_plain and match is not None
    return found, is_plain


def _places(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)
