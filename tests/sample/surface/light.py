"""Light: every angle of one observation, from where the sun, the ground and the camera are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .sphere import RADIUS_KM, Place, azimuth, destination, separation

FOCAL_LENGTH_MM = 72.45
PIXEL_PITCH_MM = 0.007


@dataclass(frozen=True)
class Light:
    """The angles at one place in degrees, local_time in hours, distances in km."""

    incidence: float
    emission: float
    phase: float
    sun_azimuth: float
    spacecraft_azimuth: float
    local_time: float
    off_nadir: float
    spacecraft: Place
    target_distance: float
    slant_distance: float

    @property
    def pixel_resolution(self) -> float:
        """Returns the size of one detector pixel on the ground in metres."""
        return self.slant_distance * 1000.0 * PIXEL_PITCH_MM / FOCAL_LENGTH_MM

    @property
    def parallax(self) -> tuple[float, float]:
        """Returns ISIS's ParallaxX and ParallaxY: shift per height, east turned to the left."""
        return _shift(self.emission, self.spacecraft_azimuth)

    @property
    def shadow(self) -> tuple[float, float]:
        """Returns ISIS's ShadowX and ShadowY: length of a shadow per height."""
        return _shift(self.incidence, self.sun_azimuth)


def _shift(zenith_angle: float, direction: float) -> tuple[float, float]:
    length, turn = math.tan(math.radians(zenith_angle)), math.radians(direction)
    return -length * math.cos(turn), length * math.sin(turn)


def phase_angle(incidence: float, emission: float, turn: float) -> float:
    """Returns the angle between the directions to sun and camera, `turn` apart in azimuth."""
    i, e, a = (math.radians(value) for value in (incidence, emission, turn))
    cosine = math.cos(i) * math.cos(e) + math.sin(i) * math.sin(e) * math.cos(a)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def light_at(
    place: Place, sun: Place, emission: float, spacecraft_azimuth: float, altitude: float
) -> Light:
    """Returns the light at a place for the sub-solar point `sun` and a camera `altitude` km up."""
    incidence, sun_azimuth = separation(place, sun), azimuth(place, sun)
    distance = RADIUS_KM + altitude
    off_nadir = math.degrees(math.asin(math.sin(math.radians(emission)) * RADIUS_KM / distance))
    arc = emission - off_nadir
    slant = distance * math.cos(math.radians(off_nadir)) - RADIUS_KM * math.cos(
        math.radians(emission)
    )
    return Light(
        incidence=incidence,
        emission=emission,
        phase=phase_angle(incidence, emission, sun_azimuth - spacecraft_azimuth),
        sun_azimuth=sun_azimuth,
        spacecraft_azimuth=spacecraft_azimuth,
        local_time=((place.lon - sun.lon) / 15.0 + 12.0) % 24.0,
        off_nadir=off_nadir,
        spacecraft=destination(place, spacecraft_azimuth, arc),
        target_distance=distance,
        slant_distance=slant,
    )
