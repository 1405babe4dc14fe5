"""View: a map's rectangle, a polar view too, to bounds in longitude and latitude; box makes boxes.

All it knows of a projection are its two transforms. Latitude and longitude have their extremes on
the rim of what is seen (the rectangle's edges, the limb of the globe) or at a pole: the rim is
followed closely, the inside only dotted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, product

from ..model.errors import AreaError
from .box import FULL_TURN, HALF_TURN, POLE, covering_arc, wrap_longitude

Point = tuple[float, float]
Transform = Callable[[float, float], Point | None]  # None where the projection has no answer

_SIDE = 64  # samples along an edge
_GRID = 48  # samples across the inside
_STEP = 2  # degrees: neighbours on the rim are no farther apart in longitude
_HALVINGS = 40
_ROUNDS = 2_000  # halvings of one stretch in all, against projections that are noise there
_LIMB_ROUNDS = 100
_FULL = 356.0  # degrees: a view that goes so far around goes around
_PAD = 1e-3  # of the span: more than a rim can bulge between two samples
_SNAP = 1e-5  # of the span: so near to +-180 is at it
_AT_POLE = 1e-9  # degrees
_CLIP = 0.05  # of the size, around the globe's samples
_NUDGE = 1e-3  # degrees
_NOTHING = "The extent shows nothing of the globe: move the map so that the body is in view."


@dataclass(frozen=True, slots=True)
class View:
    """A rectangle in map units, with the transforms of its map to and from lon/lat degrees."""

    xmin: float
    ymin: float
    xmax: float
    ymax: float
    to_lonlat: Transform
    to_map: Transform

    def place(self, x: float, y: float) -> Point | None:
        """Returns the longitude and latitude at a map point, or None where it is off the globe.

        Beyond the rim of a world map many projections answer with a place that is drawn elsewhere;
        only a point that comes back to itself is on the globe.
        """
        lonlat = self.to_lonlat(x, y)
        if lonlat is None or abs(lonlat[1]) > POLE:
            return None
        back = self.to_map(*lonlat)
        if back is None or math.dist((x, y), back) > self._tolerance:
            return None
        return lonlat

    def holds(self, x: float, y: float) -> bool:
        """Says whether a map point is inside the rectangle."""
        return self.xmin <= x <= self.xmax and self.ymin <= y <= self.ymax

    @property
    def _tolerance(self) -> float:
        size = math.dist((self.xmin, self.ymin), (self.xmax, self.ymax))
        return 1e-6 * size + 1e-2  # a centimetre: what iterative projections leave


def lonlat_bounds(view: View) -> tuple[float, float, float, float]:
    """Returns the west, east, south and north of all that a view shows, in degrees, west <= east.

    East may exceed 180 but not west + 360. Raises AreaError where the view shows no place at all.
    """
    turn = turn_width(view)
    return _sampled_bounds(view) if turn is None else _cylindrical_bounds(view, turn)


def is_mirrored(view: View) -> bool:
    """Says whether a map shows its globe as in a mirror, east to the left of north."""
    votes = 0.0
    for lon, lat in product(range(-180, 180, 30), range(-60, 61, 30)):
        corner = view.to_map(lon, lat)
        east = view.to_map(lon + _NUDGE, lat)
        north = view.to_map(lon, lat + _NUDGE)
        if corner and east and north:
            (x, y), (x_east, y_east), (x_north, y_north) = corner, east, north
            cross = (x_east - x) * (y_north - y) - (y_east - y) * (x_north - x)
            votes += math.copysign(1.0, cross)
    return votes < 0


def turn_width(view: View) -> float | None:
    """Returns the width of a full turn in map units on a cylindrical map, None on any other."""
    for lon in (-120.0, 0.0, 120.0):
        places = [(lon + east, lat) for lat in (0.0, 60.0) for east in (0.0, 1.0)]
        ends = [end for place in places if (end := view.to_map(*place))]
        if len(ends) < len(places):
            return None
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ends
        step = x1 - x0
        close = 1e-9 * max(abs(step), abs(y2 - y0))
        if step > 0 and max(abs(x2 - x0), abs(x3 - x1), abs(y1 - y0), abs(y3 - y2)) <= close:
            return FULL_TURN * step
    return None


def _cylindrical_bounds(view: View, turn: float) -> tuple[float, float, float, float]:
    """Returns exact bounds; a map scrolled sideways past +-180 shows the globe once more."""
    middle = (view.xmin + view.xmax) / 2
    x_zero, y_zero = view.to_map(0.0, 0.0) or (0.0, 0.0)
    centre = view.to_lonlat(middle, y_zero)
    if centre is None:
        raise AreaError(_NOTHING)
    half = min((view.xmax - view.xmin) / 2 / turn * FULL_TURN, HALF_TURN)
    south, north = (_latitude(view, x_zero, y, y - y_zero) for y in (view.ymin, view.ymax))
    if math.isinf(south) and south == north:
        raise AreaError(_NOTHING)
    west = wrap_longitude(centre[0] - half)
    return west, west + 2 * half, max(south, -POLE), min(north, POLE)


def _latitude(view: View, x: float, y: float, above: float) -> float:
    """Returns the latitude of a cylindrical map's row, infinite beyond a pole."""
    place = view.to_lonlat(x, y)
    if place is None or abs(place[1]) > POLE + 1e-9:
        return math.copysign(math.inf, above)
    return place[1]


