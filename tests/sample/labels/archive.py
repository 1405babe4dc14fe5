"""What the mission's archive says of an observation, for the PDS3 and the ISIS cube label."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from ..footprint import corners
from ..planet import Observation
from ..surface.brightness import statistics

_PLACE_OFFSET = 0.0055
_CLOCK_ZERO = datetime(1980, 1, 6, 0, 0, 14, 390400, tzinfo=timezone.utc)
_RAW_DELAY = timedelta(microseconds=66725)
_CORRECTED_DELAY = timedelta(microseconds=61765)
_SET_LETTERS = {"stereoscopic": "W", "monoscopic": "S", "spsupport": "P"}


def archive(observation: Observation) -> dict[str, str]:
    """Returns the values that the PDS3 label and the ISIS cube label share, by PDS3's names."""
    letter = _SET_LETTERS[observation.mode]
    expected = statistics(observation)
    return {
        "DATA_SET_ID": f"SLN-L-TC-3-{letter}-LEVEL2B0-V1.0",
        "PRODUCT_SET_ID": f"TC_{letter.lower()}_Level2B0",
        "SOFTWARE_NAME": f"RGC_TC_{letter.lower()}_Level2B0",
        "ILLUMINATION_CONDITION": "MORNING" if observation.light.local_time < 12 else "EVENING",
        "LEVEL2A_FILE_NAME": f"TC{observation.camera}{letter}2A0_02TLF{observation.revolution:05d}"
        "_002_0008.img",
        "SPICE_METAKERNEL_FILE_NAME": "SAMPLE_PLANET_TC_V01.mk",
        "SCENE_MAXIMUM_DN": str(expected.maximum),
        "SCENE_MINIMUM_DN": str(expected.minimum),
        "SCENE_AVERAGE_DN": f"{expected.mean:.1f}",
        "SCENE_STDEV_DN": f"{expected.deviation:.1f}",
        "SCENE_MODE_DN": str(int(expected.mean * 0.92)),
        **times(observation),
        **corner_places(observation),
    }


def times(observation: Observation) -> dict[str, str]:
    """Returns raw and corrected times and spacecraft clock counts."""
    values = {}
    for name, when in (("START", observation.start), ("STOP", observation.end)):
        raw, corrected = when + _RAW_DELAY, when + _CORRECTED_DELAY
        values[f"{name}_TIME"] = raw.strftime("%Y-%m-%dT%H:%M:%S.%f")
        values[f"CORRECTED_{name}_TIME"] = corrected.strftime("%Y-%m-%dT%H:%M:%S.%f")
        values[f"SPACECRAFT_CLOCK_{name}_COUNT"] = f'"{_clock(raw):.4f} <s>"'
        values[f"CORRECTED_SC_CLOCK_{name}_COUNT"] = f"{_clock(corrected):.6f} <s>"
    return values


def _clock(when: datetime) -> float:
    return (when - _CLOCK_ZERO).total_seconds()


def corner_places(observation: Observation) -> dict[str, str]:
    values = {}
    places = corners(observation)
    for side in ("Upper", "Lower"):
        for hand in ("Left", "Right"):
            place, name = places[side + hand], f"{side}_{hand}".upper()
            values[f"{name}_LATITUDE"] = f"{place.lat:.6f} <deg>"
            lon = (place.lon + _PLACE_OFFSET) % 360.0
            values[f"{name}_LONGITUDE"] = f"{lon:.6f} <deg>"
    return values
