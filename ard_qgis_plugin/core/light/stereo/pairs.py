"""Pairs: the limits that a stereo pair has to keep, and a table of those that do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

import numpy as np

from ...model.errors import InputError
from ..images import Images
from ..rank import IMAGE_CRITERIA, PAIR_CRITERIA, Criterion, image_ranks, rank_sums
from ..vectors import Floats, Indices, Mask

_DELTA_AZIMUTH = 100.0  # degrees, Becker et al.


@dataclass(frozen=True, slots=True)
class PairLimits:
    """The limits of images and of pairs, and how overlaps are measured.

    `images` are limits of columns of Images, `pairs` of columns of PairTable; "overlap" there is
    the part of the smaller image. Overlap is of equal areas, or with `planar` of plain degrees, as
    ISIS has it. `max_delta_ls` is in degrees of L_s; a pair of which it is unknown is left out.
    """

    images: Mapping[str, Criterion] = field(default_factory=lambda: dict(IMAGE_CRITERIA))
    pairs: Mapping[str, Criterion] = field(default_factory=lambda: dict(PAIR_CRITERIA))
    max_delta_azimuth: float = _DELTA_AZIMUTH
    max_delta_ls: float | None = None
    coarsest: float | None = None  # metres a pixel
    planar: bool = False

    def check(self) -> None:
        """Raises InputError where a limit lies the wrong way round."""
        for name, criterion in {**self.images, **self.pairs}.items():
            if criterion.low > criterion.high:
                raise InputError(
                    f"The limits of the {name.replace('_', ' ')} lie the wrong way round: from "
                    f"{criterion.low:g} to {criterion.high:g} there is nothing; change one of them."
                )


def limited(
    criteria: Mapping[str, Criterion], **limits: tuple[float, float]
) -> dict[str, Criterion]:
    """Returns criteria with other limits; a best value beyond them is moved to the nearer one."""
    changed = dict(criteria)
    for name, (low, high) in limits.items():
        top = criteria[name].best_high
        changed[name] = Criterion(
            low,
            high,
            min(max(criteria[name].best, low), high),
            None if top is None else min(max(top, low), high),
        )
    return changed


@dataclass(frozen=True, eq=False)
class PairTable:
    """Pairs of images, best first, a row each; `first` and `second` are rows of the images.

    Angles in degrees. `overlap_a` and `overlap_b` are parts of each image's area, `overlap` is the
    greater of both, that of the smaller image.
    """

    first: Indices
    second: Indices
    overlap_km2: Floats
    overlap_a: Floats
    overlap_b: Floats
    overlap: Floats
    lon: Floats  # of the overlap's centroid
    lat: Floats
    convergence: Floats
    convergence_error: Floats
    parallax_height_ratio: Floats
    shadow_tip_distance: Floats
    sun_angle: Floats
    delta_solar_azimuth: Floats
    delta_spacecraft_azimuth: Floats
    resolution_ratio: Floats
    vertical_precision: Floats  # metres
    days_apart: Floats
    strength: Floats  # 0..1, the mean of the ranks

    def __len__(self) -> int:
        return len(self.first)

    def take(self, rows: Indices | Mask | slice) -> PairTable:
        """Returns some of the pairs, in the order of `rows`."""
        return PairTable(**{each.name: getattr(self, each.name)[rows] for each in fields(self)})

    def renumbered(self, rows: Indices) -> PairTable:
        """Returns the pairs of images that are those rows of more images."""
        return replace(self, first=rows[self.first], second=rows[self.second])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many images could not be part of a pair, and why.

    `lacking` counts them by what is missing first, `outside` by the limit that they are beyond.
    """

    lacking: Mapping[str, int]
    outside: Mapping[str, int]


def joined(tables: list[PairTable]) -> PairTable:
    """Puts tables one behind the other."""
    return PairTable(
        **{
            each.name: np.concatenate([getattr(table, each.name) for table in tables])
            for each in fields(PairTable)
        }
    )


def pair_strengths(images: Images, columns: Mapping[str, Floats], limits: PairLimits) -> Floats:
    """Returns the mean rank of pairs, 0..1: the mean of both images, and what they are together.

    `columns` are those of PairTable. ISIS's StereoPairRank is this times the number of limits.
    """
    alone = image_ranks(images, limits.images)
    both = (alone[columns["first"]] + alone[columns["second"]]) / 2
    together = rank_sums(columns, limits.pairs)
    return np.asarray((both + together) / max(len(limits.images) + len(limits.pairs), 1))
