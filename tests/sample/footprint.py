"""Footprints: the outline of a strip as rings of longitude and latitude, cut where a map ends."""

from __future__ import annotations

import math
from itertools import pairwise

from .planet import Observation
from .surface.sphere import RADIUS_KM, Place, destination, separation, wrap180

Point = tuple[float, float]
Ring = list[Point]
_STEPS_ACROSS, _STEPS_ALONG = 9, 12


def corners(observation: Observation) -> dict[str, Place]:
    """Returns the four corners by ISIS's names, first line north."""
    signs = {"UpperLeft": (-1, 1), "LowerLeft": (-1, -1), "LowerRight": (1, -1)}
    signs["UpperRight"] = (1, 1)
    return {name: _at(observation, x, y) for name, (x, y) in signs.items()}


def outline(observation: Observation) -> list[Place]:
    """Returns 43 places around the strip, clockwise from the upper left corner, closed."""
    places = [_at(observation, 2 * k / _STEPS_ACROSS - 1, 1) for k in range(_STEPS_ACROSS)]
    places += [_at(observation, 1, 1 - 2 * k / _STEPS_ALONG) for k in range(_STEPS_ALONG)]
    places += [_at(observation, 1 - 2 * k / _STEPS_ACROSS, -1) for k in range(_STEPS_ACROSS)]
    places += [_at(observation, -1, 2 * k / _STEPS_ALONG - 1) for k in range(_STEPS_ALONG)]
    return [*places, places[0]]


def holds_pole(observation: Observation) -> bool:
    """Says whether the pole of the strip's half of the Moon lies inside the strip."""
    ring = _unwrapped(outline(observation))
    return abs(ring[-1][0] - ring[0][0]) > 180.0


def crosses(observation: Observation, meridian: float) -> bool:
    """Says whether the strip lies on both sides of a meridian (degrees)."""
    return len(rings(observation, west=meridian)) > 1


def rings(observation: Observation, west: float = -180.0) -> list[Ring]:
    """Returns the outline within longitudes west..west+360: one ring, or two where it is cut.

    A strip that holds a pole becomes one ring over all longitudes that goes on to the pole.
    """
    ring = _unwrapped(outline(observation))
    if abs(ring[-1][0] - ring[0][0]) > 180.0:
        return [_cap(ring, west, 90.0 if observation.centre.lat > 0 else -90.0)]
    pieces = []
    for turn in (-360.0, 0.0, 360.0):
        moved = [(lon + turn, lat) for lon, lat in ring]
        piece = _half(_half(moved, west, keep_east=True), west + 360.0, keep_east=False)
        if piece:
            pieces.append(piece)
    return pieces


def surface_area(observation: Observation) -> float:
    """Returns the area of the strip in square kilometres."""
    return observation.width * observation.length


def _at(observation: Observation, x: float, y: float) -> Place:
    """Returns the place at x to the right and y up, both -1..1 over the strip."""
    east, north = x * observation.width / 2, y * observation.length / 2
    bearing = math.degrees(math.atan2(east, north)) + observation.inclination
    return destination(
        observation.centre, bearing, math.degrees(math.hypot(east, north) / RADIUS_KM)
    )


def _unwrapped(places: list[Place]) -> Ring:
    """Returns longitudes without jumps, so that they may leave -180..180."""
    ring = [(places[0].lon, places[0].lat)]
    for place in places[1:]:
        ring.append((ring[-1][0] + wrap180(place.lon - ring[-1][0]), place.lat))
    return ring


def _half(ring: Ring, meridian: float, *, keep_east: bool) -> Ring:
    """Cuts a closed ring at a meridian; returns the closed rest, empty where nothing is left."""
    side = 1.0 if keep_east else -1.0
    kept: Ring = []
    for (lon1, lat1), (lon2, lat2) in pairwise(ring):
        inside1, inside2 = side * (lon1 - meridian) >= 0.0, side * (lon2 - meridian) >= 0.0
        if inside1:
            kept.append((lon1, lat1))
        if inside1 != inside2:
            kept.append((meridian, lat1 + (lat2 - lat1) * (meridian - lon1) / (lon2 - lon1)))
    if len(kept) < 3 or all(lon == meridian for lon, _ in kept):
        return []
    return [*kept, kept[0]]


def _cap(ring: Ring, west: float, pole: float) -> Ring:
    points = sorted(((lon - west) % 360.0 + west, lat) for lon, lat in ring[:-1])
    (lon1, lat1), (lon2, lat2) = points[-1], points[0]
    seam = lat1 + (lat2 - lat1) * (west + 360.0 - lon1) / (lon2 + 360.0 - lon1)
    east = west + 360.0
    return [(west, seam), *points, (east, seam), (east, pole), (west, pole), (west, seam)]


def reach(observation: Observation) -> float:
    """Returns the radius in degrees of a circle around the centre that holds the strip."""
    return max(separation(observation.centre, place) for place in outline(observation))
