"""Places to begin at, on the bodies that the catalogue has images of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

POLE = 90.0
_REGION = 20.0  # degrees across that a view of a pole shows
ALL = 360.0  # degrees across that show a whole body


@dataclass(frozen=True, slots=True)
class Place:
    """A named place: its longitude (positive east) and latitude, and how wide a view of it is.

    All in degrees. The name is the IAU's, "north pole", "south pole" or, for all of a body, "".
    """

    body: str
    name: str
    longitude: float
    latitude: float
    width: float

    @property
    def is_pole(self) -> bool:
        """Says whether the place is a pole."""
        return abs(self.latitude) == POLE


# The first of a body is where a new user begins: the Moon's is in the box of USGS's tutorial.
# Centres are those of the IAU's Gazetteer of Planetary Nomenclature.
PLACES: tuple[Place, ...] = (
    Place("Moon", "Triesnecker", 3.6, 4.18, 2.5),
    Place("Moon", "Apollo 11", 23.47, 0.67, 1.0),
    Place("Moon", "Aristarchus", -47.49, 23.73, 2.0),
    Place("Moon", "Copernicus", -20.06, 9.62, 4.0),
    Place("Moon", "Mare Orientale", -94.67, -19.87, 12.0),
    Place("Moon", "Tsiolkovskiy", 128.97, -20.38, 8.0),
    Place("Moon", "Tycho", -11.22, -43.3, 4.0),
    Place("Mars", "Jezero", 77.69, 18.41, 2.0),
    Place("Mars", "Candor Chasma", -71.08, -6.57, 8.0),
    Place("Mars", "Gale", 137.81, -5.37, 3.0),
    Place("Mars", "Gusev", 175.52, -14.53, 4.0),
    Place("Mars", "Olympus Mons", -133.8, 18.65, 14.0),
    Place("Europa", "Conamara Chaos", 87.3, 9.7, 10.0),
    Place("Europa", "Manannán", 120.3, 3.1, 6.0),
    Place("Europa", "Pwyll", 88.6, -25.2, 8.0),
)


def bodies_with_places() -> list[str]:
    """Returns the names of the bodies that have places."""
    return list(dict.fromkeys(place.body for place in PLACES))


def places_of(body: str) -> Iterator[Place]:
    """Yields the places of a body, the one to begin at first, its poles and all of it last."""
    yield from (place for place in PLACES if place.body == body)
    yield Place(body, "north pole", 0.0, POLE, _REGION)
    yield Place(body, "south pole", 0.0, -POLE, _REGION)
    yield Place(body, "", 0.0, 0.0, ALL)
