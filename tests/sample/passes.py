"""Passes: strips of a line scanner whose true looks are known, since its flight is.

The spacecraft flies on a great circle of the Moon at one height. Its camera looks ahead or back in
the plane of the flight and takes line after line across it, so that each place is seen at a moment
of its own. Labels state what holds for the centre alone; `Strip.look` is the truth of any place.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .planet import GROUND_SPEED, Observation, observation_name
from .surface.light import FOCAL_LENGTH_MM, PIXEL_PITCH_MM
from .surface.sphere import (
    RADIUS_KM,
    SYNODIC_DAYS,
    Place,
    destination,
    hour_angle,
    subsolar,
    when_subsolar_longitude,
    wrap180,
)

Vector = NDArray[np.float64]
Plan = tuple[str, tuple["Flight", float]]
"""The name of a strip, its flight and its pitch."""
STEREO_PLACES = {
    "plain": Place(60.0, -20.0),
    "date line": Place(180.0, -30.0),
    "pole": Place(15.0, 83.0),
}
SURVEY_PLACE = Place(40.0, 10.0)  # the middle of the survey
SURVEY_COLUMNS, SURVEY_ROWS = 5, 2
_BEGIN = datetime(2008, 1, 1, tzinfo=timezone.utc)
_PITCH = 15.0  # degrees
_SAMPLES = 3208
_YEAR = 12  # lunations: then the sun is over nearly the same latitude again
_FIRST_REVOLUTION = 70_000
_FIRST_INDEX = 200_000  # behind those of the largest planet


@dataclass(frozen=True)
class Flight:
    """One pass over a place at an azimuth, in km and degrees, and how the sun stands there."""

    over: Place
    azimuth: float
    altitude: float
    incidence: float
    morning: bool
    lunation: int
    length: float = 40.0

    @cached_property
    def time(self) -> datetime:
        """Returns when the spacecraft is over the place."""
        earliest = _BEGIN + timedelta(days=self.lunation * SYNODIC_DAYS)
        away = hour_angle(self.incidence, self.over.lat, subsolar(earliest).lat)
        side = 1.0 if self.morning else -1.0
        return when_subsolar_longitude(wrap180(self.over.lon + side * away), earliest)


@dataclass(frozen=True)
class Strip:
    """One image of a flight; `pitch` is how far ahead of the vertical it looks, in degrees."""

    flight: Flight
    pitch: float
    revolution: int
    index: int
    seed: int

    @property
    def _reach(self) -> float:
        """Returns the arc, in degrees, from the spacecraft to what it sees in the middle."""
        return self._emission - self.pitch

    @property
    def _emission(self) -> float:
        """Returns the emission in the middle of a line, less than 0 where it looks back."""
        ratio = (RADIUS_KM + self.flight.altitude) / RADIUS_KM
        return math.degrees(math.asin(ratio * math.sin(math.radians(self.pitch))))

    @cached_property
    def observation(self) -> Observation:
        """Returns the strip as an observation: labels, item and images are made of it."""
        flight = self.flight
        camera = 1 if self.pitch > 0 else 2
        towards = flight.azimuth + (180.0 if self.pitch > 0 else 0.0)
        half_field = math.atan(_SAMPLES / 2 * PIXEL_PITCH_MM / FOCAL_LENGTH_MM)
        slant = _slant(self.pitch, self._emission, flight.altitude)
        late = -math.radians(self._reach) * RADIUS_KM / GROUND_SPEED
        middle = flight.time + timedelta(seconds=late)
        return Observation(
            seed=self.seed,
            index=self.index,
            id=observation_name("stereoscopic", camera, self.revolution, flight.over),
            mode="stereoscopic",
            camera=camera,
            revolution=self.revolution,
            centre=flight.over,
            width=2 * slant * math.tan(half_field),
            length=flight.length,
            inclination=(flight.azimuth + 90.0) % 180.0 - 90.0,
            start=middle - timedelta(seconds=flight.length / GROUND_SPEED / 2),
            emission=abs(self._emission),
            spacecraft_azimuth=towards % 360.0,
            altitude=flight.altitude,
        )

    def look(self, place: Place) -> Vector:
        """Returns the unit vector from a place to the spacecraft when its line was taken.

        In the frame of the Moon. The spacecraft stands at arc s from the place flown over; the
        place is on the line where its vector from there has no part along w, which lies in the
        plane of the flight at a right angle to the view.
        """
        zenith, ahead = self._frame
        at, pitch = _unit(place), math.radians(self.pitch)
        distance = RADIUS_KM + self.flight.altitude
        along, off = math.atan2(at @ ahead, at @ zenith), math.hypot(at @ ahead, at @ zenith)
        s = along + pitch - math.asin(distance * math.sin(pitch) / (RADIUS_KM * off))
        stood = distance * (zenith * math.cos(s) + ahead * math.sin(s))
        ray = stood - RADIUS_KM * at
        return ray / np.linalg.norm(ray)

    @property
    def _frame(self) -> tuple[Vector, Vector]:
        """Returns the vertical of the place flown over and the direction of the flight there."""
        over = self.flight.over
        return _unit(over), _unit(destination(over, self.flight.azimuth, 90.0))


def _slant(pitch: float, emission: float, altitude: float) -> float:
    distance = RADIUS_KM + altitude
    return distance * math.cos(math.radians(pitch)) - RADIUS_KM * math.cos(math.radians(emission))


def _unit(place: Place) -> Vector:
    lon, lat = math.radians(place.lon), math.radians(place.lat)
    return np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])


def strips(seed: int = 1) -> dict[str, Strip]:
    """Returns all strips by a name that says what each is for, such as "plain fore"."""
    named: dict[str, tuple[Flight, float]] = {}
    for name, place in STEREO_PLACES.items():
        named |= dict(_stereo(name, place))
    named |= dict(_survey())
    flights = list(dict.fromkeys(flight for flight, _ in named.values()))
    return {
        name: Strip(
            flight, pitch, _FIRST_REVOLUTION + flights.index(flight), _FIRST_INDEX + number, seed
        )
        for number, (name, (flight, pitch)) in enumerate(named.items())
    }


def _stereo(name: str, place: Place) -> Iterator[Plan]:
    """Yields a stereo pass, its neighbour, the same place a year later, and one in the evening."""
    incidence = max(50.0, abs(place.lat) + 3.0)
    aside = destination(place, 90.0, 0.55)
    first = Flight(place, 358.0, 80.0, incidence, morning=True, lunation=0)
    beside = Flight(aside, 358.0, 82.0, incidence, morning=True, lunation=0)
    again = Flight(place, 357.0, 76.0, incidence + 1.0, morning=True, lunation=_YEAR)
    evening = Flight(place, 182.0, 85.0, incidence + 5.0, morning=False, lunation=3)
    yield f"{name} fore", (first, _PITCH)
    yield f"{name} aft", (first, -_PITCH)
    yield f"{name} beside", (beside, _PITCH)
    yield f"{name} again", (again, _PITCH)
    yield f"{name} evening", (evening, -_PITCH)


def _survey() -> Iterator[Plan]:
    """Yields one area seen whole in like light (even), and in light that differs (mixed)."""
    for column in range(SURVEY_COLUMNS):
        for row in range(SURVEY_ROWS):
            east = (column - (SURVEY_COLUMNS - 1) / 2) * 0.72
            north = (row - (SURVEY_ROWS - 1) / 2) * 1.1
            place = Place(SURVEY_PLACE.lon + east, SURVEY_PLACE.lat + north)
            turn = (column * SURVEY_ROWS + row) * 7 % 10
            for kind, incidence, morning in (
                ("even", 66.0 + turn % 3 - 1, True),
                ("mixed", 30.0 + 5.5 * turn, turn % 2 == 0),
            ):
                flight = Flight(place, 359.0, 80.0, incidence, morning, lunation=turn % 7)
                yield f"{kind} {column} {row}", (flight, 2.0)
