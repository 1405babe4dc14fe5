"""Planet: any number of Kaguya-like observations, each a pure function of seed and number."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cached_property

from .surface.light import Light, light_at
from .surface.sphere import (
    SYNODIC_DAYS,
    Place,
    hour_angle,
    solar_longitude,
    subsolar,
    when_subsolar_longitude,
    wrap180,
)

MODES = ("stereoscopic", "monoscopic", "spsupport")
MIN_SIZE, MAX_SIZE = 20, 200_000
TUTORIAL_BOX = (3.0, 4.0, 5.0, 6.0)
_MISSION_START = datetime(2007, 12, 1, tzinfo=timezone.utc)
_LUNATIONS = 18
GROUND_SPEED = 1.56  # km/s
_LETTER = {"stereoscopic": "W", "monoscopic": "S", "spsupport": "P"}
_MODE_BY_TURN = ("stereoscopic", "monoscopic", "spsupport", "stereoscopic", "monoscopic")
_ELSEWHERE = ("south", "date line", "north", "farside", "west", "around", "global", "around")
_MANY = 1000  # from this number on, observations lie evenly over the whole globe
_GOLDEN = 0.6180339887498949
_PLASTIC = 0.7548776662466927


@dataclass(frozen=True)
class Observation:
    """One image strip: where, when, how large (km), how inclined and how seen (degrees)."""

    seed: int
    index: int
    id: str
    mode: str
    camera: int
    revolution: int
    centre: Place
    width: float
    length: float
    inclination: float
    start: datetime
    emission: float
    spacecraft_azimuth: float
    altitude: float

    @property
    def collection(self) -> str:
        """Returns the id of the collection that the observation belongs to."""
        return collection_id(self.mode)

    @property
    def end(self) -> datetime:
        """Returns when the last line was taken."""
        return self.start + timedelta(seconds=round(self.length / GROUND_SPEED, 6))

    @property
    def middle(self) -> datetime:
        """Returns when the centre was taken: the time that all angles refer to."""
        return self.start + (self.end - self.start) / 2

    @property
    def sun(self) -> Place:
        """Returns the sub-solar point."""
        return subsolar(self.middle)

    @property
    def solar_longitude(self) -> float:
        """Returns L_s in degrees."""
        return solar_longitude(self.middle)

    @cached_property
    def light(self) -> Light:
        """Returns the angles at the centre."""
        return light_at(
            self.centre, self.sun, self.emission, self.spacecraft_azimuth, self.altitude
        )

    @property
    def ground_pixel(self) -> float:
        """Returns the pixel size of the projected full-size image in metres."""
        return self.light.pixel_resolution * 0.9965


def collection_id(mode: str) -> str:
    """Returns the id of the collection of a mode."""
    return f"kaguya_terrain_camera_{mode}_uncontrolled_observations"


class Planet:
    """A planet of `size` observations, none of which is kept in memory.

    A larger planet begins with the observations of a smaller one of the same seed. Of the first
    thousand three in five lie in the tutorial's box; the others lie around it, at the poles,
    across +/-180, on the far side; those after the first thousand cover the globe evenly.
    """

    def __init__(self, size: int = 60, seed: int = 1) -> None:
        if not MIN_SIZE <= size <= MAX_SIZE:
            raise ValueError(f"size is {size}; it must be {MIN_SIZE} to {MAX_SIZE}")
        self.size = size
        self.seed = seed

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[Observation]:
        return (self[index] for index in range(self.size))

    def __getitem__(self, index: int) -> Observation:
        if not 0 <= index < self.size:
            raise IndexError(index)
        rng = random.Random(f"{self.seed}:{index}")
        mode, camera = _MODE_BY_TURN[index // 5 % 5], 1 + (index + index // 100_000) % 2
        centre = self._place(index, rng)
        length = rng.uniform(24.3, 45.5)
        emission, spacecraft_azimuth = _view(mode, camera, rng)
        middle = _acquisition(centre, self._target_incidence(index, centre, rng), rng)
        start = middle - timedelta(seconds=length / GROUND_SPEED / 2)
        # Camera and revolution together are unique below 200,000, so the id is.
        revolution = (index * 7919 + self.seed * 31) % 100_000
        return Observation(
            seed=self.seed,
            index=index,
            id=observation_name(mode, camera, revolution, centre),
            mode=mode,
            camera=camera,
            revolution=revolution,
            centre=centre,
            width=rng.uniform(24.5, 25.3),
            length=length,
            inclination=rng.uniform(-1.5, 1.5),
            start=start,
            emission=emission,
            spacecraft_azimuth=spacecraft_azimuth,
            altitude=rng.uniform(70.0, 85.0),
        )

    def _target_incidence(self, index: int, centre: Place, rng: random.Random) -> float:
        lowest = max(15.0, abs(centre.lat) + 2.2)
        share = (index + 0.5) * _GOLDEN % 1.0 if _is_boxed(index) else rng.random()
        return lowest + share * max(0.0, 88.0 - lowest)

    def _place(self, index: int, rng: random.Random) -> Place:
        if _is_boxed(index):
            return _in_box(index // 5 * 3 + index % 5, self.seed)
        kind = "global" if index >= _MANY else _ELSEWHERE[_turn(index) % len(_ELSEWHERE)]
        if kind == "global":
            return self._on_globe(index)
        return _somewhere(kind, _turn(index) < len(_ELSEWHERE), rng)

    def _on_globe(self, index: int) -> Place:
        shift = random.Random(f"{self.seed}:globe")
        lon = (shift.random() + index * _PLASTIC) % 1.0 * 360.0 - 180.0
        sine = (shift.random() + index * _PLASTIC**2) % 1.0 * 2.0 - 1.0
        return Place(lon, math.degrees(math.asin(sine)))


def _is_boxed(index: int) -> bool:
    return index < _MANY and index % 5 < 3


def _turn(index: int) -> int:
    """Returns the how-manieth of those outside the box the observation is."""
    return index // 5 * 2 + index % 5 - 3


def _in_box(number: int, seed: int) -> Place:
    """Returns a place of a lattice of 5 tracks by 3 rows; every 15 begin a new, shifted layer."""
    layer, cell = divmod(number, 15)
    shift = random.Random(f"{seed}:layer:{layer}")
    column, row = cell % 5, cell // 5
    lon = 2.85 + 0.575 * column + shift.uniform(-0.2, 0.2)
    return Place(lon, 3.95 + 1.05 * row + shift.uniform(-0.25, 0.25))


def _somewhere(kind: str, first: bool, rng: random.Random) -> Place:
    """Returns a place of the kind; the first ones at a pole hold the pole itself."""
    if kind in ("south", "north"):
        lat = 89.8 if first else rng.uniform(80.0, 89.0)
        return Place(rng.uniform(-180.0, 180.0), lat if kind == "north" else -lat)
    if kind == "around":
        side = rng.choice((-1.0, 1.0))
        return Place(4.0 + side * rng.uniform(1.6, 3.5), 5.0 + rng.uniform(-3.0, 3.0))
    if kind == "date line":
        return Place(wrap180(180.0 + rng.uniform(-0.3, 0.3)), rng.uniform(-50.0, 50.0))
    west, east = (150.0, 175.0) if kind == "farside" else (-170.0, -100.0)
    return Place(rng.uniform(west, east), rng.uniform(-60.0, 60.0))


def _view(mode: str, camera: int, rng: random.Random) -> tuple[float, float]:
    """Returns emission and the azimuth of the camera: the stereo pair looks ahead and back."""
    if mode == "stereoscopic":
        ahead = 0.0 if camera == 1 else 180.0
        return rng.uniform(15.0, 17.6), (ahead + rng.uniform(-10.0, 10.0)) % 360.0
    return abs(rng.gauss(0.0, 2.0)), rng.uniform(0.0, 360.0)


def _acquisition(centre: Place, incidence: float, rng: random.Random) -> datetime:
    """Returns a time, to the microsecond, at which the sun shines at about that incidence."""
    lunation = _MISSION_START + timedelta(days=rng.randrange(_LUNATIONS) * SYNODIC_DAYS)
    morning = rng.choice((-1.0, 1.0))
    if abs(centre.lat) > 75.0:
        away = rng.uniform(0.0, 180.0)
    else:
        away = hour_angle(incidence, centre.lat, subsolar(lunation).lat)
    return when_subsolar_longitude(wrap180(centre.lon - morning * away), lunation)


def observation_name(mode: str, camera: int, revolution: int, centre: Place) -> str:
    """Returns the id of an image: camera, mode, revolution, and the place in tenths of degrees."""
    lat, lon = round(abs(centre.lat) * 10), round(centre.lon % 360.0 * 10) % 3600
    half = "N" if centre.lat >= 0 else "S"
    return f"TC{camera}{_LETTER[mode]}2B0_01_{revolution:05d}{half}{lat:03d}E{lon:04d}"
