"""Cameras: framing camera or line scanner, which decides how the look at a place is found."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

from .images import FRAMING, SCANNER, UNKNOWN


@dataclass(frozen=True, slots=True)
class Camera:
    """One kind of camera; `half_field` is in degrees, `slant` in km for a pixel of one metre."""

    kind: int
    half_field: float = nan
    slant: float = nan


_UNKNOWN = Camera(UNKNOWN)
# By how the id of a collection begins. Slant = pixel x focal length / pitch, where the label's
# pixel is the camera's own: TC 72.45 mm and 7 um. HiRISE's is that of the map it was drawn on.
_CAMERAS = (
    ("kaguya_terrain_camera", Camera(SCANNER, 11.2, 72.45 / 0.007 / 1000)),
    ("mro_hirise", Camera(SCANNER, 0.6)),
    ("mro_ctx", Camera(SCANNER, 2.9)),
    ("galileo", Camera(FRAMING)),
    ("voyager", Camera(FRAMING)),
    ("messenger", Camera(FRAMING)),
)


def camera_of(collection: str) -> Camera:
    """Returns the camera that the images of a collection were taken with, as far as is known."""
    name = collection.lower()
    return next((camera for start, camera in _CAMERAS if name.startswith(start)), _UNKNOWN)
