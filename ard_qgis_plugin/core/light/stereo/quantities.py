"""Quantities: what the angles of two images say of them as a stereo pair.

Becker et al., LPSC 46 (2015) #2703, and ISIS's StereoPairStrategy. Parallax and shadow vectors are
as in caminfo: towards spacecraft or sun, length tan of the angle, x to the south and y to the east.
"""

from __future__ import annotations

import numpy as np

from ..vectors import Floats

PIXEL_ERROR = 0.2  # pixels that matching is good to; Kirk et al. 2016: 0.2 to 0.3
_LEVEL = 90.0


def ground_vectors(angle: Floats, azimuth: Floats) -> Floats:
    """Returns (x, y) = (-tan e cos A, tan e sin A), shape (n, 2): ParallaxX/Y or ShadowX/Y.

    A length is per unit of height. NaN at 90 degrees and beyond, where it has no meaning.
    """
    length = np.tan(np.radians(np.where(np.less(angle, _LEVEL), angle, np.nan)))
    bearing = np.radians(azimuth)
    return np.stack([-length * np.cos(bearing), length * np.sin(bearing)], axis=-1)


def tip_distances(first: Floats, second: Floats) -> Floats:
    """Returns dp or dsh, hypot(x1 - x2, y1 - y2): parallax per height, distance of shadow tips."""
    apart: Floats = np.hypot(*np.moveaxis(first - second, -1, 0))
    return apart


def resolution_ratios(first: Floats, second: Floats) -> Floats:
    """Returns the coarser over the finer pixel size, 1 or more."""
    return np.asarray(np.maximum(first, second) / np.minimum(first, second))


def vertical_precision(
    first: Floats, second: Floats, convergence: Floats, pixel_error: float = PIXEL_ERROR
) -> Floats:
    """Returns the expected vertical precision in metres: rho x coarser pixel / tan(convergence).

    NaN from 90 degrees on, and for rays side by side, which say nothing of heights.
    """
    is_sharp = np.greater(convergence, 0) & np.less(convergence, _LEVEL)
    slope = np.tan(np.radians(np.where(is_sharp, convergence, np.nan)))
    return np.asarray(pixel_error * np.maximum(first, second) / slope)
