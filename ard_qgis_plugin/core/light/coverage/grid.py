"""Grid: cells of one size in an equal-area plane, and which images see the middle of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from ...model.errors import InputError
from ..areas import CYLINDRICAL, Shape, from_plane, half_turned, in_plane, on_map, plane_of
from ..vectors import HALF_TURN, Floats, Indices, Mask, Shapes
from .patches import patches

LOOKS_AT_ONCE = 1_000_000
_OF_A_BLOCK = 100_000  # cells and looks
_ROWS = 100
_WEST, _EAST = shapely.box(-HALF_TURN, -90, 0, 90), shapely.box(0, -90, HALF_TURN, 90)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of an equal-area plane of unit radius: row 0 is the upper one, column 0 the left.

    In the cylindrical plane x is stretched by cos(`parallel`) and y by its inverse, so that cells
    are square there: PROJ's cea with lat_ts = `parallel` and lon_0 = `meridian`, which is 180 for
    an area across +-180. At a pole it is PROJ's laea.
    """

    plane: int
    parallel: float
    meridian: float
    left: float
    top: float
    cell: float
    columns: int
    rows: int

    @classmethod
    def over(cls, area: Shape, cell: float, most: int = 0) -> Grid:
        """Makes the grid over an area in longitude/latitude; `cell` is in radians of the globe.

        Raises InputError for an empty area, and where there are more than `most` cells, or more
        than a hundredth of that in a row.
        """
        if area.is_empty:
            raise InputError(
                "There is no area to look at, as no footprint has an outline: give AREA or EXTENT, "
                "or choose another layer."
            )
        _, south, _, north = area.bounds
        plane = int(plane_of(np.array([south]), np.array([north]))[0])
        is_round = plane == CYLINDRICAL
        parallel = (south + north) / 2 if is_round else 0.0
        meridian = HALF_TURN if is_round and _is_across(area) else 0.0
        drawn = on_map(np.array([area], dtype=object))
        flat = _flat(drawn, plane, parallel, meridian)
        left, bottom, right, top = shapely.bounds(flat)[0]
        columns = max(int(np.ceil((right - left) / cell - 1e-9)), 1)
        rows = max(int(np.ceil((top - bottom) / cell - 1e-9)), 1)
        if most and columns * max(rows, _ROWS) > most:
            raise InputError(
                f"{columns} x {rows} cells are too many (at most {most:,}, {most // _ROWS:,} in a "
                "row): choose a larger cell or a smaller area."
            )
        return cls(plane, parallel, meridian, float(left), float(top), cell, columns, rows)

    @property
    def cell_area(self) -> float:
        """Returns the area of a cell in steradians."""
        return self.cell**2

    def flat(self, shapes: Shapes) -> Shapes:
        """Returns lon/lat polygons in this plane."""
        return _flat(shapes, self.plane, self.parallel, self.meridian)

    def flat_area(self, area: Shape) -> Shape:
        """Returns an area of a map in this plane, its edges straight in longitude/latitude."""
        flat: Shape = self.flat(on_map(np.array([area], dtype=object)))[0]
        return flat

    def middles(self, columns: Indices, rows: Indices) -> Floats:
        """Returns the middles of cells in the plane, shape (n, 2)."""
        return np.column_stack(
            [self.left + (columns + 0.5) * self.cell, self.top - (rows + 0.5) * self.cell]
        )

    def lonlat(self, points: Floats) -> Floats:
        """Returns longitude and latitude of points of this plane, shape (n, 2)."""
        lonlat = from_plane(points / _stretch(self.plane, self.parallel), self.plane)
        lonlat[:, 0] = half_turned(lonlat[:, 0] + self.meridian)
        return lonlat

    def blocks(self, looks: Indices, at_once: int = _OF_A_BLOCK) -> Iterator[tuple[int, int]]:
        """Yields first and behind-last rows of blocks with at most so many cells and looks.

        `looks` are those at each row of cells.
        """
        first, held = 0, 0
        for row, count in enumerate((looks + self.columns).tolist()):
            if held and held + count > at_once:
                yield first, row
                first, held = row, 0
            held += count
        yield first, self.rows

    def _boxes(self, shapes: Shapes) -> tuple[Indices, Indices, Indices, Indices]:
        """Returns first column, columns, first row and rows of cells with middles in the boxes."""
        west, south, east, north = np.nan_to_num(shapely.bounds(shapes), nan=-np.inf).T
        left = np.clip(np.ceil((west - self.left) / self.cell - 0.5), 0, self.columns)
        right = np.clip(np.floor((east - self.left) / self.cell + 0.5), 0, self.columns)
        upper = np.clip(np.ceil((self.top - north) / self.cell - 0.5), 0, self.rows)
        lower = np.clip(np.floor((self.top - south) / self.cell + 0.5), 0, self.rows)
        wide, tall = np.maximum(right - left, 0), np.maximum(lower - upper, 0)
        tall[wide == 0] = 0
        return tuple(each.astype(np.intp) for each in (left, wide, upper, tall))

    def seen(self, shapes: Shapes) -> Iterator[tuple[Indices, Indices]]:
        """Yields which shape (of this plane) holds the middle of which cell.

        Cells are numbered row by row. Some million candidates at a time.
        """
        left, wide, upper, tall = self._boxes(shapes)
        shapely.prepare(shapes[wide * tall > 0])
        of_shape, above, height = _bands(wide, tall)
        for band in _parts(wide[of_shape] * height):
            number, within = _numbered(wide[of_shape[band]] * height[band])
            number = band[number]
            which = of_shape[number]
            row, column = np.divmod(within, wide[which])
            row, column = row + upper[which] + above[number], column + left[which]
            inside = shapely.intersects_xy(shapes[which], *self.middles(column, row).T)
            yield which[inside], (row * self.columns + column)[inside]

    def gaps(self, empty: Mask, is_cancelled: Callable[[], bool] = lambda: False) -> Shapes:
        """Returns the cells of a mask of shape (rows, columns) as polygons of this plane.

        Those that share a side are one. Raises CancelledError.
        """
        return patches(empty, self._boxes_of, is_cancelled)

    def _boxes_of(self, row: Indices, first: Indices, behind: Indices) -> Shapes:
        boxes: Shapes = shapely.box(
            self.left + first * self.cell,
            self.top - (row + 1) * self.cell,
            self.left + behind * self.cell,
            self.top - row * self.cell,
        )
        return boxes


