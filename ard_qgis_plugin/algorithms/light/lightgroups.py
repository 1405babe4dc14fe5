"""ard:lightgroups: footprints in, the same with the group of like light of each out."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...bridge.light.footprint_copy import copied_rows, copy_fields
from ...bridge.light.output import LayerKind, Run, write_layer
from ...bridge.light.styles import group_style
from .lightgroups_declaration import LightGroupsDeclaration

_FIELDS = {
    "light_group": "count",
    **dict.fromkeys(("sun_east", "sun_north", "sun_up"), "number"),
}


class LightGroupsAlgorithm(LightGroupsDeclaration):
    """Footprints in groups of like light."""

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Groups the footprints and writes them, in the order of the layer."""
        from ...core.light.groups import light_groups, suns_over_images  # noqa: PLC0415

        layer = self.images(parameters, context, feedback, self.body(parameters, context))
        tolerance = self.parameterAsDouble(parameters, self.TOLERANCE, context)
        groups = light_groups(layer.images, tolerance, feedback.isCanceled)
        suns = suns_over_images(layer.images)
        self.say_lacking(layer, feedback, "incidence", "sun_azimuth")
        values = [
            (group, *sun) if group else (None, None, None, None)
            for group, sun in zip(groups.tolist(), suns.tolist(), strict=True)
        ]
        source = self.parameterAsSource(parameters, self.INPUT, context)
        count = int(groups.max(initial=0))
        kind = LayerKind(
            copy_fields(source, _FIELDS), source.wkbType(), group_style(count), key_fields=_FIELDS
        )
        rows = copied_rows(source, dict(zip(layer.numbers, values, strict=True)), _FIELDS)
        run = Run(self, parameters, context, feedback)
        written = write_layer(run, self.OUTPUT, kind, layer.body, rows)
        feedback.pushInfo(self.tr("{count} groups of like light.").format(count=count))
        return {**written, self.GROUPS: count, self.LEFT_OUT: int((groups == 0).sum())}