def _sampled_bounds(view: View) -> tuple[float, float, float, float]:
    places = list(_samples(view))
    if not places:
        raise AreaError(_NOTHING)
    south = min(lat for _, lat in places)
    north = max(lat for _, lat in places)
    pad = _PAD * (north - south)
    # A pole lies at every longitude, whichever one the projection answers with.
    west, east = _padded_arc([lon for lon, lat in places if abs(lat) < POLE - _AT_POLE])
    return west, east, max(south - pad, -POLE), min(north + pad, POLE)


def _padded_arc(longitudes: list[float]) -> Point:
    west, east = covering_arc(longitudes) if longitudes else (-HALF_TURN, HALF_TURN)
    span = east - west
    if span > _FULL:
        return -HALF_TURN, HALF_TURN
    return _padded(west, -span), _padded(east, span)


def _padded(end: float, outward: float) -> float:
    """Moves an end of an arc outward, but not across the rim of a world map at +-180."""
    for rim in (-HALF_TURN, HALF_TURN):
        if abs(end - rim) <= _SNAP * abs(outward):
            return rim
    return end + _PAD * outward


def _samples(view: View) -> Iterator[Point]:
    """Yields places that the view shows: the rim closely, the inside and the poles in dots."""
    globe = [point for lonlat in _globe() if (point := view.to_map(*lonlat))]
    if any(view.place(x, y) is None for x, y in _edge(view)):
        view = _clipped(view, globe)
    dots = (view.place(x, y) for x, y in globe if view.holds(x, y))
    yield from (place for place in dots if place)
    for start, end in pairwise(_edge(view)):
        yield from _along(view, start, end)
    yield from _inside(view)


def _globe() -> Iterator[Point]:
    """Yields places all over a globe, the closer together the nearer to a pole."""
    near_poles = [sign * (POLE - 10.0**-power) for sign in (-1, 1) for power in range(8)]
    latitudes = [*near_poles, *range(-87, 88, 3), -POLE, POLE]
    return product(range(-180, 180, _STEP), latitudes)


def _edge(view: View) -> list[Point]:
    """Lists points along the rectangle's edges, the first one again at the end."""
    left, low, right, high = view.xmin, view.ymin, view.xmax, view.ymax
    corners = [(left, low), (right, low), (right, high), (left, high), (left, low)]
    sides = product(pairwise(corners), range(_SIDE))
    return [*(_between(*side, step / _SIDE) for side, step in sides), corners[0]]


def _between(start: Point, end: Point, share: float) -> Point:
    # Weighted so that both ends come out exactly, and a point stays on its edge.
    rest = 1 - share
    return start[0] * rest + end[0] * share, start[1] * rest + end[1] * share


def _clipped(view: View, globe: list[Point]) -> View:
    """Returns a view cut to what the map can show, so that a small globe isn't missed."""
    drawn = [point for point in globe if view.place(*point)]
    if not drawn:
        return view
    xs, ys = zip(*drawn, strict=True)
    x_pad, y_pad = _CLIP * (max(xs) - min(xs)), _CLIP * (max(ys) - min(ys))
    clipped = replace(
        view,
        xmin=max(view.xmin, min(xs) - x_pad),
        ymin=max(view.ymin, min(ys) - y_pad),
        xmax=min(view.xmax, max(xs) + x_pad),
        ymax=min(view.ymax, max(ys) + y_pad),
    )
    if clipped.xmin > clipped.xmax or clipped.ymin > clipped.ymax:
        raise AreaError(_NOTHING)
    return clipped


def _inside(view: View) -> Iterator[Point]:
    """Yields the places of a grid over the view, and of the limb where it passes between them."""
    low, high = (view.xmin, view.ymin), (view.xmax, view.ymax)
    diagonal = [_between(low, high, step / _GRID) for step in range(_GRID + 1)]
    xs, ys = zip(*diagonal, strict=True)
    seen = {point: view.place(*point) for point in product(xs, ys)}
    yield from (place for place in seen.values() if place)
    rows = [[(x, y) for x in xs] for y in ys]
    columns = [[(x, y) for y in ys] for x in xs]
    for line in rows + columns:
        for start, end in pairwise(line):
            if (seen[start] is None) != (seen[end] is None):
                yield from _along(view, start, end, _LIMB_ROUNDS)


def _along(view: View, start: Point, end: Point, rounds: int = _ROUNDS) -> Iterator[Point]:
    """Yields the places of a stretch, halved where it crosses the limb or passes near a pole."""
    stretches = [(start, view.place(*start), end, view.place(*end), _HALVINGS)]
    yield from (place for place in stretches[0][1:4:2] if place)
    for _ in range(rounds):
        if not stretches:
            return
        start, first, end, last, halvings = stretches.pop()
        if halvings == 0 or _close(first, last):
            continue
        middle = _between(start, end, 0.5)
        place = view.place(*middle)
        if place:
            yield place
        stretches.append((start, first, middle, place, halvings - 1))
        stretches.append((middle, place, end, last, halvings - 1))


def _close(first: Point | None, last: Point | None) -> bool:
    if first is None or last is None:
        return first is last
    apart = abs(first[0] - last[0])
    return min(apart, FULL_TURN - apart) <= _STEP
