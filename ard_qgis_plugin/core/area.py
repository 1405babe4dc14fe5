"""Area: the lon/lat boxes on a body that a search asks for."""

from __future__ import annotations

from dataclasses import dataclass

from .bodies import Body


@dataclass(frozen=True, slots=True)
class Box:
    """Is a longitude/latitude box in degrees, west <= east, longitudes -180..180."""

    west: float
    south: float
    east: float
    north: float

    def as_bbox(self) -> list[float]:
        """Returns the box as STAC's bbox: west, south, east, north in degrees."""
        return [self.west, self.south, self.east, self.north]


@dataclass(frozen=True, slots=True)
class Area:
    """Is what is searched: one or more boxes on one body."""

    body: Body
    boxes: tuple[Box, ...]
