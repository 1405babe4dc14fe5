"""ard:looks: footprints and places in, the light in which each image shows each place out."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...bridge.inputs.parameters import optional_number
from ...bridge.light.look_layers import look_kind, look_rows, summary_kind, summary_rows
from ...bridge.light.output import Run, write_layer
from ...bridge.light.places_source import read_places
from ...core.model.errors import InputError
from .looks_declaration import LooksDeclaration

_HALF_TURN = 180.0


class LooksAlgorithm(LooksDeclaration):
    """The images that see places, with the light that each shows them in."""

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Finds the looks and writes them, best first for each place."""
        from ...core.light.places import looks_at, summary  # noqa: PLC0415 (libraries)
        from ...core.light.vectors import at_least, at_most  # noqa: PLC0415

        lowest, highest = self._incidences(parameters, context)
        run = Run(self, parameters, context, feedback)
        body = self.body(parameters, context)
        places = read_places(run, body)
        layer = self.images(parameters, context, feedback, body, places.shapes)
        steepest = optional_number(self, parameters, self.MAX_EMISSION, context)
        needed = ("shapes", "incidence", "sun_azimuth")
        self.say_lacking(layer, feedback, *needed, *([] if steepest is None else ["emission"]))
        if steepest is not None:
            layer = layer.take(np.flatnonzero(layer.images.emission <= steepest))
        looks = [
            each.take(at_least(each.incidence, lowest) & at_most(each.incidence, highest))
            for each in looks_at(layer.images, places.shapes, feedback.isCanceled)
        ]
        tolerance = self.parameterAsDouble(parameters, self.TOLERANCE, context)
        delta = self.parameterAsDouble(parameters, self.MAX_DELTA_INCIDENCE, context)
        summaries = [summary(each, tolerance, delta) for each in looks]
        written = write_layer(
            run, self.OUTPUT, look_kind(), layer.body, look_rows(layer, places, looks)
        )
        rows = summary_rows(layer, places, summaries)
        written |= write_layer(run, self.SUMMARY, summary_kind(), layer.body, rows)
        count = sum(each.looks for each in summaries)
        text = self.tr("{looks} looks at {places} places.")
        feedback.pushInfo(text.format(looks=count, places=len(places.names)))
        return {**written, self.LOOKS: count}

    def _incidences(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[float, float]:
        lowest = optional_number(self, parameters, self.MIN_INCIDENCE, context) or 0.0
        highest = optional_number(self, parameters, self.MAX_INCIDENCE, context)
        highest = _HALF_TURN if highest is None else highest
        if lowest > highest:
            raise InputError(
                f"MIN_INCIDENCE ({lowest:g}) is greater than MAX_INCIDENCE ({highest:g}): exchange "
                "the two."
            )
        return lowest, highest
