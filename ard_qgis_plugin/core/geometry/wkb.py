"""Footprints as WKB and back, many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import shapely
from shapely import MultiPolygon

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


def footprints_of_wkb(wkbs: Sequence[bytes | None]) -> list[MultiPolygon | None]:
    """Returns the footprints that were written as WKB, exactly as they were; None stays None.

    Raises ValueError where one is no WKB.
    """
    try:
        return list(shapely.from_wkb(list(wkbs)))
    except shapely.errors.ShapelyError as error:
        raise ValueError(str(error)) from error


def wkbs_of(footprints: Sequence[MultiPolygon | None]) -> list[bytes | None]:
    """Returns footprints as WKB, all at once, for each by itself takes 4 microseconds."""
    wkbs: list[bytes | None] = shapely.to_wkb(list(footprints)).tolist()
    return wkbs


def bounds_of(footprints: Sequence[MultiPolygon]) -> Iterator[Bounds]:
    """Yields the box around each footprint."""
    boxes: list[Bounds] = shapely.bounds(footprints).tolist()
    yield from boxes
