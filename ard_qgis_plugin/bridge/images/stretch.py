"""Stretch: which values of an image are black and white, shared by images under like light."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from qgis.core import QgsContrastEnhancement, QgsRasterLayer, QgsSingleBandGrayRenderer

from .groups import Stretch, light_key
from .inspection import Image

_CUT = (1.0, 99.0)  # per cent of the values that are black and white


class Limits(NamedTuple):
    """The value that is black and the one that is white, in the image's unit."""

    low: float
    high: float


def limits_of(images: Iterable[Image]) -> Limits | None:
    """Returns the limits that suit all of some images, or None where they hold no value."""
    samples = [image.sample for image in images if image.sample.size]
    if not samples:
        return None
    low, high = np.percentile(np.concatenate(samples), _CUT)
    return Limits(float(low), float(high) if high > low else float(low) + 1.0)


def limits_for(images: Sequence[Image], stretch: Stretch) -> list[Limits | None]:
    """Returns the limits of each image, None where it is shown as it is."""
    if stretch is Stretch.NONE:
        return [None] * len(images)
    if stretch is Stretch.PER_IMAGE:
        return [limits_of([image]) for image in images]
    alike: defaultdict[tuple[str, ...], list[Image]] = defaultdict(list)
    for image in images:
        alike[_alike(image)].append(image)
    limits = {key: limits_of(group) for key, group in alike.items()}
    return [limits[_alike(image)] for image in images]


def show_grey(layer: QgsRasterLayer, limits: Limits | None) -> None:
    """Shows the first band in shades of grey between the limits."""
    # The provider is asked for twice: Python may give what it had of an earlier one at the same
    # address, which another thread makes invalid at any moment (seen once in QGIS 3.40).
    renderer = QgsSingleBandGrayRenderer(layer.dataProvider(), 1)
    if limits:
        enhancement = QgsContrastEnhancement(layer.dataProvider().dataType(1))
        enhancement.setContrastEnhancementAlgorithm(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
        )
        enhancement.setMinimumValue(limits.low)
        enhancement.setMaximumValue(limits.high)
        renderer.setContrastEnhancement(enhancement)
    layer.setRenderer(renderer)


def _alike(image: Image) -> tuple[str, ...]:
    return (*light_key(image.file.row), image.file.asset)
