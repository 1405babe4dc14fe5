"""Arrays: the types of the numpy arrays that places and shapes are kept in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
"""Coordinates or measures; mostly points of shape (n, 2): x and y, or degrees of lon and lat."""

Marks: TypeAlias = NDArray[np.bool_]
"""What is so and what is not, one for each point or node."""

Shapes: TypeAlias = NDArray[Any]
"""Geometries of shapely; None where there is none."""


def shape_array(shapes: Sequence[Any]) -> Shapes:
    """Returns shapes, or None, as an array.

    numpy would first look into each of them for numbers, which takes it half a microsecond.
    """
    array: Shapes = np.empty(len(shapes), dtype=object)
    for index, shape in enumerate(shapes):
        array[index] = shape
    return array
