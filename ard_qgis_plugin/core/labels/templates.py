"""Templates of labels: what the labels of one camera share, so that it is read but once.

The labels that one program wrote differ in numbers, times and strings alone. What the parser found
in one of them, and where, holds for each that differs in nothing else; one regex tells, in a fifth
of the time of those steps (8 us for 46 of a caminfo label, 13 for 59 of a PDS3 one).

Only such pieces may differ as the parser's own steps never look into:
- a number behind "=", of any digits, points and sign, with an exponent or without;
- a run of digits elsewhere, which stays one, and a letter between two digits, as in N077E3020;
- a string, which vanishes before blocks and statements are looked for, if it holds no "=" and is
  not of a statement that may name a radar or says where longitudes grow;
- the blanks behind "=", if one is left, and those at the end of a line.
The numbers found are given to the same checks as ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .blocks import LARGEST, STRING, blocks_of, code_of, whole_label
from .forms import Form, statements_in_words

Found = tuple[Form, Mapping[str, str]]
"""The form of a label, and by field, in lower case, what stands right of "="."""

_MOST = 8  # templates kept: more cameras than the labels read in a row come from
_FIRST = 32  # labels
_WORTH = 100  # labels: a template saves in so many what it takes to make one
_LONGEST = 32_000  # characters of a label that makes one; real ones are shorter
_LONGEST_REGEX = 48_000  # characters, compiled in 40 ms

_DIGITS = re.compile("[0-9]+")
_LETTER = re.compile("(?<=[0-9])[A-Za-z](?=[0-9])")
_PIECE = re.compile(
    r'(?P<string>"[^"]*")'
    r"|(?<==)(?P<number> *-?[0-9][0-9.]*(?:[eE][+-][0-9]+)?(?: *<[^<>\n\"]*>)?)"
    r"(?=[ \t]*;?[ \t]*\r?\n)"
    r"|(?<==)(?P<blanks> +)"
    r"|(?P<padding> +)(?=\r?\n)"
)
_NUMBER = re.compile(" *-?[0-9.]+(?:([eE][+-])[0-9]+)?")
_MARK = "9" * 30  # before the place of a piece in a label whose numbers tell their places

Piece = tuple[str, str]
"""The kind of a piece of a label, "fixed" or a group of _PIECE, and its text."""


@dataclass(frozen=True, slots=True)
class Template:
    """A label less what may differ: its form, what it says in words, a regex with its numbers.

    `end` is how it ends: labels may be alike up to there, and the regex goes through all of that.
    `has_capitals` says that units may be written so.
    """

    form: Form
    words: Mapping[str, str]
    pattern: re.Pattern[str]
    end: str
    has_capitals: bool

    def found_in(self, text: str) -> Found | None:
        """Returns what a text of at most LARGEST ASCII characters says; None if it is unlike."""
        if not text.endswith(self.end):
            return None
        match = self.pattern.fullmatch(text)
        if match is None or "=" in "".join(match.groups()):
            return None
        given = match.groupdict()
        given.update(self.words)
        if self.has_capitals:
            given = {field: value.lower() for field, value in given.items()}
        return self.form, given


class Templates:
    """The templates of labels read before. `find` are the parser's own steps."""

    def __init__(self, find: Callable[[str], Found | None]) -> None:
        self._find = find
        self._known: tuple[Template, ...] = ()  # replaced as a whole: threads share it
        self._alike = self._unlike = 0  # labels since the last template was made
        self._wait = _FIRST

    def found_in(self, text: str) -> Found | None:
        """Returns what a text says that is like a label read before, else None."""
        if text.isascii() and len(text) <= LARGEST:
            for template in self._known:
                if found := template.found_in(text):
                    self._alike += 1
                    if template is not self._known[0]:
                        self._keep(template)
                    return found
        return None

    def take_note(self, label: str) -> None:
        """Takes note of a label that was unlike all; the 32nd of them is a template.

        Where the last template was not worth making it takes twice as many, so that labels which
        are all unlike each other cost little more than without templates.
        """
        self._unlike += 1
        if self._unlike >= self._wait:
            self._wait = _FIRST if self._alike >= _WORTH else 2 * self._wait
            self._alike = self._unlike = 0
            self.add(label)

    def add(self, label: str) -> None:
        """Makes a template of a label that was read, if it is plainly written."""
        if template := _template(label, self._find):
            self._keep(template)

    def _keep(self, template: Template) -> None:
        """Puts a template first, where it is tried first and kept longest."""
        others = [each for each in self._known if each is not template]
        self._known = (template, *others[: _MOST - 1])


