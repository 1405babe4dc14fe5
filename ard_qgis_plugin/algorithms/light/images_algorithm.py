"""What the algorithms of light share: footprints in, areas, a manifest out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)

from ...bridge.light.region import given_region
from ...core.model.bodies import Body
from ...core.model.errors import InputError
from ...settings import load_settings
from ..base import ArdAlgorithm, explained
from ..inputs import manifest_output

if TYPE_CHECKING:
    from ...bridge.light.images_source import ImageLayer
    from ...core.light.areas import Shape
    from ...core.light.vectors import Shapes


class ImagesAlgorithm(ArdAlgorithm):
    """The base of the algorithms that look at the light of footprints."""

    INPUT = "INPUT"
    AREA = "AREA"
    EXTENT = "EXTENT"
    OUTPUT = "OUTPUT"
    GAPS = "GAPS"
    MANIFEST = "MANIFEST"
    MANIFEST_LINES = "MANIFEST_LINES"

    def extent_input(self) -> QgsProcessingParameterDefinition:
        """Declares an extent to look at."""
        return explained(
            QgsProcessingParameterExtent(self.EXTENT, self.tr("Extent"), optional=True),
            self.tr("Used where no area is given, in any CRS of the body; else all footprints."),
        )

    def number_input(
        self, name: str, title: str, default: float | None, highest: float, text: str
    ) -> QgsProcessingParameterDefinition:
        """Declares a number from 0 on; one without a default can be left out."""
        number = QgsProcessingParameterNumber
        kind = number.Type.Double
        return explained(number(name, title, kind, default, default is None, 0, highest), text)

    def layer_output(
        self, name: str, title: str, text: str, *, optional: bool = False
    ) -> QgsProcessingParameterDefinition:
        """Declares a layer of polygons to write; an optional one is not written unless asked."""
        return explained(
            QgsProcessingParameterFeatureSink(
                name,
                title,
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=optional,
                createByDefault=not optional,
            ),
            text,
        )

    def manifest_output(self) -> QgsProcessingParameterDefinition:
        """Declares the manifest, which can be left out."""
        return manifest_output(
            self.MANIFEST,
            self.tr("The images' files, each once; configuration and scripts beside it."),
        )

    def images(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        body: Body,
        shapes: Shapes | None = None,
    ) -> ImageLayer:
        """Reads the images of the layer, of `shapes` those there; says what can't be used."""
        from ...bridge.light.images_source import read_images  # noqa: PLC0415
        from ...core.light.areas import reach_of  # noqa: PLC0415 (libraries)

        within = None if shapes is None else reach_of(shapes)
        layer = read_images(self.footprints(parameters, context), body, within)
        self.say_read(len(layer.images), layer.repeated, feedback)
        return layer

    def images_of_region(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        needed: Collection[str] = (),
    ) -> tuple[ImageLayer, Shape | None]:
        """Reads the images that AREA or EXTENT can show; returns what that is, None for all."""
        from ...core.geometry.arrays import shape_array  # noqa: PLC0415 (libraries)

        body = self.body(parameters, context, needed)
        region = given_region(self, parameters, context, feedback, body)
        shapes = None if region is None else shape_array([region])
        return self.images(parameters, context, feedback, body, shapes), region

    def body(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        needed: Collection[str] = (),
    ) -> Body:
        """Returns the body of the layer, which has to have the `needed` fields."""
        from ...bridge.light.images_source import body_of  # noqa: PLC0415

        return body_of(self.footprints(parameters, context), needed)

    def footprints(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource:
        """Returns the footprint layer that is given."""
        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise InputError(self.invalidSourceError(parameters, self.INPUT))
        return source

    def say_read(self, count: int, repeated: int, feedback: QgsProcessingFeedback) -> None:
        """Says where a layer has no images, and warns of those that it has more than once."""
        if not count:
            feedback.pushInfo(self.tr("The layer holds no footprint, or none is selected."))
        if repeated:
            text = self.tr("{count} features are of images that came before: left out.")
            feedback.pushWarning(text.format(count=repeated))

    def say_lacking(self, layer: ImageLayer, feedback: QgsProcessingFeedback, *names: str) -> None:
        """Warns of images that lack a column, such as the footprint; they are left out."""
        lacking = layer.images.lacking(*names)
        self.say_counts({name: int(lacks.sum()) for name, lacks in lacking.items()}, feedback)

    def say_counts(self, counts: Mapping[str, int], feedback: QgsProcessingFeedback) -> None:
        """Warns of so many images that lack each column; they are left out."""
        words = {
            "shapes": self.tr("no footprint"),
            "incidence": self.tr("no incidence angle"),
            "sun_azimuth": self.tr("no sun azimuth"),
            "emission": self.tr("no emission angle"),
            "phase": self.tr("no phase angle"),
            "spacecraft_azimuth": self.tr("no spacecraft azimuth"),
            "resolution": self.tr("no pixel size"),
        }
        if reasons := [f"{count} ({words[name]})" for name, count in counts.items() if count]:
            text = self.tr("Images left out: {reasons}.")
            feedback.pushWarning(text.format(reasons=", ".join(reasons)))

    def write_manifest(
        self,
        layer: ImageLayer,
        rows: Iterable[int],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Writes the manifest of images, each once, if it is asked for; returns the results."""
        from ...bridge.light.manifest import write_manifest  # noqa: PLC0415

        path = self.parameterAsFileOutput(parameters, self.MANIFEST, context)
        if not path:
            return {}
        lines, warning = write_manifest(layer, rows, Path(path), load_settings().remote)
        if warning:
            feedback.pushWarning(warning)
        return {self.MANIFEST: path, self.MANIFEST_LINES: lines}
