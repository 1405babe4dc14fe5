"""How long light takes: `python -m tests.bench.light`.

Footprints like those of Kaguya's stereo images: slightly turned, 32 vertices, 3.4 a square degree,
in six cycles of the sun. Each measurement is a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
import shapely

from ard_qgis_plugin.core.light.coverage.blocks import coverage_blocks
from ard_qgis_plugin.core.light.coverage.cover import cover
from ard_qgis_plugin.core.light.coverage.grid import Grid
from ard_qgis_plugin.core.light.groups import light_groups
from ard_qgis_plugin.core.light.images import SCANNER, Images
from ard_qgis_plugin.core.light.stereo.finder import find_pairs
from ard_qgis_plugin.core.light.stereo.pairs import PairLimits
from ard_qgis_plugin.core.light.stereo.partners import stereo_partners
from ard_qgis_plugin.core.light.stereo.positions import with_axes

_DENSITY = 3.4  # footprints a square degree
_PART = 1_000  # images
_SIDES = (0.84, 1.2)  # degrees
_CORNERS = np.array([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)])


class Scene(NamedTuple):
    """Images, and the area that they lie in."""

    images: Images
    area: shapely.Geometry


def scene(count: int, seed: int = 14, reach: float | None = None) -> Scene:
    """Makes images over a square of the usual density, or all around up to a latitude."""
    rng = np.random.default_rng(seed)
    wide = 359.0 if reach else np.sqrt(count / _DENSITY)
    tall = 2 * reach if reach else wide
    lon, lat = rng.uniform(-wide / 2, wide / 2, count), rng.uniform(-tall / 2, tall / 2, count)
    along = np.linspace(0, 1, 8, endpoint=False)[:, None]
    ring = np.vstack([one + along * (two - one) for one, two in _sides()])
    turn = rng.normal(0, 0.1, count)
    cosine, sine = np.cos(turn)[:, None], np.sin(turn)[:, None]
    east, north = ring[:, 0] * _SIDES[0], ring[:, 1] * _SIDES[1]
    x = lon[:, None] + cosine * east - sine * north
    y = lat[:, None] + sine * east + cosine * north
    shapes = shapely.polygons(np.stack([x, y], axis=2))
    cycle = rng.integers(0, 6, count)
    images = Images.of(
        [f"{number:06d}" for number in rng.permutation(count)],
        shapes,
        1737.4,
        incidence=40 + 4 * cycle + rng.normal(0, 2, count),
        emission=np.full(count, 17.6),
        phase=rng.uniform(30, 80, count),
        sun_azimuth=np.where(cycle % 2, 265.0, 95.0) + rng.normal(0, 5, count),
        spacecraft_azimuth=rng.choice([9.0, 171.0], count),
        resolution=rng.uniform(7, 12, count),
        slant=np.full(count, 105.0),
        day=rng.uniform(0, 500, count),
        camera=np.full(count, SCANNER),
    )
    return Scene(images, shapely.box(-wide / 2, -tall / 2, wide / 2, tall / 2))


def _sides() -> list[tuple[np.ndarray, np.ndarray]]:
    return list(zip(_CORNERS, np.roll(_CORNERS, -1, axis=0), strict=True))


def pairs(made: Scene) -> str:
    """Finds all stereo pairs with Becker's limits."""
    table, _ = find_pairs(with_axes(made.images), PairLimits())
    return f"{len(table)} pairs"


def partners(made: Scene) -> str:
    """Finds the stereo partners of one image, of many."""
    found = [len(stereo_partners(made.images, row).pairs) for row in range(10)]
    return f"10 images, with {sum(found)} partners"


def groups(made: Scene) -> str:
    """Sorts images into groups of like light."""
    return f"{light_groups(made.images, 5).max()} groups"


def covers(made: Scene) -> str:
    """Chooses images for all that can be covered."""
    found = cover(made.images, made.area)
    return f"{len(found.rows)} chosen, {found.needed} needed at least"


def coverage(made: Scene) -> str:
    """Maps the coverage of the area."""
    grid = Grid.over(made.area, np.radians(0.1))
    return _looks([made.images], made.area, grid)


def moon_coverage(count: int) -> str:
    """Maps the whole Moon, with footprints that come a thousand at a time as from a layer."""
    area = shapely.box(-180, -90, 180, 90)
    parts = (scene(_PART, seed, 70.0).images for seed in range(count // _PART))
    return _looks(parts, area, Grid.over(area, np.radians(0.5)))


def _looks(parts: Iterable[Images], area: shapely.Geometry, grid: Grid) -> str:
    looks = sum(int(each.count.clip(0).sum()) for each in coverage_blocks(parts, area, grid))
    return f"{grid.columns * grid.rows} cells, {looks} looks"


class Measurement(NamedTuple):
    """What is measured, on how many footprints, and how much is allowed."""

    job: Callable[[Scene], str] | Callable[[int], str]
    count: int
    seconds: float
    megabytes: float = float("inf")


MEASUREMENTS = {
    "pairs": Measurement(pairs, 10_000, 4, 400),
    "pairs-many": Measurement(pairs, 100_000, 60),
    "partners": Measurement(partners, 100_000, 5),
    "groups": Measurement(groups, 10_000, 1),
    "cover": Measurement(covers, 10_000, 5),
    "coverage": Measurement(coverage, 10_000, 6),
    "coverage-moon-few": Measurement(moon_coverage, 50_000, 90, 300),
    "coverage-moon": Measurement(moon_coverage, 200_000, 90, 300),
}


def measure(name: str) -> None:
    """Does one job and prints its time, memory and result as JSON."""
    job, count, *_ = MEASUREMENTS[name]
    made = count if job is moon_coverage else scene(count)
    start = time.perf_counter()
    found = job(made)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": peak, "found": found}))


def main() -> int:
    """Prints a line for each measurement; returns 1 where one needs more than is allowed."""
    missed = 0
    for name, (_, count, seconds, megabytes) in MEASUREMENTS.items():
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.light", name],
            capture_output=True,
            text=True,
            check=True,
        )
        took = json.loads(done.stdout)
        missed |= took["seconds"] > seconds or took["megabytes"] > megabytes
        print(
            f"{name:17} {count:>7} footprints {took['seconds']:6.1f} s (allowed {seconds:g}) "
            f"{took['megabytes']:6.0f} MB (allowed {megabytes:g}): {took['found']}"
        )
    return int(missed)


if __name__ == "__main__":
    sys.exit(measure(sys.argv[1]) if len(sys.argv) > 1 else main())