def _template(label: str, find: Callable[[str], Found | None]) -> Template | None:
    """Returns the template of a label that was read, None if it is not plain.

    Which numbers count is learned of the same label with numbers that tell their places.
    """
    pieces = _pieces(label) if _is_plain(label) else None
    if not pieces:
        return None
    marked = {n: _marked(n, piece) for n, (kind, piece) in enumerate(pieces) if kind == "number"}
    found = find("".join(marked.get(n, piece) for n, (_, piece) in enumerate(pieces)))
    if found is None:
        return None
    form, given = found
    places = {text.lower(): n for n, text in marked.items()}
    fields = {places[text]: field for field, text in given.items() if text in places}
    words = {field: text for field, text in given.items() if text not in places}
    if "incidence" in words or _DIGITS.search("".join(words.values())):
        return None
    if words:  # one that is stated twice must stay the same, with its blanks
        pieces = [("fixed" if kind == "blanks" else kind, piece) for kind, piece in pieces]
    blanks = " +" if "=  " in label else " "  # numbers are aligned to the right
    pattern = "".join(_regex(*piece, fields.get(n), blanks) for n, piece in enumerate(pieces))
    has_capitals = any(text != text.lower() or _LETTER.search(text) for text in marked.values())
    if len(pattern) > _LONGEST_REGEX:
        return None
    *_, end = _DIGITS.split(pieces[-1][1])
    return Template(form, words, re.compile(pattern), end, has_capitals)


def _is_plain(label: str) -> bool:
    """Says whether a label is in ASCII with usual line ends, and its strings are plain to see.

    No comment then holds a quote, no single quote stands outside strings, no string comes first,
    where what it holds could pass for a mark of UTF-16, and no block has a number in its name.
    """
    if len(label) > _LONGEST or not label.isascii() or label[:1] == '"' or _MARK in label:
        return False
    if "\0" in label or label.count("\r") != label.count("\r\n"):
        return False
    code = code_of(whole_label(label.lower()))
    parts = label.split('"')
    if code is None or not code.is_plain or "'" in "".join(parts[::2]):
        return False
    names = "".join(name for path in blocks_of(code.text) or () for name in path)
    are_strings = 2 * code.text.count(STRING) == len(parts) - 1 and "*/" not in "".join(parts[1::2])
    return are_strings and not _DIGITS.search(names) and label.rstrip()[-4:].lower() == "\nend"


def _pieces(label: str) -> list[Piece]:
    """Returns the pieces of a plain label, none where a string and a statement overlap."""
    in_words = statements_in_words(label.lower())
    if any(label.count('"', *span) % 2 for span in in_words):
        return []
    looked_into = bytearray(len(label))
    for start, end in in_words:
        looked_into[start:end] = b"\1" * (end - start)
    pieces: list[Piece] = []
    end = 0
    for match in _PIECE.finditer(label):
        pieces.append(("fixed", label[end : match.start()]))
        pieces.append((_kind(match, looked_into), match[0]))
        end = match.end()
    return [*pieces, ("fixed", label[end:])]


def _kind(match: re.Match[str], looked_into: bytearray) -> str:
    is_looked_into = "=" in match[0] or 1 in looked_into[match.start() : match.end()]
    return "fixed" if match.lastgroup == "string" and is_looked_into else str(match.lastgroup)


def _marked(place: int, number: str) -> str:
    """Returns a statement's number with a mark by which it is known again."""
    return _DIGITS.sub(f"{_MARK}{place}", number, count=1)


def _regex(kind: str, piece: str, field: str | None, blanks: str) -> str:
    """Returns the regex of a piece; of a number that counts as a group by the name of its field.

    `blanks` is that of what stands between "=" and a value.
    """
    if kind == "number":
        match = _NUMBER.match(piece)
        exponent = f"{re.escape(match[1])}[0-9]+" if match and match[1] else ""
        unit = _fixed(_NUMBER.sub("", piece, count=1))
        number = (blanks if piece[0] == " " else "") + "-?[0-9.]+" + exponent + unit
        return f"(?P<{field}>{number})" if field else number
    free = {"string": '"([^"]*)"', "blanks": blanks, "padding": " *"}
    return free[kind] if kind in free else _fixed(piece)


def _fixed(piece: str) -> str:
    """Returns the regex of a piece that stays, but for its digits and single letters in them."""
    return _DIGITS.sub("[0-9]+", _LETTER.sub("[A-Za-z]", re.escape(piece)))
