"""The columns of a footprint layer -> Images: what is missing is worked out where it can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from .cameras import camera_of
from .images import Images
from .sun import phase_angles
from .vectors import Floats
from .wkb import shapes_of

FIELDS: Mapping[str, str] = {
    "incidence": "incidence_angle",
    "emission": "emission_angle",
    "phase": "phase_angle",
    "sun_azimuth": "subsolar_azimuth",
    "spacecraft_azimuth": "subspacecraft_azimuth",
    "resolution": "pixel_resolution",
    "slant": "slant_distance",
    "sun_lon": "subsolar_longitude",
    "sun_lat": "subsolar_latitude",
    "solar_longitude": "solar_longitude",
}
"""Columns of Images, and the fields of a footprint layer that they are read from."""


def images_of(
    names: Sequence[tuple[str, str]],
    footprints: Sequence[bytes | None],
    radius: float,
    columns: Mapping[str, Floats],
    flattening: float = 0.0,
) -> Images:
    """Returns the images of a layer; `names` are collections and ids, footprints WKB in lon/lat.

    `columns` are those of FIELDS, `gsd` (metres, where the pixel is unknown) and `day`; radius in
    km. The slant distance follows from the pixel where the camera is known, the phase from the
    other angles.
    """
    cameras = [camera_of(collection) for collection, _ in names]
    known = dict(columns)
    pixel = known["resolution"]
    known["slant"] = _else(known["slant"], pixel * np.array([each.slant for each in cameras]))
    known["resolution"] = _else(pixel, known.pop("gsd"))
    known["phase"] = _else(
        known["phase"],
        phase_angles(
            known["incidence"],
            known["emission"],
            known["sun_azimuth"],
            known["spacecraft_azimuth"],
        ),
    )
    return Images.of(
        ["/".join(pair) for pair in names],
        shapes_of(footprints),
        radius,
        flattening,
        half_field=np.array([each.half_field for each in cameras]),
        camera=np.array([each.kind for each in cameras]),
        **known,
    )


def _else(values: Floats, others: Floats) -> Floats:
    return np.where(np.isnan(values), others, values)
