"""ard:cover: footprints in, few of them that cover an area out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...bridge.inputs.parameters import optional_number
from ...bridge.light.footprint_copy import chosen_rows, copy_fields
from ...bridge.light.gap_layer import gap_kind, gap_rows
from ...bridge.light.output import LayerKind, Run, write_layer
from ...bridge.light.styles import style_chosen
from .cover_declaration import CoverDeclaration

if TYPE_CHECKING:
    from ...bridge.light.images_source import ImageLayer
    from ...core.light.coverage.cover import Cover
    from ...core.light.vectors import Floats, Indices

_ROUNDING = 5e-4  # of the area: what percentages of one decimal don't show
_FIELDS = {"order": "count", "adds_km2": "number", "share": "number"}


class CoverAlgorithm(CoverDeclaration):
    """Few images that cover an area, and how few it could be at best."""

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Chooses the images and writes them, with the gaps that they leave."""
        from ...core.light.areas import united  # noqa: PLC0415 (libraries)
        from ...core.light.coverage.cover import cover, gaps  # noqa: PLC0415

        layer, region = self.images_of_region(parameters, context, feedback)
        fits = self._eligible(layer, parameters, context, feedback)
        images = layer.images.take(fits)
        region = united(layer.images.shapes) if region is None else region
        share = self.parameterAsDouble(parameters, self.SHARE, context)
        preference = self._preference(layer, parameters, context)[fits]
        found = cover(images, region, share, preference, feedback.isCanceled)
        rows = fits[found.rows]
        run = Run(self, parameters, context, feedback)
        written = self._write(run, layer, rows, found)
        if self.GAPS in parameters:
            left = gaps(region, layer.images.shapes[rows])
            written |= write_layer(run, self.GAPS, gap_kind(), layer.body, gap_rows(left, layer))
        self._tell(found, share, feedback)
        covered = float(found.share[-1]) if len(rows) else 0.0
        return {
            **written,
            **self.write_manifest(layer, rows.tolist(), parameters, context, feedback),
            self.CHOSEN: len(rows),
            self.NEEDED: found.needed,
            self.COVERED: covered,
        }

    def _eligible(
        self,
        layer: ImageLayer,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Indices:
        """Returns the rows of the images that are in the wanted light."""
        from ...core.light.coverage.cover import eligible  # noqa: PLC0415

        wanted = optional_number(self, parameters, self.WANTED, context)
        tolerance = self.parameterAsDouble(parameters, self.TOLERANCE, context)
        side = self.parameterAsEnumString(parameters, self.SUN_SIDE, context)
        morning = None if side == "any" else side == "morning"
        needed = ["shapes", *(["incidence"] if wanted is not None else [])]
        self.say_lacking(layer, feedback, *needed, *([] if morning is None else ["sun_azimuth"]))
        return np.flatnonzero(eligible(layer.images, wanted, tolerance, morning))

    def _preference(
        self, layer: ImageLayer, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Floats:
        """Returns a number for each image, the least for the one to prefer."""
        from ...core.light.rank import albedo_ranks, morphology_ranks  # noqa: PLC0415

        images = layer.images
        order = self.parameterAsEnumString(parameters, self.ORDER, context)
        if order == "morphology":
            return morphology_ranks(images)
        if order == "albedo":
            return albedo_ranks(images)
        if order == "resolution":
            return images.resolution
        wanted = optional_number(self, parameters, self.WANTED, context)
        return images.incidence if wanted is None else np.abs(images.incidence - wanted)

    def _write(self, run: Run, layer: ImageLayer, rows: Indices, found: Cover) -> dict[str, Any]:
        km2 = found.adds * (layer.body.radius / 1000) ** 2
        columns = zip(range(1, len(rows) + 1), km2.tolist(), found.share.tolist(), strict=True)
        values = {layer.numbers[row]: each for row, each in zip(rows, columns, strict=True)}
        source = self.parameterAsSource(run.parameters, self.INPUT, run.context)
        kind = LayerKind(
            copy_fields(source, _FIELDS), source.wkbType(), style_chosen, key_fields=_FIELDS
        )
        features = chosen_rows(source, values, _FIELDS, layer.within)
        return write_layer(run, self.OUTPUT, kind, layer.body, features)

    def _tell(self, found: Cover, share: float, feedback: QgsProcessingFeedback) -> None:
        text = self.tr("{count} images are chosen; at least {needed} are needed for as much.")
        feedback.pushInfo(text.format(count=len(found.rows), needed=found.needed))
        if found.possible < share - _ROUNDING:
            text = self.tr(
                "Only {possible} of the area are shown by any image of the wanted light, "
                "{share} were asked for."
            )
            feedback.pushWarning(
                text.format(possible=f"{found.possible:.1%}", share=f"{share:.1%}")
            )
