"""ard:coverage: footprints in, a map of how each cell is seen out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...bridge.inputs.parameters import optional_number
from ...bridge.light.coverage_map import CoverageMap, finish_map, map_crs
from ...bridge.light.gap_layer import flat_gap_rows, gap_kind
from ...bridge.light.images_source import image_parts, no_incidence
from ...bridge.light.output import Run, write_layer
from ...bridge.light.region import given_region
from ...core.model.bodies import Body
from ...core.model.errors import CancelledError, InputError
from .coverage_declaration import CoverageDeclaration

if TYPE_CHECKING:
    from ...bridge.light.images_source import ImageLayer
    from ...core.light.areas import Shape
    from ...core.light.coverage.grid import Grid
    from ...core.light.images import Images
    from ...core.light.vectors import Mask

_MOST_CELLS = 100_000_000
_AT_ONCE = 5_000  # images
_NEEDED = ("shapes", "incidence", "sun_azimuth")


class CoverageAlgorithm(CoverageDeclaration):
    """The looks at each cell of an area, counted, and the light that they are in."""

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Writes the map block by block, and the cells that no image shows."""
        from ...core.light.areas import reach_of  # noqa: PLC0415 (libraries)
        from ...core.light.coverage.blocks import coverage_blocks  # noqa: PLC0415
        from ...core.light.coverage.grid import Grid  # noqa: PLC0415

        source, body = self.footprints(parameters, context), self.body(parameters, context)
        region = given_region(self, parameters, context, feedback, body)
        within = None if region is None else reach_of(np.array([region]))
        parts = partial(image_parts, source, body, within, _AT_ONCE)
        if region is None:
            region = self._whole(parts(), feedback)
        grid = Grid.over(region, self._cell(body, parameters, context), _MOST_CELLS)
        path = Path(self.parameterAsOutputLayer(parameters, self.OUTPUT, context))
        empty: list[Mask] = []
        with CoverageMap(path, grid, body) as raster:
            for block in coverage_blocks(
                self._counted(source, parts(), feedback),
                region,
                grid,
                wanted=optional_number(self, parameters, self.WANTED, context),
                flattening=body.flattening,
                progress=lambda done: feedback.setProgress(90 * done),
                is_cancelled=feedback.isCanceled,
            ):
                raster.write(block)
                if parameters.get(self.GAPS):
                    empty.append(block.count == 0)
            if not raster.cells:
                raise InputError(
                    "No cell has its middle in the area: choose a smaller cell or a larger area."
                )
        finish_map(path, raster.most_looks, context)
        run = Run(self, parameters, context, feedback)
        written = self._write_gaps(run, body, grid, empty)
        share = raster.seen / raster.cells if raster.cells else 0.0
        text = self.tr("{share} of {count} cells are seen.")
        feedback.pushInfo(text.format(share=f"{share:.1%}", count=raster.cells))
        numbers = {self.CELLS: raster.cells, self.COVERED: share}
        return {self.OUTPUT: str(path), **written, **numbers, self.MOST_LOOKS: raster.most_looks}

    def _whole(self, parts: Iterable[ImageLayer], feedback: QgsProcessingFeedback) -> Shape:
        """Returns what all footprints cover."""
        from ...core.light.areas import united  # noqa: PLC0415 (libraries)

        whole = united(np.empty(0, dtype=object))
        for part in parts:
            if feedback.isCanceled():
                raise CancelledError("The coverage map was cancelled.")
            whole = united(part.images.shapes, whole)
        return whole

    def _counted(
        self,
        source: QgsProcessingFeatureSource,
        parts: Iterable[ImageLayer],
        feedback: QgsProcessingFeedback,
    ) -> Iterator[Images]:
        """Yields the images, and says after the last what of them can't be used.

        Raises InputError for a layer without any angle.
        """
        counts: Counter[str] = Counter()
        has_incidence = False
        for part in parts:
            lacking = part.images.lacking(*_NEEDED)
            counts.update({name: int(lacks.sum()) for name, lacks in lacking.items()})
            counts.update(count=len(part.images), repeated=part.repeated)
            has_incidence |= part.images.has_incidence
            yield part.images
        if counts["count"] and not has_incidence:
            raise no_incidence(source)
        self.say_read(counts["count"], counts["repeated"], feedback)
        self.say_counts({name: counts[name] for name in _NEEDED}, feedback)

    def _cell(self, body: Body, parameters: dict[str, Any], context: QgsProcessingContext) -> float:
        """Returns the side of a cell in radians."""
        side = self.parameterAsDouble(parameters, self.CELL, context)
        unit = self.parameterAsEnumString(parameters, self.UNIT, context)
        return side / body.radius if unit == "metres" else math.radians(side)

    def _write_gaps(self, run: Run, body: Body, grid: Grid, empty: list[Mask]) -> dict[str, str]:
        if not empty:
            return {}
        gaps = grid.gaps(np.vstack(empty), run.feedback.isCanceled)
        rows = flat_gap_rows(gaps, body)
        kind = gap_kind(map_crs(grid, body))
        return write_layer(run, self.GAPS, kind, body, rows)
