"""Plane: the plane of a map, as far as the search knows it: its transforms from and to lon/lat."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .arrays import Floats
from .box import POLE
from .view import Transform, View

ArrayTransform = Callable[[Floats], Floats]
"""Points of shape (n, 2) to points of shape (n, 2), not finite where there is no answer."""

Bounds = tuple[float, float, float, float]
"""xmin, ymin, xmax, ymax in map units."""


@dataclass(frozen=True, slots=True)
class Plane:
    """A map's transforms between map units and lon/lat degrees, of one point and of many."""

    to_lonlat: Transform
    to_map: Transform
    to_lonlats: ArrayTransform
    to_maps: ArrayTransform

    def view(self, bounds: Bounds) -> View:
        """Returns the view that a rectangle of the plane is."""
        return View(*bounds, self.to_lonlat, self.to_map)

    def places(self, points: Floats, bounds: Bounds) -> Floats:
        """Returns longitudes and latitudes of points, shape (n, 2), NaN where off the globe.

        As with View.place, only a point that comes back to itself is on the globe; `bounds` are
        those of the view, and say how exact that has to be.
        """
        lonlats = self.to_lonlats(points)
        backs = self.to_maps(lonlats)
        with np.errstate(invalid="ignore"):
            apart = np.hypot(*(backs - points).T)
            on_globe = (apart <= tolerance(bounds)) & (np.abs(lonlats[:, 1]) <= POLE)
        return np.where(on_globe[:, None], lonlats, np.nan)


def tolerance(bounds: Bounds) -> float:
    """Returns how far off, in map units, a point of a view may come back from the globe."""
    size = math.dist(bounds[:2], bounds[2:])
    return 1e-6 * size + 1e-2  # a centimetre: what iterative projections leave
