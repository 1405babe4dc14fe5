"""ard:coverage: footprints in, a map of how each cell is seen out."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...bridge.inputs.parameters import optional_number
from ...bridge.light.coverage_map import CoverageMap, finish_map, map_crs
from ...bridge.light.gap_layer import flat_gap_rows, gap_kind
from ...bridge.light.output import Run, write_layer
from .coverage_declaration import CoverageDeclaration

if TYPE_CHECKING:
    from ...bridge.light.images_source import ImageLayer
    from ...core.light.grid import Grid
    from ...core.light.vectors import Mask

_MOST_CELLS = 100_000_000


class CoverageAlgorithm(CoverageDeclaration):
    """The looks at each cell of an area, counted, and the light that they are in."""

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Writes the map block by block, and the cells that no image shows."""
        from ...core.light.areas import united  # noqa: PLC0415 (libraries)
        from ...core.light.coverage import coverage_blocks  # noqa: PLC0415
        from ...core.light.grid import Grid  # noqa: PLC0415

        layer, region = self.images_of_region(parameters, context, feedback)
        self.say_lacking(layer, feedback, "shapes", "incidence", "sun_azimuth")
        region = united(layer.images.shapes) if region is None else region
        grid = Grid.over(region, self._cell(layer, parameters, context), _MOST_CELLS)
        path = Path(self.parameterAsOutputLayer(parameters, self.OUTPUT, context))
        empty: list[Mask] = []
        with CoverageMap(path, grid, layer.body) as raster:
            for block in coverage_blocks(
                layer.images,
                region,
                grid,
                wanted=optional_number(self, parameters, self.WANTED, context),
                progress=lambda done: feedback.setProgress(90 * done),
                is_cancelled=feedback.isCanceled,
            ):
                raster.write(block)
                empty.append(block.count == 0)
        finish_map(path, raster.most_looks, context)
        run = Run(self, parameters, context, feedback)
        written = self._write_gaps(run, layer, grid, empty)
        share = raster.seen / raster.cells if raster.cells else 0.0
        text = self.tr("{share} of {count} cells are seen.")
        feedback.pushInfo(text.format(share=f"{share:.1%}", count=raster.cells))
        numbers = {self.CELLS: raster.cells, self.COVERED: share}
        return {self.OUTPUT: str(path), **written, **numbers, self.MOST_LOOKS: raster.most_looks}

    def _cell(
        self, layer: ImageLayer, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> float:
        """Returns the side of a cell in radians."""
        side = self.parameterAsDouble(parameters, self.CELL, context)
        unit = self.parameterAsEnumString(parameters, self.UNIT, context)
        return side / layer.body.radius if unit == "metres" else math.radians(side)

    def _write_gaps(
        self, run: Run, layer: ImageLayer, grid: Grid, empty: list[Mask]
    ) -> dict[str, str]:
        if not run.parameters.get(self.GAPS):
            return {}
        gaps = grid.gaps(np.vstack(empty))
        rows = flat_gap_rows(gaps, layer)
        kind = gap_kind(map_crs(grid, layer.body))
        return write_layer(run, self.GAPS, kind, layer.body, rows)
