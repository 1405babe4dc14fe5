"""Images: what is known of many images of one body, a column for each angle."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from .areas import centroids
from .vectors import Floats, Indices, Mask, Shapes

UNKNOWN, FRAMING, SCANNER = 0, 1, 2
"""Kinds of cameras: one moment for all pixels, or a moment for each line."""


@dataclass(frozen=True, eq=False)
class Images:
    """The images of one body: a row each, NaN where a value is unknown.

    `keys` are unique names, which decide what comes first among equals. Shapes are footprints in
    longitude/latitude. Angles are in degrees; lon/lat is the centre pixel that they are of.
    """

    keys: npt.NDArray[np.str_]
    shapes: Shapes
    radius: float  # km, of the body
    lon: Floats
    lat: Floats
    incidence: Floats
    emission: Floats
    phase: Floats
    sun_azimuth: Floats  # ISIS SubSolarGroundAzimuth
    spacecraft_azimuth: Floats  # ISIS SubSpacecraftGroundAzimuth
    resolution: Floats  # metres a pixel
    slant: Floats  # km from spacecraft to centre
    sun_lon: Floats  # the sub-solar point
    sun_lat: Floats
    solar_longitude: Floats  # L_s
    day: Floats  # days since any moment
    spacecraft_lon: Floats  # the sub-spacecraft point
    spacecraft_lat: Floats
    spacecraft_distance: Floats  # km from the body's centre
    centre_radius: Floats  # km from the body's centre to lon/lat
    along_azimuth: Floats  # of a scanner's track on the ground
    across_azimuth: Floats  # of a scanner's lines
    half_field: Floats  # degrees from the middle of the view to its edge
    camera: npt.NDArray[np.int8]
    flattening: float = 0.0  # of the body: its normals are the ellipsoid's

    @classmethod
    def of(
        cls, keys: Any, shapes: Any, radius: float, flattening: float = 0.0, **columns: Any
    ) -> Images:
        """Makes images of the columns that are known; the centre is the footprint's where unsaid.

        `camera` is UNKNOWN where unsaid.
        """
        geometries: Shapes = np.empty(len(keys), dtype=object)
        geometries[:] = shapes
        values = {each.name: np.full(len(keys), np.nan) for each in fields(cls)[3:-2]}
        values |= {name: np.asarray(column, float) for name, column in columns.items()}
        for name, column in zip(("lon", "lat"), centroids(geometries), strict=True):
            values[name] = np.where(np.isnan(values[name]), column, values[name])
        camera = values.pop("camera", np.zeros(len(keys))).astype(np.int8)
        names = np.asarray(keys, dtype=np.str_)
        return cls(names, geometries, radius, camera=camera, flattening=flattening, **values)

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def has_incidence(self) -> bool:
        """Says whether any image has an incidence angle."""
        return not bool(np.isnan(self.incidence).all())

    def take(self, rows: Indices | Mask) -> Images:
        """Returns some of the images, in the order of `rows`."""
        names = (each.name for each in fields(self) if each.name not in ("radius", "flattening"))
        return replace(self, **{name: getattr(self, name)[rows] for name in names})

    def lacking(self, *names: str) -> dict[str, Mask]:
        """Returns for each column which images lack it; "shapes" is the footprint."""
        return {
            name: ~np.isfinite(getattr(self, name))
            if name != "shapes"
            else ~shapely.is_geometry(self.shapes) | shapely.is_empty(self.shapes)
            for name in names
        }

    def complete(self, *names: str) -> Mask:
        """Says which images have all of these columns."""
        lacks = self.lacking(*names).values()
        return np.asarray(~np.logical_or.reduce([np.zeros(len(self), dtype=bool), *lacks]))
