"""What part of a rectangle of a map shows the globe: all of it, or up to a limb or a rim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from .arrays import Floats, Marks
from .box import HALF_TURN, POLE
from .plane import Bounds, Plane

_ACROSS = 128  # cells of the grid, each way
_HALVINGS = 50  # of a cell: its rim is then known to the last digit
_CLIP = 0.02  # of the size, around what the map shows of a globe
_STEP = 3  # degrees between the globe's samples

Point = tuple[float, float]
Line = tuple[tuple[int, int], tuple[int, int]]
"""Two neighbouring nodes of the grid, each as row and column."""


@dataclass(frozen=True, slots=True)
class VisiblePart:
    """The part of a rectangle that shows the globe; `rim` are its vertices at the globe's end.

    Between two vertices of the rim the true end runs beside the straight line.
    """

    shape: BaseGeometry
    rim: frozenset[Point] = field(default=frozenset())


def visible_part(bounds: Bounds, plane: Plane) -> VisiblePart:
    """Finds the part of a rectangle of a plane that shows the globe, empty where none does."""
    if not np.isnan(plane.places(_grid(bounds).reshape(-1, 2), bounds)).any():
        return VisiblePart(shapely.box(*bounds))
    clipped = _clipped(bounds, plane)
    return _seen_part(clipped, plane) if clipped else VisiblePart(Polygon())


def _seen_part(bounds: Bounds, plane: Plane) -> VisiblePart:
    """Returns the part of a rectangle, cut to the globe already, that shows the globe."""
    # A frame around the grid, at the rectangle's edge, where nothing is seen.
    nodes = np.pad(_grid(bounds), ((1, 1), (1, 1), (0, 0)), mode="edge")
    seen = ~np.isnan(plane.places(nodes.reshape(-1, 2), bounds)[:, 0]).reshape(nodes.shape[:2])
    seen[[0, -1]] = seen[:, [0, -1]] = False
    if not seen.any():
        return VisiblePart(Polygon())
    ends, rim = _ends(nodes, seen, plane, bounds)
    lines = [line for line in _lines(seen, ends) if line[0] != line[1]]
    faces = shapely.get_parts(shapely.polygonize(shapely.linestrings(lines)))
    dots = shapely.get_coordinates(shapely.point_on_surface(faces))
    shows = ~np.isnan(plane.places(dots, bounds)[:, 0])
    return VisiblePart(shapely.union_all(faces[shows]), rim)


def _grid(bounds: Bounds) -> Floats:
    """Returns the points of a grid over a rectangle, shape (rows, columns, 2)."""
    xmin, ymin, xmax, ymax = bounds
    xs, ys = np.linspace(xmin, xmax, _ACROSS + 1), np.linspace(ymin, ymax, _ACROSS + 1)
    return np.stack(np.meshgrid(xs, ys), axis=-1)


def _clipped(bounds: Bounds, plane: Plane) -> Bounds | None:
    """Returns the rectangle cut to what the map can show, so that a small globe isn't missed."""
    latitudes = np.arange(-POLE, POLE + 1, _STEP)
    globe = [*product(np.arange(-HALF_TURN, HALF_TURN, _STEP), latitudes)]
    points = plane.to_maps(np.array(globe))
    points = points[np.isfinite(points).all(axis=1)]
    if not len(points):
        return None
    low, high = points.min(axis=0), points.max(axis=0)
    pad = _CLIP * (high - low)
    low, high = np.maximum(low - pad, bounds[:2]), np.minimum(high + pad, bounds[2:])
    return (*low.tolist(), *high.tolist()) if (low < high).all() else None


def _ends(
    nodes: Floats, seen: Marks, plane: Plane, bounds: Bounds
) -> tuple[dict[Line, Point], frozenset[Point]]:
    """Returns the end of what is seen on each line of the grid that leaves it, and the rim's."""
    lines = [
        ((row, column), (row + down, column + right))
        for down, right in ((0, 1), (1, 0))
        for row, column in np.argwhere(_leaves(seen, down, right)).tolist()
    ]
    pairs = [line if seen[line[0]] else line[::-1] for line in lines]
    inside, outside = (nodes[tuple(np.array([pair[side] for pair in pairs]).T)] for side in (0, 1))
    at_edge = (inside == outside).all(axis=1)
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        on_globe = ~np.isnan(plane.places(middle, bounds)[:, :1])
        inside, outside = np.where(on_globe, middle, inside), np.where(on_globe, outside, middle)
    points = [(x, y) for x, y in inside.tolist()]
    rim = frozenset(point for point, edge in zip(points, at_edge, strict=True) if not edge)
    return dict(zip(lines, points, strict=True)), rim


def _leaves(seen: Marks, down: int, right: int) -> Marks:
    """Says for each node whether what is seen ends before the next one, downwards or rightwards."""
    rows, columns = seen.shape[0] - down, seen.shape[1] - right
    differ: Marks = seen[:rows, :columns] != seen[down:, right:]
    return differ


def _lines(seen: Marks, ends: dict[Line, Point]) -> Iterator[tuple[Point, Point]]:
    """Yields the lines where what is seen ends, one or two in each cell that is partly seen."""
    corners = seen[:-1, :-1].astype(int) + seen[:-1, 1:] + seen[1:, :-1] + seen[1:, 1:]
    for row, column in np.argwhere(corners % 4 > 0).tolist():
        nodes = ((row, column), (row, column + 1), (row + 1, column), (row + 1, column + 1))
        sides = [(nodes[first], nodes[last]) for first, last in ((0, 1), (1, 3), (2, 3), (0, 2))]
        points = [ends[side] for side in sides if side in ends]
        yield from zip(points[::2], points[1::2], strict=True)
