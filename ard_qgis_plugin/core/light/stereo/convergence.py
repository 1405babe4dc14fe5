"""Convergence: the angle between the two rays that meet at a place, and how sure it is.

Which formula is true depends on the camera (checked against 230 pairs of a framing camera, and 16
overlaps of a line scanner against its camera model):
- framing cameras: from both positions to one place, exact where the label's positions are known;
  where they follow from the footprint's centroid, 0.12 degrees an image (nine of ten pairs);
- line scanners: the model of `scanner_looks`, 0.07 degrees an image;
- anything else: the labels' angles as if both were of one place, off by half the field of view.
"""

from __future__ import annotations

import numpy as np

from ..images import FRAMING, SCANNER, Images
from ..vectors import Floats, Indices, angles_between, directions, places_of, to_body
from .positions import centres, scanner_looks, spacecraft

SCANNER_ERROR = 0.07  # degrees, the largest of 54 places; 0.06 with the radius of a label
CENTROID_ERROR = 0.12  # degrees, of 90 % of 143 pairs, half of it each


def convergence(
    images: Images, first: Indices, second: Indices, places: Floats
) -> tuple[Floats, Floats]:
    """Returns convergence angles at places of pairs, and their largest likely error; degrees.

    `first` and `second` are rows of `images`; `places`, shape (n, 3), km, lie in both. The error
    is NaN where neither slant distance nor field of view is known.
    """
    look, error = looks(images.take(first), places)
    other, other_error = looks(images.take(second), places)
    return angles_between(look, other), error + other_error


def centre_convergence(images: Images, first: Indices, second: Indices) -> Floats:
    """Returns the angle between S1 - C1 and S2 - C2: ISIS's StereoAngle, as it is by default.

    Off by up to 10 degrees for framing cameras; only for comparison.
    """
    rays = spacecraft(images) - centres(images)
    return angles_between(rays[first], rays[second])


def looks(images: Images, places: Floats) -> tuple[Floats, Floats]:
    """Returns vectors from a place in each image to its spacecraft, and their error in degrees."""
    lon, lat = places_of(places)
    look = to_body(directions(images.emission, images.spacecraft_azimuth), lon, lat)
    away = np.linalg.norm(places - centres(images), axis=1)
    error = np.degrees(np.arctan2(away, images.slant))
    error = np.where(np.isnan(error), images.half_field, error)
    stood_there = np.where(np.isnan(images.spacecraft_distance), CENTROID_ERROR, 0.0)
    for kind, rays, off in (
        (FRAMING, spacecraft(images) - places, stood_there),
        (SCANNER, scanner_looks(images, places), np.full(len(images), SCANNER_ERROR)),
    ):
        rows = (images.camera == kind) & np.isfinite(rays).all(axis=1)
        look[rows], error[rows] = rays[rows], off[rows]
    return look, error
