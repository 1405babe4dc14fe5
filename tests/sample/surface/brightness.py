"""Brightness: what the statistics of labels and items say of an image, in its units and in DN."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..planet import Observation

SCALE = 0.013
NODATA = -32768
FULL_SUN = 17.2  # W/m2/um/sr of a level place under the zenith sun


@dataclass(frozen=True)
class Statistics:
    """Minimum, maximum, mean and standard deviation in DN, valid pixels in percent."""

    minimum: int
    maximum: int
    mean: float
    deviation: float
    valid: float


def statistics(observation: Observation) -> Statistics:
    """Returns what to expect of the full-size image under its sun (the sample's is smaller)."""
    level = max(0.0, math.cos(math.radians(observation.light.incidence)))
    mean = FULL_SUN / SCALE * level + 4.0
    rough = min(2.0, math.tan(math.radians(min(85.0, observation.light.incidence))))
    return Statistics(
        minimum=int(mean * 0.05),
        maximum=int(mean * (1.5 + rough)),
        mean=round(mean, 11),
        deviation=round(mean * (0.05 + 0.1 * rough), 11),
        valid=98.36,
    )
