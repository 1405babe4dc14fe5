"""WKB: shapes on their way from and to layers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from ..geometry.box import POLE
from ..geometry.footprint import wrapped
from ..geometry.outline import lonlat_shape
from ..geometry.plane import Plane
from ..model.errors import AreaError
from .areas import Shape, areas, on_map
from .vectors import HALF_TURN, Floats, Shapes

_POLYGON = 3  # GEOS's number of that type
_AREA = 2  # dimensions
_LEAST = 1e-14  # steradians: slivers of rounding


def shapes_of(texts: Sequence[bytes | None]) -> Shapes:
    """Returns the areas of WKB in longitude/latitude; None for None, and for what has no area.

    Broken polygons are repaired, and longitudes such as 0..360 brought to -180..180.
    """
    shapes = _read(texts)
    shapes[~(shapely.area(shapes) > 0)] = None
    west, _, east, _ = shapely.bounds(shapes).T
    beyond = (west < -HALF_TURN) | (east > HALF_TURN)
    shapes[beyond] = [wrapped(each) for each in shapes[beyond]]
    return shapes


def _read(texts: Sequence[bytes | None]) -> Shapes:
    shapes: Shapes = np.empty(len(texts), dtype=object)
    shapes[:] = shapely.from_wkb(np.array([*texts, None], dtype=object), on_invalid="ignore")[:-1]
    known = shapely.is_geometry(shapes)
    shapes[known] = shapely.force_2d(shapes[known])
    broken = known & ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
    return shapes


def wkb_of(shape: Shape) -> bytes:
    """Returns the polygons of a shape as WKB of a multipolygon; what is no area is left out."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    areas = parts[shapely.get_type_id(parts) == _POLYGON]
    found: bytes = shapely.to_wkb(shapely.MultiPolygon(list(areas)))
    return found


def pieces_of(shape: Shape) -> list[tuple[bytes, float]]:
    """Returns the polygons of a lon/lat shape as WKB, with areas in steradians, largest first."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    parts = parts[shapely.get_type_id(parts) == _POLYGON]
    sizes = areas(on_map(parts))
    order = np.argsort(-sizes, kind="stable")
    return [(wkb_of(parts[row]), float(sizes[row])) for row in order if sizes[row] > _LEAST]


def flat_pieces_of(shapes: Shapes, radius: float) -> Iterator[tuple[bytes, float]]:
    """Yields polygons of a plane of unit radius as WKB in metres, the largest first.

    With their areas in square metres.
    """
    large: Shapes = shapely.transform(shapes, lambda points: points * radius)
    sizes = shapely.area(large)
    for row in np.argsort(-sizes, kind="stable"):
        yield wkb_of(large[row]), float(sizes[row])


def places_of(texts: Sequence[bytes], plane: Plane) -> Shapes:
    """Returns points, lines and polygons of a map in longitude/latitude, cut at +-180.

    Raises AreaError for polygons that show nothing of the globe, and for points off it.
    """
    places = _read(texts)
    for row, place in enumerate(places):
        is_area = shapely.get_dimensions(place) == _AREA
        places[row] = lonlat_shape(place, plane) if is_area else _moved(place, plane)
    return places


def _moved(place: Shape, plane: Plane) -> Shape:
    """Returns a point or line in longitude/latitude, each step of a line the short way round."""

    def to_lonlat(points: Floats) -> Floats:
        lonlat = plane.to_lonlats(points)
        if not np.all(np.isfinite(lonlat) & (np.abs(lonlat) <= [np.inf, POLE])):
            raise AreaError(
                "A place lies off the globe, beyond a pole or where its map shows none: correct or "
                "leave out that place."
            )
        return np.column_stack([np.unwrap(lonlat[:, 0], period=2 * HALF_TURN), lonlat[:, 1]])

    parts = [shapely.transform(part, to_lonlat) for part in shapely.get_parts(place)]
    return shapely.union_all([wrapped(part) for part in parts])
