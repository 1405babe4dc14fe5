"""Code and blocks of a label: what is no string or comment, and which statements stand where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.errors import LabelError
from .forms import INCIDENCE

LARGEST = 1024 * 1024
"""Characters of a label at most; real ones have up to 30,000."""

Path = tuple[str, ...]

STRING = '""'
"""What stands in code for a string."""

# Files are padded with NUL, or end in Ctrl-Z.
_END = re.compile(r"\n[ \t]*END[ \t]*;?[ \t]*\r*(?=[\n\0\x1a]|\Z)", re.IGNORECASE)
_USUAL = ("incidenceangle", "incidence_angle")
_HIDDEN = re.compile(r"\"|(?<!\w)'|/\*")  # behind a letter ' is an apostrophe
_ENDINGS = {'"': '"', "'": "'", "/*": "*/"}
_DEEPEST = 20  # blocks in blocks

# A line that begins or ends a block (side, kind, name, what else stands there), or END. To look at
# a line's first letter first saves a third of the time.
_BLOCK = re.compile(
    r"\n(?=[bego])(?:(begin_|end_)?(object|group)\b[^\S\n]*(?:=[^\S\n]*([\w:.^-]+|\"\"))?(.*)"
    r"|(end)[^\S\n]*;?(?=\n|\Z))"
)
_BLOCK_WORDS = ("bject", "roup")  # a line that begins or ends a block holds one
# Two lines in one, as where a line end was lost; "(Core, Group)" is none.
_JOINED = re.compile(
    r"\n(?!(?:begin_|end_)?(?:object|group)\b)"
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
    """A label without strings and comments, in lower case, and without blanks around its lines.

    `is_plain` is false where a single ' is left that is no apostrophe and may begin a string.
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
    if not (any(map(text.__contains__, _USUAL)) or INCIDENCE.search(text)):
        raise LabelError("The text has no incidence angle; it may be another kind of file.")
    label = f"\n{text}"
    if label.rstrip()[-4:].lower() == "\nend":
        return label
    end = _END.search(label)
    if end is None:
        raise LabelError("The label stops before its END statement; load it again.")
    return label[: end.end()]


def code_of(label: str) -> Code | None:
    """Returns the code of a label in lower case, or None where that is not plain to see."""
    parts = label.split('"')  # an eighth of the time of going from one string to the next
    visible, is_plain = STRING.join(parts[::2]), True
    if "*" in visible:
        visible = without(visible, "/*", "*/", " ", but=STRING)
    if not len(parts) % 2 or "'" in visible or _has_open_comment(visible):
        visible, is_plain = _without_hidden(label)
        if _has_open_comment(visible):
            return None
    return Code("\n".join(map(str.strip, visible.split("\n"))), is_plain)


def _has_open_comment(visible: str) -> bool:
    return "*" in visible and ("/*" in visible or "*/" in visible)


def without(text: str, opening: str, ending: str, mark: str, *, but: str) -> str:
    """Returns a text with a mark for each part from an opening to the next ending.

    What has no ending before the next opening stays, and so does what holds `but`.
    """
    first, *others = text.split(opening)
    parts = [first]
    for each in others:
        inside, end, behind = each.partition(ending)
        parts.append(mark + behind if end and but not in inside else opening + each)
    return "".join(parts)


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
    """Returns the statements of each block, None where blocks don't match or END is amiss.

    A block's own statements are one text, each line with its line end in front.
    """
    first, *found = _BLOCK.split(code)
    blocks: dict[Path, list[str]] = {(): [first]}
    path: Path = ()
    kinds: list[str] = []
    if found[4::6].count("end") != 1 or not found[-2]:
        return None
    for side, kind, name, rest, _, text in _in_sixes(found[:-6]):
        if rest.replace(";", " ").strip() or len(path) > _DEEPEST:
            return None
        if side != "end_" and name:
            kinds.append(kind)
            path = (*path, name)
        elif kinds and side == "end_" and kind == kinds.pop() and name in (None, path[-1]):
            path = path[:-1]
        else:
            return None
        blocks.setdefault(path, []).append(text)
    words = sum(map(code.count, _BLOCK_WORDS))
    joined = words != len(found) // 6 - 1 and _JOINED.search(code)
    return None if path or joined else {path: "".join(texts) for path, texts in blocks.items()}


def _in_sixes(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*[iter(parts)] * 6, strict=True)
