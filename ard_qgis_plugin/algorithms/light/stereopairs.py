"""ard:stereopairs: footprints in, pairs that make terrain models out."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...bridge.inputs.parameters import optional_number
from ...bridge.light.images_source import STEREO_FIELDS
from ...bridge.light.output import Run, write_layer
from ...bridge.light.pair_layer import pair_kind, pair_rows
from .stereopairs_declaration import StereoPairsDeclaration

if TYPE_CHECKING:
    from ...core.light.stereo.pairs import PairLimits

_PIXELS = 3  # of an image to a post of a terrain model, at least


class StereoPairsAlgorithm(StereoPairsDeclaration):
    """All stereo pairs of footprints, and how good each is."""

    _footprints = ""

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Notes where the footprints are, for the actions on pairs; on the main thread."""
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        self._footprints = layer.source() if layer else ""
        return super().prepareAlgorithm(parameters, context, feedback)

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Finds the pairs and writes them, best first."""
        from ...core.light.stereo.finder import find_pairs  # noqa: PLC0415 (libraries)
        from ...core.light.stereo.positions import with_axes  # noqa: PLC0415

        limits = self._limits(parameters, context)
        limits.check()
        layer, region = self.images_of_region(parameters, context, feedback, STEREO_FIELDS)
        pairs, left_out = find_pairs(
            with_axes(layer.images),
            limits,
            area=region,
            progress=lambda done: feedback.setProgress(90 * done),
            is_cancelled=feedback.isCanceled,
        )
        self.say_lacking(layer, feedback, *left_out.lacking)
        found = len(pairs)
        most = self.parameterAsInt(parameters, self.MAX_PAIRS, context)
        if most and found > most:
            text = self.tr("{count} pairs were found, the best {most} are written.")
            feedback.pushInfo(text.format(count=found, most=most))
            pairs = pairs.take(slice(most))
        run = Run(self, parameters, context, feedback)
        kind = pair_kind(self._footprints)
        written = write_layer(run, self.OUTPUT, kind, layer.body, pair_rows(layer, pairs))
        both = np.column_stack([pairs.first, pairs.second]).ravel().tolist()
        manifest = self.write_manifest(layer, dict.fromkeys(both), parameters, context, feedback)
        lacking = sum(left_out.lacking.values())
        return {**written, **manifest, self.PAIRS: len(pairs), self.LEFT_OUT: lacking}

    def _limits(self, parameters: dict[str, Any], context: QgsProcessingContext) -> PairLimits:
        from ...core.light.rank import IMAGE_CRITERIA, PAIR_CRITERIA  # noqa: PLC0415
        from ...core.light.stereo.pairs import PairLimits, limited  # noqa: PLC0415

        def number(name: str) -> float:
            return self.parameterAsDouble(parameters, name, context)

        images = limited(
            IMAGE_CRITERIA,
            incidence=(number(self.MIN_INCIDENCE), number(self.MAX_INCIDENCE)),
            emission=(0, number(self.MAX_EMISSION)),
            phase=(number(self.MIN_PHASE), number(self.MAX_PHASE)),
        )
        spacing = optional_number(self, parameters, self.DTM_SPACING, context)
        return PairLimits(
            images,
            limited(
                PAIR_CRITERIA,
                resolution_ratio=(1, number(self.MAX_RESOLUTION_RATIO)),
                parallax_height_ratio=(number(self.MIN_PARALLAX), number(self.MAX_PARALLAX)),
                shadow_tip_distance=(0, number(self.MAX_SHADOW)),
                overlap=(number(self.MIN_OVERLAP), 1),
            ),
            max_delta_azimuth=number(self.MAX_DELTA_AZIMUTH),
            max_delta_ls=optional_number(self, parameters, self.MAX_DELTA_LS, context),
            coarsest=spacing / _PIXELS if spacing else None,
        )
