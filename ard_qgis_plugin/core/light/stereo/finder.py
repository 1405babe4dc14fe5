"""Finder: all pairs of many images that keep the limits, cheap questions first.

Boxes in a tree, then angles, and the intersections of footprints last, which cost most. Pairs grow
with the number of images over one place, so they are looked at in parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import shapely

from ...model.errors import CancelledError
from ..areas import Shape, half_turned
from ..images import Images
from ..sun import sun_vectors
from ..vectors import Floats, Indices, Mask, Shapes, angles_between, azimuth_differences, verticals
from .convergence import convergence
from .overlaps import Footprints, Overlaps
from .pairs import LeftOut, PairLimits, PairTable, joined, pair_strengths
from .quantities import ground_vectors, resolution_ratios, tip_distances, vertical_precision

_NEEDED = ("shapes", "incidence", "emission", "sun_azimuth", "spacecraft_azimuth", "resolution")
_IMAGES_AT_ONCE = 200  # of which each may meet thousands
_CANDIDATES_AT_ONCE = 100_000
_PAIRS_AT_ONCE = 5_000  # well below a second of intersections


def usable_images(images: Images, limits: PairLimits) -> tuple[Indices, LeftOut]:
    """Returns the rows of images that can be part of a pair, in the order of their keys."""
    limits.check()
    usable = np.full(len(images), fill_value=True)
    lacking, outside = {}, {}
    for name, lacks in images.lacking(*_NEEDED, *limits.images).items():
        lacking[name] = int((usable & lacks).sum())
        usable &= ~lacks
    for name, criterion in limits.images.items():
        beyond = ~criterion.holds(getattr(images, name))
        outside[name] = int((usable & beyond).sum())
        usable &= ~beyond
    if limits.coarsest is not None:
        beyond = images.resolution > limits.coarsest
        outside["resolution"] = outside.get("resolution", 0) + int((usable & beyond).sum())
        usable &= ~beyond
    rows = np.flatnonzero(usable)
    return rows[np.argsort(images.keys[rows], kind="stable")], LeftOut(lacking, outside)


def find_pairs(
    images: Images,
    limits: PairLimits,
    area: Shape | None = None,
    progress: Callable[[float], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> tuple[PairTable, LeftOut]:
    """Returns all pairs within the limits, best first, and which images were left out.

    With `area`, in longitude/latitude, only pairs whose overlap touches it. Of two images the one
    whose key comes first is the first: the order of the input does not matter. Raises
    CancelledError, and InputError for limits the wrong way round.
    """
    rows, left_out = usable_images(images, limits)
    if area is not None:
        shapely.prepare(area)
        rows = rows[shapely.intersects(area, images.shapes[rows])]
    measure = PairMeasure(images.take(rows), limits, area)
    nothing = np.empty(0, dtype=np.intp)
    tables = [measure.pairs(nothing, nothing)]
    for done, first, second in measure.candidates():
        tables.append(measure.pairs(first, second, is_cancelled))
        progress(done)
    table = joined(tables)
    # equals stand in the order of their keys, which is that of their rows
    best = np.lexsort((table.second, table.first, -np.round(table.strength, 12)))
    return table.take(best).renumbered(rows), left_out


class PairMeasure:
    """The images of one search, with all that their pairs need again and again."""

    def __init__(self, images: Images, limits: PairLimits, area: Shape | None = None) -> None:
        self._images = images
        self._limits = limits
        self._area = area
        self._footprints = Footprints(images.shapes, limits.planar)
        self._parallax = ground_vectors(images.emission, images.spacecraft_azimuth)
        self._shadow = ground_vectors(images.incidence, images.sun_azimuth)
        self._suns = sun_vectors(images)

    def candidates(self) -> Iterator[tuple[float, Indices, Indices]]:
        """Yields pairs whose boxes meet, each once, and how far it is."""
        parts, of_image = shapely.get_parts(self._footprints.shapes, return_index=True)
        tree = shapely.STRtree(parts)
        total = len(self._images)
        for start in range(0, total, _IMAGES_AT_ONCE):
            stop = min(start + _IMAGES_AT_ONCE, total)
            low, high = np.searchsorted(of_image, (start, stop))
            one, other = tree.query(parts[low:high])
            first, second = of_image[low:high][one], of_image[other]
            later = second > first
            codes = np.unique(first[later] * total + second[later])  # pieces meet more than once
            first, second = np.divmod(codes, total)
            yield stop / total, first, second

    def pairs(
        self,
        first: Indices,
        second: Indices,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> PairTable:
        """Returns those pairs that keep all limits, with all their columns, in the same order."""
        tables = []
        for start in range(0, max(len(first), 1), _CANDIDATES_AT_ONCE):
            part = slice(start, start + _CANDIDATES_AT_ONCE)
            kept = self._angles_hold(first[part], second[part])
            tables.append(self._all_measured(first[part][kept], second[part][kept], is_cancelled))
        return joined(tables)

    def _all_measured(
        self, first: Indices, second: Indices, is_cancelled: Callable[[], bool]
    ) -> PairTable:
        tables = []
        for start in range(0, max(len(first), 1), _PAIRS_AT_ONCE):
            if is_cancelled():
                raise CancelledError("The search for pairs was cancelled.")
            part = slice(start, start + _PAIRS_AT_ONCE)
            tables.append(self._measured(first[part], second[part]))
        return joined(tables)

    def _angles_hold(self, first: Indices, second: Indices) -> Mask:
        kept = np.full(len(first), fill_value=True)
        columns = self._angles(first, second)
        for name, criterion in self._limits.pairs.items():
            if name in columns:
                kept &= criterion.holds(columns[name])
        kept &= columns["delta_solar_azimuth"] <= self._limits.max_delta_azimuth
        if self._limits.max_delta_ls is not None:
            season = self._images.solar_longitude
            kept &= np.abs(half_turned(season[first] - season[second])) <= self._limits.max_delta_ls
        return kept & self._footprints.may_share(first, second, self._least_overlap)

    @property
    def _least_overlap(self) -> float:
        overlap = self._limits.pairs.get("overlap")
        return overlap.low if overlap else 0.0

    def _angles(self, first: Indices, second: Indices) -> dict[str, Floats]:
        """Returns the columns of pairs that follow from the angles of their images."""
        images = self._images
        return {
            "parallax_height_ratio": tip_distances(self._parallax[first], self._parallax[second]),
            "shadow_tip_distance": tip_distances(self._shadow[first], self._shadow[second]),
            "resolution_ratio": resolution_ratios(
                images.resolution[first], images.resolution[second]
            ),
            "delta_solar_azimuth": azimuth_differences(
                images.sun_azimuth[first], images.sun_azimuth[second]
            ),
        }

    def _measured(self, first: Indices, second: Indices) -> PairTable:
        shared = self._footprints.overlaps(first, second, self._least_overlap)
        if self._area is not None:
            shared = _some(shared, shapely.intersects(self._area, shared.shapes))
        images = self._images
        first, second = first[shared.rows], second[shared.rows]
        lon, lat = self._footprints.middles(shared)
        places = images.radius * verticals(lon, lat)
        angle, error = convergence(images, first, second, places)
        azimuths = images.spacecraft_azimuth
        columns = {
            "first": first,
            "second": second,
            "overlap_km2": shared.size * images.radius**2,
            "overlap_a": shared.of_first,
            "overlap_b": shared.of_second,
            "overlap": np.maximum(shared.of_first, shared.of_second),
            "lon": lon,
            "lat": lat,
            "convergence": angle,
            "convergence_error": error,
            "sun_angle": angles_between(self._suns[first], self._suns[second]),
            "delta_spacecraft_azimuth": azimuth_differences(azimuths[first], azimuths[second]),
            "vertical_precision": vertical_precision(
                images.resolution[first], images.resolution[second], angle
            ),
            "days_apart": np.abs(images.day[first] - images.day[second]),
            **self._angles(first, second),
        }
        strength = pair_strengths(images, columns, self._limits)
        return PairTable(strength=strength, **columns)


def _some(shared: Overlaps, kept: Mask) -> Overlaps:
    shapes: Shapes = shared.shapes[kept]
    return Overlaps(
        shared.rows[kept],
        shapes,
        shared.size[kept],
        shared.of_first[kept],
        shared.of_second[kept],
    )
