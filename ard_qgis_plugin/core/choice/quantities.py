"""The quantities by which images are chosen, and the fields of a footprint layer that hold them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of each image: its name, its fields, the first known one counting.

    `step` is the least difference that a control shows, 0 where the data decide. `period` is 360
    on a circle, where a range may run over 0, else 0.
    """

    name: str
    fields: tuple[str, ...]
    step: float = 0.0
    period: float = 0.0


INCIDENCE = Quantity("incidence", ("incidence_angle",), 0.1)  # degrees
EMISSION = Quantity("emission", ("emission_angle",), 0.1)  # degrees
PHASE = Quantity("phase", ("phase_angle",), 0.1)  # degrees
AZIMUTH = Quantity("subsolar_azimuth", ("subsolar_azimuth",), 1.0, 360.0)  # degrees from north
LOCAL_TIME = Quantity("local_time", ("local_time",), 0.1)  # hours
SEASON = Quantity("solar_longitude", ("solar_longitude",), 1.0, 360.0)  # degrees
TIME = Quantity("time", ("datetime",), 60.0)  # seconds since 1970, UTC
RESOLUTION = Quantity("resolution", ("pixel_resolution", "gsd"))  # metres a pixel
COVERAGE = Quantity("coverage", ("coverage",), 0.001)  # part of what was searched, 0..1

QUANTITIES = (
    INCIDENCE,
    EMISSION,
    PHASE,
    AZIMUTH,
    LOCAL_TIME,
    SEASON,
    TIME,
    RESOLUTION,
    COVERAGE,
)

_SHAPEFILE_NAME = 10  # characters


def present_fields(quantity: Quantity, names: list[str]) -> tuple[str, ...]:
    """Returns those of a quantity's fields that a layer has; a shapefile cuts their names."""
    found = (field if field in names else field[:_SHAPEFILE_NAME] for field in quantity.fields)
    return tuple(field for field in found if field in names)
