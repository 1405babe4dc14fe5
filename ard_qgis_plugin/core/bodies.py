"""The bodies: names, lon/lat CRS codes and radii."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """Is a planetary body with its longitude/latitude CRS and mean radius in metres (IAU 2015)."""

    name: str
    iau_code: int
    radius: float

    @property
    def crs(self) -> str:
        """Returns the authority code of the body's lon/lat CRS (planetocentric, positive east)."""
        return f"IAU_2015:{self.iau_code}"


BODIES = (
    Body("Mercury", 19900, 2_439_400.0),
    Body("Moon", 30100, 1_737_400.0),
    Body("Mars", 49900, 3_389_500.0),
    Body("Europa", 50200, 1_560_800.0),
)

_BY_NAME = {body.name.lower(): body for body in BODIES}


def body_named(name: str) -> Body | None:
    """Returns the body of that name in any letter case, or None where it is not a known one."""
    return _BY_NAME.get(name.strip().lower())
