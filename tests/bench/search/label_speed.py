"""Reading one label: the plugin's reader against pvl, on the same labels in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pvl

from ard_qgis_plugin.core.labels.parser import read_angles
from ard_qgis_plugin.core.model.errors import LabelError

from ...sample.labels import caminfo, pds3
from ...sample.planet import Planet

_REAL = Path(__file__).parents[4] / "shared" / "data" / "labels"
_REPEATS = 3
_FAST = 100  # times that the fast reader reads what pvl reads once
_LEAST = {"caminfo": 2000, "pds3": 1000}  # times pvl


@dataclass(frozen=True, slots=True)
class LabelSpeed:
    """The processor's time that a label of a kind takes, in ms: the best of several runs, in turn.

    The best, because what is slower shared the processor's caches with others. Most labels are
    like some that were read before, as in any search of more than a few.
    """

    kind: str
    count: int
    plugin: float
    pvl: float

    @property
    def ratio(self) -> float:
        """Returns how many times as fast as pvl the plugin is."""
        return self.pvl / self.plugin

    @property
    def target(self) -> int:
        """Returns how many times as fast as pvl the plugin is to be."""
        return _LEAST[self.kind.partition(",")[0]]


def label_speeds() -> list[LabelSpeed]:
    """Measures caminfo and PDS3 labels, real ones where there are any, else the sample planet's."""
    if _REAL.is_dir():
        kinds = {kind: _real(kind) for kind in ("caminfo", "pds3")}
        return [_measured(f"{kind}, real", texts) for kind, texts in kinds.items()]
    observations = list(Planet(20))
    makers = {"caminfo, sample": caminfo, "pds3, sample": pds3}
    return [_measured(kind, [*map(make, observations)]) for kind, make in makers.items()]


def _real(kind: str) -> list[str]:
    files = sorted((_REAL / kind).iterdir())
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    return [text for text in texts if _has_angle(text)]


def _has_angle(text: str) -> bool:
    try:
        read_angles(text)
    except LabelError:
        return False
    return True


def _measured(kind: str, texts: list[str]) -> LabelSpeed:
    runs = [
        (_milliseconds(read_angles, texts * _FAST), _milliseconds(pvl.loads, texts))
        for _ in range(_REPEATS)
    ]
    ours, theirs = zip(*runs, strict=True)
    return LabelSpeed(kind, len(texts), min(ours), min(theirs))


def _milliseconds(read: Callable[[str], object], texts: list[str]) -> float:
    begin = time.process_time()
    for text in texts:
        read(text)
    return (time.process_time() - begin) / len(texts) * 1000
