"""Observation and Angles: the two values that everything passes along.

They are tuples, of which each observation makes a dozen: frozen dataclasses took a thirtieth of a
search whose labels are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from shapely import MultiPolygon


class LabelStatus(str, Enum):
    """How the angles of an observation came about, or why there are none."""

    OK = "ok"  # read from the label that the collection is known for
    FALLBACK = "fallback"  # read from a second-best label, good to 0.01 degrees
    NO_LABEL = "no_label"  # the observation has no label that holds angles
    MISSING = "missing"  # the label is listed but the server does not have it
    FAILED = "failed"  # the label could not be downloaded
    UNREADABLE = "unreadable"  # the label holds no angle that can be trusted
    NOT_READ = "not_read"  # labels were not asked for


class Angles(NamedTuple):
    """What a label says of the light, at the centre pixel of an observation.

    Angles and azimuths are in degrees, local_time in hours, solar_longitude (L_s) in degrees,
    pixel_resolution in metres, parallax and shadow are unitless, slant_distance (spacecraft to
    centre pixel) in km. The sub-solar point is in planetocentric degrees, positive east, -180..180.
    None where the label has no value. `source` is "caminfo", "pds3", "pds4" or "isis" (a cube).
    """

    source: str
    incidence: float | None = None
    emission: float | None = None
    phase: float | None = None
    subsolar_azimuth: float | None = None
    north_azimuth: float | None = None
    subspacecraft_azimuth: float | None = None
    local_time: float | None = None
    solar_longitude: float | None = None
    pixel_resolution: float | None = None
    parallax_x: float | None = None
    parallax_y: float | None = None
    shadow_x: float | None = None
    shadow_y: float | None = None
    subsolar_longitude: float | None = None
    subsolar_latitude: float | None = None
    slant_distance: float | None = None


class Asset(NamedTuple):
    """One file of an observation, as the catalogue lists it."""

    key: str
    href: str
    media_type: str = ""


class Observation(NamedTuple):
    """One image of the catalogue: where, when, under which light, and where its files are.

    Times are UTC ISO 8601 text, gsd is in metres, the footprint is in longitude/latitude degrees of
    the body, positive east, -180..180; it is None where nothing can be drawn, and `note` says why.
    Then `bounds` are the box that the catalogue gives, as west, south, east, north, if it does.
    `coverage` is the part of what is searched, 0..1 on the sphere, that the footprint covers,
    `incidence_min` and `incidence_max` are the least and greatest incidence there.
    """

    id: str
    collection: str
    body: str
    title: str = ""
    datetime: str | None = None
    start_datetime: str | None = None
    end_datetime: str | None = None
    gsd: float | None = None
    footprint: MultiPolygon | None = None
    coverage: float | None = None
    incidence_min: float | None = None
    incidence_max: float | None = None
    note: str = ""
    assets: Mapping[str, Asset] = MappingProxyType({})
    angles: Angles | None = None
    label_status: LabelStatus = LabelStatus.NOT_READ
    label_note: str = ""
    label_url: str = ""
    bounds: tuple[float, float, float, float] | None = None

    @property
    def incidence(self) -> float | None:
        """Returns the solar incidence angle in degrees, or None where it is unknown."""
        return self.angles.incidence if self.angles else None

    def href(self, key: str) -> str | None:
        """Returns the address of the asset `key`, or None where the observation has none."""
        asset = self.assets.get(key)
        return asset.href if asset else None
