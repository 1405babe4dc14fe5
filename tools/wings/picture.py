"""Draws the wings as SVG: what uses another stands below it, so the data pass downwards."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from .imports import EVERYWHERE, LAYERS, Uses

_WIDTH, _HEIGHT = 172, 80  # of a box
_ACROSS, _DOWN = 196, 122  # from box to box
_MARGIN = 14
_BAR, _GAP = 34, 24
_CHARACTERS = 27  # of a line in a box
_ROUNDS = 4  # in which each row is put in order after its neighbours
_COLOURS = {
    "core": ("#e8f1fb", "#3b75af"),
    "bridge": ("#fdf0e0", "#c07a1b"),
    "algorithms": ("#e9f6ea", "#3f8f4a"),
}
_STYLE = (
    "text{font-family:sans-serif;fill:#1c2733}"
    ".name{font-size:13px;font-weight:bold}.what{font-size:11px}"
    ".way{fill:none;stroke:#8a97a6;stroke-width:1.4;marker-end:url(#tip)}"
)
_TIP = (
    '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
    'orient="auto"><path d="M0 0L8 4L0 8z" fill="#8a97a6"/></marker>'
)

Place = tuple[float, float]


def svg(texts: Mapping[str, str], uses: Uses) -> str:
    """Returns the picture of wings with these texts, of which each uses some others."""
    rows = _rows(uses)
    widest = max(map(len, rows))
    width = 2 * _MARGIN + widest * _ACROSS - (_ACROSS - _WIDTH)
    height = 2 * _MARGIN + _BAR + _GAP + len(rows) * _DOWN - (_DOWN - _HEIGHT)
    places = dict(_places(rows, widest))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        "<title>The way of the data through the folders of the package</title>",
        f"<style>{_STYLE}</style><defs>{_TIP}</defs>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        *_bar(texts[EVERYWHERE], width),
        *(_way(places[one], places[name]) for name in sorted(uses) for one in sorted(uses[name])),
        *(
            part
            for name, place in sorted(places.items())
            for part in _box(name, texts[name], place)
        ),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _rows(uses: Uses) -> list[list[str]]:
    """Returns the wings row by row: each below all that it uses, near to these."""
    depths: dict[str, int] = {}

    def depth(name: str) -> int:
        if name not in depths:
            depths[name] = 1 + max(map(depth, uses[name]), default=-1)
        return depths[name]

    rows: list[list[str]] = [[] for _ in range(1 + max(map(depth, uses)))]
    for name in sorted(uses, key=lambda each: (LAYERS.index(each.partition("/")[0]), each)):
        rows[depths[name]].append(name)
    for _ in range(_ROUNDS):
        _put_in_order(rows, uses)
    return rows


def _put_in_order(rows: list[list[str]], uses: Uses) -> None:
    """Sorts each row by where the wings stand that its own use, or are used by."""
    for row in rows:
        where = {
            name: (index + 0.5) / len(other) for other in rows for index, name in enumerate(other)
        }
        pulls = {
            name: [where[each] for each in where if each in uses[name] or name in uses[each]]
            for name in row
        }
        row.sort(key=lambda name: sum(pulls[name]) / len(pulls[name]) if pulls[name] else 0.5)


def _places(rows: Sequence[Sequence[str]], widest: int) -> Iterator[tuple[str, Place]]:
    for number, row in enumerate(rows):
        left = _MARGIN + (widest - len(row)) * _ACROSS / 2
        for index, name in enumerate(row):
            yield name, (left + index * _ACROSS, _MARGIN + _BAR + _GAP + number * _DOWN)


def _bar(text: str, width: int) -> Iterator[str]:
    fill, line = _COLOURS["core"]
    yield (
        f'<rect x="{_MARGIN}" y="{_MARGIN}" width="{width - 2 * _MARGIN}" height="{_BAR}" rx="6" '
        f'fill="{fill}" stroke="{line}"/>'
    )
    yield (
        f'<text x="{width / 2:g}" y="{_MARGIN + _BAR / 2 + 5:g}" text-anchor="middle">'
        f'<tspan class="name">{EVERYWHERE}</tspan>'
        f'<tspan class="what" dx="10">{escape(text)}</tspan></text>'
    )


def _way(start: Place, end: Place) -> str:
    (x, y), (to_x, to_y) = (start[0], start[1] + _HEIGHT), end
    x, to_x = x + _WIDTH / 2, to_x + _WIDTH / 2
    bend = (to_y - y) / 2
    curve = f"M{x:g} {y:g}C{x:g} {y + bend:g} {to_x:g} {y + bend:g} {to_x:g} {to_y:g}"
    return f'<path class="way" d="{curve}"/>'


def _box(name: str, text: str, place: Place) -> Iterator[str]:
    x, y = place
    fill, line = _COLOURS[name.partition("/")[0]]
    yield (
        f'<rect x="{x:g}" y="{y:g}" width="{_WIDTH}" height="{_HEIGHT}" rx="6" fill="{fill}" '
        f'stroke="{line}"/>'
    )
    middle = x + _WIDTH / 2
    yield f'<text class="name" x="{middle:g}" y="{y + 18:g}" text-anchor="middle">{name}</text>'
    for number, each in enumerate(textwrap.wrap(text, _CHARACTERS, max_lines=3, placeholder=" …")):
        yield (
            f'<text class="what" x="{middle:g}" y="{y + 36 + 14 * number:g}" '
            f'text-anchor="middle">{escape(each)}</text>'
        )
