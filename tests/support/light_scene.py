"""Images made by hand: footprints on a spherical body, with whatever angles are wanted."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from ard_qgis_plugin.core.light.images import FRAMING, Images
from ard_qgis_plugin.core.light.vectors import directions, places_of, to_body, verticals

RADIUS = 1737.4


def cap(lon: float, lat: float, reach: float, corners: int = 64) -> np.ndarray:
    """Returns the corners of a regular polygon on the ground, of so many degrees to each."""
    bearing = np.linspace(0, 360, corners, endpoint=False)
    points = to_body(
        directions(np.full(corners, reach), bearing), np.full(corners, lon), np.full(corners, lat)
    )
    return np.column_stack(places_of(points))


def square(lon: float, lat: float, side: float = 1.0) -> shapely.Polygon:
    """Returns a square in longitude/latitude about a place."""
    return shapely.box(lon - side / 2, lat - side / 2, lon + side / 2, lat + side / 2)


def spherical_excess(corners: np.ndarray) -> float:
    """Returns the area, in steradians, of a polygon on the sphere with great circles for sides.

    The sum of its angles less that of a flat one (Girard).
    """
    at = verticals(*corners.T)
    before, after = np.roll(at, 1, axis=0), np.roll(at, -1, axis=0)
    one, other = np.cross(at, before), np.cross(at, after)
    across = np.einsum("ij,ij->i", np.cross(other, one), at)
    angles = np.arctan2(across, np.einsum("ij,ij->i", one, other)) % (2 * np.pi)
    return float(min(angles.sum(), (2 * np.pi - angles).sum()) - (len(at) - 2) * np.pi)


def stereo_images(shapes: list[Any], **columns: Any) -> Images:
    """Returns images that make stereo pairs wherever two of them overlap, keys in their order."""
    count = len(shapes)
    values: dict[str, Any] = {
        "incidence": np.full(count, 50.0),
        "emission": np.full(count, 15.0),
        "phase": np.full(count, 50.0),
        "sun_azimuth": np.full(count, 95.0),
        "spacecraft_azimuth": np.where(np.arange(count) % 2, 171.0, 9.0),
        "resolution": np.full(count, 10.0),
        "slant": np.full(count, 100.0),
        "camera": np.full(count, FRAMING),
    }
    return Images.of(
        [f"image{number:05d}" for number in range(count)], shapes, RADIUS, **(values | columns)
    )
