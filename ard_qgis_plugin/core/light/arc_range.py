"""Arc range: how near and how far, on the sphere, the outlines of shapes come to places.

The arc d to a place is told by its haversine, sin^2(d / 2): it has its extremes where the arc has
them, is smooth, and keeps its digits near 0.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .outlines import outlines
from .vectors import HALF_TURN, Floats, Indices, Mask, Shapes

_STEP = np.radians(0.5)  # along an edge
_REACHES = 0.5, 0.05  # of a piece; with a second parabola all is exact to 4e-6 degrees
_BEND = 0.3  # 1 / sqrt(12), and a little for rounding
_TINY = 1e-300


def arc_range(shapes: Shapes, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Returns how near and how far, in radians, each outline comes to a place of its own.

    Mostly its vertices say it; only edges on which the arc may have an extreme are looked along.
    """
    lonlat, of_line, of_shape = outlines(shapes)
    corners, places = np.radians(lonlat), np.radians(np.column_stack([lon, lat]))
    away = _haversines(corners, places[of_shape])
    first = np.searchsorted(of_shape, np.arange(len(shapes)))
    least, most = np.minimum.reduceat(away, first), np.maximum.reduceat(away, first)
    way = np.diff(corners, axis=0)
    edges = np.flatnonzero(_may_turn(way, np.diff(away)) & (np.diff(of_line) == 0))
    # What leads along a pole is no edge on the globe.
    edges = edges[np.abs(lonlat[edges, 1] + lonlat[edges + 1, 1]) < HALF_TURN]
    owner = of_shape[edges]
    pieces = _Pieces(corners[edges], way[edges], places[owner], owner).that_turn()
    turns = pieces.extremes()
    np.minimum.at(least, pieces.of_shape, turns)
    np.maximum.at(most, pieces.of_shape, turns)
    return _arcs_of(least), _arcs_of(most)


def _may_turn(way: Floats, change: Floats) -> Mask:
    """Says on which edges a haversine may have an extreme, from its change from end to end.

    Along an edge of length l in longitude/latitude its second derivative is at most l^2 / sqrt(3).
    So it changes by at most half of that where its first derivative is 0 on the edge.
    """
    east, north = way.T
    return np.asarray(np.abs(change) < _BEND * (east * east + north * north))


@dataclass(frozen=True, eq=False)
class _Pieces:
    """Pieces of edges, (n, 2) in radians, and for each a place and the shape that it is of."""

    start: Floats
    way: Floats
    place: Floats
    of_shape: Indices

    def that_turn(self) -> _Pieces:
        """Splits into pieces of at most a step; returns those where the arc may have an extreme."""
        count = np.ceil(np.hypot(*self.way.T) / _STEP).astype(int)
        if (count == 1).all():
            return self
        row = np.repeat(np.arange(len(count)), count)
        number = np.arange(len(row)) - (np.cumsum(count) - count)[row]
        way = (self.way / count[:, None])[row]
        start = self.start[row] + number[:, None] * way
        split = _Pieces(start, way, self.place[row], self.of_shape[row])
        turn = _may_turn(way, split._away(1) - split._away(0))
        return _Pieces(*(each[turn] for each in vars(split).values()))

    def extremes(self) -> Floats:
        """Returns the haversine where parabolas through those along a piece have their extreme."""
        part = np.full((len(self.way), 1), 0.5)
        for reach in _REACHES:
            before, middle, after = (self._away(part + each) for each in (-reach, 0, reach))
            turn = reach * (after - before) / (2 * (before + after - 2 * middle) + _TINY)
            part = np.clip(part - np.clip(turn, -reach, reach)[:, None], 0, 1)
        return self._away(part)

    def _away(self, part: Floats | float) -> Floats:
        return _haversines(self.start + part * self.way, self.place)


def _haversines(lonlat: Floats, places: Floats) -> Floats:
    """Returns the haversines of the arcs between places, both (n, 2) in radians."""
    east, north = (np.sin((places - lonlat) / 2) ** 2).T
    return np.asarray(north + np.cos(lonlat[:, 1]) * np.cos(places[:, 1]) * east)


def _arcs_of(haversines: Floats) -> Floats:
    return np.asarray(2 * np.arcsin(np.sqrt(np.minimum(haversines, 1.0))))
