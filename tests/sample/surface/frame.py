"""Frame: the map projection and the pixel grid of an observation's image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..footprint import crosses, outline
from ..planet import Observation
from .sphere import RADIUS_KM

RADIUS = RADIUS_KM * 1000.0
POLAR_LATITUDE = 75.0
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Projection:
    """One of the IAU 2015 map projections of the Moon; coordinates in metres, degrees."""

    code: int
    name: str
    centre: float
    pole: int = 0

    def forward(self, lon: ArrayLike, lat: ArrayLike) -> tuple[Array, Array]:
        """Projects longitudes and latitudes to x and y."""
        lon, lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
        if not self.pole:
            east = (lon - self.centre + 180.0) % 360.0 - 180.0
            return RADIUS * np.radians(east), RADIUS * np.radians(lat)
        rho = 2.0 * RADIUS * np.tan(np.radians(90.0 - self.pole * lat) / 2.0)
        turn = np.radians(lon)
        return rho * np.sin(turn), -self.pole * rho * np.cos(turn)

    def inverse(self, x: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:
        """Returns the longitudes and latitudes of x and y."""
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        if not self.pole:
            return np.degrees(x / RADIUS) + self.centre, np.degrees(y / RADIUS)
        away = 2.0 * np.degrees(np.arctan(np.hypot(x, y) / (2.0 * RADIUS)))
        return np.degrees(np.arctan2(x, -self.pole * y)), self.pole * (90.0 - away)


CENTRED_180 = Projection(30115, "Equirectangular, clon = 180", 180.0)
CENTRED_0 = Projection(30110, "Equirectangular, clon = 0", 0.0)
NORTH = Projection(30130, "North Polar", 0.0, pole=1)
SOUTH = Projection(30135, "South Polar", 0.0, pole=-1)


@dataclass(frozen=True)
class Frame:
    """A grid of square pixels: upper left corner and pixel size in metres, rows, columns."""

    projection: Projection
    left: float
    top: float
    pixel: float
    rows: int
    columns: int

    @property
    def transform(self) -> tuple[float, float, float, float, float, float]:
        """Returns GDAL's geotransform."""
        return (self.left, self.pixel, 0.0, self.top, 0.0, -self.pixel)


def projection_of(observation: Observation) -> Projection:
    """Returns the projection in which the strip is in one piece and not much stretched."""
    lat = observation.centre.lat
    if abs(lat) > POLAR_LATITUDE:
        return NORTH if lat > 0 else SOUTH
    return CENTRED_0 if crosses(observation, 0.0) else CENTRED_180


def projected_outline(observation: Observation) -> tuple[Array, Array]:
    """Returns x and y of the 43 places around the strip, in metres."""
    places = outline(observation)
    lons, lats = [place.lon for place in places], [place.lat for place in places]
    return projection_of(observation).forward(lons, lats)


def frame_of(observation: Observation) -> Frame:
    """Returns the grid that just holds the strip, 200 to 260 pixels wide."""
    x, y = projected_outline(observation)
    columns = 200 + observation.index * 7 % 61
    pixel = float(x.max() - x.min()) / columns
    rows = int(np.ceil((y.max() - y.min()) / pixel))
    # 14 digits, as the catalogue and the image's own metadata both carry them.
    left, top, pixel = (float(f"{value:.14g}") for value in (x.min(), y.max(), pixel))
    return Frame(projection_of(observation), left, top, pixel, rows, columns)
