"""The two text assets that no angles are read from: provenance and the camera model's ISD."""

from __future__ import annotations

import json

from ..planet import Observation
from .caminfo import SAMPLES, lines


def provenance(observation: Observation) -> str:
    """Returns how the image came about: it was invented."""
    return f"{observation.id} was made by the sample planet's code; no camera was involved.\n"


def isd(observation: Observation) -> str:
    """Returns the image support data of the camera model, as JSON with its main keys only."""
    model = {
        "name_model": "USGS_ASTRO_LINE_SCANNER_SENSOR_MODEL",
        "name_platform": "KAGUYA",
        "name_sensor": f"TERRAIN CAMERA {observation.camera}",
        "image_lines": lines(observation),
        "image_samples": SAMPLES,
        "radii": {"semimajor": 1737.4, "semiminor": 1737.4, "unit": "km"},
    }
    return json.dumps(model, indent=2) + "\n"
