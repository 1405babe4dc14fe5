"""Terrain: heights of the invented Moon, one function of the place for the whole globe.

Rolling ground is a sum of plane waves through the sphere; craters of several sizes sit on a grid of
latitude rows, each at a place and with a shape that depend on its cell alone. So images that
overlap show the same craters.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .frame import RADIUS
from .sphere import Place

Floats = NDArray[np.float64]
_WAVES = ((60e3, 320.0), (25e3, 130.0), (10e3, 45.0), (4e3, 13.0), (1.5e3, 3.5))  # length, height m
_WAVES_EACH = 6
_REACH = 2.6  # how many radii from its centre a crater changes the ground


@dataclass(frozen=True)
class Level:
    """One size of craters: typical diameter and width of a grid cell in metres, share filled."""

    number: int
    diameter: float
    cell: float
    filled: float


LEVELS = (
    Level(0, 20e3, 45e3, 0.6),
    Level(1, 8e3, 17e3, 0.6),
    Level(2, 3.5e3, 8e3, 0.7),
    Level(3, 1.6e3, 3.6e3, 0.7),
    Level(4, 0.8e3, 1.8e3, 0.8),
)


@dataclass(frozen=True)
class Craters:
    """Craters as arrays: degrees, radius in metres, age 0 (fresh) to 1 (worn)."""

    lon: Floats
    lat: Floats
    radius: Floats
    age: Floats

    @property
    def reach(self) -> Floats:
        """Returns the distance in metres from each centre within which the ground changes."""
        return _REACH * self.radius


def unit_vectors(lon: Floats, lat: Floats) -> Floats:
    """Returns the directions of places, shape (3, ...)."""
    lon, lat = np.radians(lon), np.radians(lat)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def rolling_ground(directions: Floats, seed: int) -> Floats:
    """Returns the height in metres without craters, for directions of shape (3, ...)."""
    points = directions.astype(np.float32)
    heights = np.zeros(points.shape[1:], dtype=np.float32)
    for (x, y, z), phase, height in _waves(seed):
        heights += height * np.sin(x * points[0] + y * points[1] + z * points[2] + phase)
    return heights.astype(np.float64)


@cache
def _waves(seed: int) -> list[tuple[Floats, np.float32, np.float32]]:
    """Returns (wave vector in radians per radius, phase, height in metres) of each plane wave."""
    rng = np.random.default_rng(seed)
    waves = []
    for length, height in _WAVES:
        for _ in range(_WAVES_EACH):
            way = rng.normal(size=3)
            vector = way / np.linalg.norm(way) * 2.0 * np.pi * RADIUS / length
            phase = rng.uniform(0.0, 2.0 * np.pi)
            share = height * np.sqrt(2.0 / _WAVES_EACH)
            waves.append((vector.astype(np.float32), np.float32(phase), np.float32(share)))
    return waves


def craters_near(centre: Place, reach: float, level: Level, seed: int) -> Craters:
    """Returns the craters of a level that can change the ground within `reach` m of a place."""
    step = np.degrees(level.cell / RADIUS)
    around = np.degrees((reach + _REACH * level.diameter) / RADIUS) + step
    lats = np.clip([centre.lat - around, centre.lat + around], -90, 90)
    first, last = np.floor((lats + 90) / step).astype(int)
    rows = [
        _row(row, step=step, lon=centre.lon, around=around, level=level, seed=seed)
        for row in range(first, last + 1)
    ]
    return Craters(*np.concatenate(rows, axis=1))


def _row(row: int, *, step: float, lon: float, around: float, level: Level, seed: int) -> Floats:
    """Returns lon, lat, radius and age of the craters of one row of cells, `step` degrees high."""
    middle = min(90.0, (row + 0.5) * step - 90.0)
    thin = max(1e-6, np.cos(np.radians(middle)))
    cells = max(1, round(360.0 * thin / step))
    span = 360.0 / cells
    spread = min(180.0, around / thin)
    first, last = np.floor((lon + np.array([-spread, spread])) / span).astype(int)
    columns = np.unique(np.arange(first, last + 1) % cells)
    chance, east, north, size, age = _hashed(seed, level.number, row, columns)
    lats = np.minimum(90.0, (row + north) * step - 90.0)
    # Few large and many small ones, as on the Moon.
    radius = level.diameter / 2.0 * (0.6 + 0.7 * size**2)
    return np.stack([(columns + east) * span, lats, radius, age])[:, chance < level.filled]


def _hashed(seed: int, level: int, row: int, columns: NDArray[np.int64]) -> Floats:
    """Returns five numbers 0..1 for each cell, shape (5, cells), by an integer mix."""
    key = (seed * 1_000_003 + level * 8191 + row * 131_071) & 0xFFFFFFFF
    salt = np.arange(1, 6, dtype=np.uint64)[:, None] << np.uint64(40)
    mixed = columns.astype(np.uint64)[None, :] * np.uint64(0x9E3779B97F4A7C15) + salt
    mixed ^= np.uint64(key) * np.uint64(0xD1B54A32D192ED03 & 0xFFFFFFFF)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(11)).astype(np.float64) / 2.0**53


def crater_profile(distance: Floats, radius: float, age: float) -> Floats:
    """Returns the change of height in metres at distances given in crater radii.

    A bowl a fifth as deep as wide, flatter for large ones, a rim, and ejecta thinning outwards.
    """
    fresh = 1.0 - 0.75 * age
    rim = 0.07 * radius * fresh
    depth = min(0.4 * radius, 900.0 + 0.06 * radius) * fresh
    bowl = np.maximum((depth + rim) * distance**2 - depth, -0.8 * depth)
    outside = rim * np.maximum(distance, 1.0) ** -3.5
    fade = np.maximum(0.0, np.minimum(1.0, (_REACH - distance) / (_REACH - 1.0)))
    return np.where(distance < 1.0, bowl, outside * fade)
