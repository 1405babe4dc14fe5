"""Outlines: the vertices of many shapes, and which of them an edge joins."""

from __future__ import annotations

import numpy as np
import shapely

from .vectors import Floats, Indices, Shapes

_POLYGON = 3  # GEOS's number of that type


def outlines(shapes: Shapes) -> tuple[Floats, Indices, Indices]:
    """Returns the vertices of shapes, (n, 2), the line of each, and the shape of each.

    A line is a ring, a line string or a point: between vertices of two lines there is no edge.
    Shapes stand in their order; what is none, or empty, has no vertex.
    """
    parts, of_shape = shapely.get_parts(shapes, return_index=True)
    if (shapely.get_type_id(parts) > _POLYGON).any():  # in collections; others would be copied
        parts, of_part = shapely.get_parts(parts, return_index=True)
        of_shape = of_shape[of_part]
    is_area = shapely.get_type_id(parts) == _POLYGON
    rings, of_area = shapely.get_rings(parts[is_area], return_index=True)
    owner = of_shape[is_area][of_area]
    if not is_area.all():
        rings = np.concatenate([rings, parts[~is_area]])
        owner = np.concatenate([owner, of_shape[~is_area]])
        order = np.argsort(owner, kind="stable")
        rings, owner = rings[order], owner[order]
    corners, of_line = shapely.get_coordinates(rings, return_index=True)
    return corners, of_line, owner[of_line]
