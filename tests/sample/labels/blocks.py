"""Blocks: the layout of ISIS labels, aligned keywords in nested Objects and Groups."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

WIDTH = 80
Keyword = tuple[str, str]


@dataclass(frozen=True)
class Block:
    """An Object or a Group: keywords and further blocks in the order of the label."""

    kind: str
    name: str
    parts: Sequence[Keyword | Block]


def number(value: float) -> str:
    """Returns a number as ISIS writes it: 14 digits, with a point."""
    text = f"{value:.14g}"
    return text if set(text) & set(".en") else f"{text}.0"


def stamp(when: datetime) -> str:
    """Returns a time as labels write it: UTC without a zone, to the microsecond."""
    return when.strftime("%Y-%m-%dT%H:%M:%S.%f")


def label(blocks: Sequence[Block]) -> str:
    """Returns the text of a whole label."""
    lines: list[str] = []
    for block in blocks:
        lines += [*([""] if lines else []), *_lines(block, 0)]
    return "\n".join([*lines, "End", ""])


def _lines(block: Block, indent: int) -> list[str]:
    pad = " " * indent
    names = [part[0] for part in block.parts if isinstance(part, tuple)]
    width = max(map(len, names), default=0)
    lines: list[str] = []
    for part in block.parts:
        if isinstance(part, Block):
            lines += [*([""] if lines else []), *_lines(part, indent + 2)]
        else:
            lines += _wrapped(f"{pad}  {part[0]:<{width}} = ", part[1])
    return [f"{pad}{block.kind} = {block.name}", *lines, f"{pad}End_{block.kind}"]


def _wrapped(head: str, value: str) -> list[str]:
    """Returns the keyword's line, or as many as it takes, broken at blanks."""
    if len(head) + len(value) <= WIDTH:
        return [head + value]
    return textwrap.wrap(
        value,
        WIDTH,
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_long_words=False,
        break_on_hyphens=False,
    )