def _stretch(plane: int, parallel: float) -> Floats:
    if plane != CYLINDRICAL:
        return np.ones(2)
    narrow = np.cos(np.radians(parallel))
    return np.array([narrow, 1 / narrow])


def _flat(shapes: Shapes, plane: int, parallel: float, meridian: float) -> Shapes:
    if plane != CYLINDRICAL:
        return in_plane(shapes, plane)
    if meridian:
        shapes = _seen_from_behind(shapes)
    flat: Shapes = shapely.transform(
        in_plane(shapes, plane), lambda points: points * _stretch(plane, parallel)
    )
    return flat


def _seen_from_behind(shapes: Shapes) -> Shapes:
    """Returns lon/lat shapes with longitudes counted from the meridian of 180."""
    west, _, east, _ = shapely.bounds(shapes).T
    moved = np.empty(len(shapes), dtype=object)
    for rows, shift in ((east <= 0, HALF_TURN), (west >= 0, -HALF_TURN)):
        moved[rows] = shapely.transform(shapes[rows], _shifted(shift))
    both = (west < 0) & (east > 0)
    halves = [
        shapely.transform(shapely.intersection(shapes[both], half), _shifted(shift))
        for half, shift in ((_WEST, HALF_TURN), (_EAST, -HALF_TURN))
    ]
    moved[both] = shapely.union(*halves)
    return moved


def _shifted(shift: float) -> Callable[[Floats], Floats]:
    return lambda lonlat: lonlat + np.array([shift, 0.0])


def _is_across(area: Shape) -> bool:
    """Says whether an area lies on both sides of +-180, and not around the globe."""
    west, _, east, _ = area.bounds
    if west > -HALF_TURN or east < HALF_TURN:
        return False
    return not shapely.intersects(area, shapely.LineString([(0, -90), (0, 90)]))


def _bands(wide: Indices, tall: Indices) -> tuple[Indices, Indices, Indices]:
    """Cuts boxes of cells into bands of rows that can be looked at at once.

    Returns the box of each band, how many of its rows are above the band, and the band's own.
    """
    rows = np.maximum(LOOKS_AT_ONCE // np.maximum(wide, 1), 1)
    of_box, number = _numbered(-(-tall // rows))
    above = number * rows[of_box]
    return of_box, above, np.minimum(rows[of_box], tall[of_box] - above)


def _parts(counts: Indices) -> Iterator[Indices]:
    """Yields the rows in parts whose counts are together about what can be looked at at once."""
    rows = np.flatnonzero(counts)
    if not len(rows):
        return
    part = np.cumsum(counts[rows]) // LOOKS_AT_ONCE
    cuts = np.flatnonzero(np.diff(part)) + 1
    yield from np.split(rows, cuts)


def _numbered(counts: Indices) -> tuple[Indices, Indices]:
    """Returns row 0 `counts[0]` times and so on, and the number within each row's own."""
    which = np.repeat(np.arange(len(counts)), counts)
    start = np.cumsum(counts) - counts
    return which, np.arange(len(which)) - start[which]
