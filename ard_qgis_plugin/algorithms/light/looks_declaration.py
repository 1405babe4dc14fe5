"""What ard:looks is called, takes and gives."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterPoint,
)

from ..base import Identity, advanced, explained
from ..inputs import footprint_input
from .images_algorithm import ImagesAlgorithm


class LooksDeclaration(ImagesAlgorithm):
    """What users, models and scripts see of ard:looks; they rely on the names."""

    PLACES = "PLACES"
    POINT = "POINT"
    TOLERANCE = "TOLERANCE"
    MIN_INCIDENCE = "MIN_INCIDENCE"
    MAX_INCIDENCE = "MAX_INCIDENCE"
    MAX_EMISSION = "MAX_EMISSION"
    MAX_DELTA_INCIDENCE = "MAX_DELTA_INCIDENCE"
    SUMMARY = "SUMMARY"
    LOOKS = "LOOKS"

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        return Identity(
            "looks",
            title=self.tr("Looks at a place"),
            tip=self.tr("Which images see a place, and in which light each shows it"),
            tags=self.tr("planetary,incidence,sun,repeat,change detection,photometric stereo"),
        )

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the algorithm gives."""
        return {self.LOOKS: self.tr("Looks at all places")}

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Declares what the algorithm takes."""
        yield footprint_input(self.INPUT)
        kinds = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        yield explained(
            QgsProcessingParameterFeatureSource(
                self.PLACES, self.tr("Places"), kinds, optional=True
            ),
            self.tr("Points, lines or polygons in any CRS of the body; a field name is kept."),
        )
        yield explained(
            QgsProcessingParameterPoint(self.POINT, self.tr("Typed point"), optional=True),
            self.tr("Used where no places are given: 303.2,8.1 [IAU_2015:30100]."),
        )
        yield from self._limits()
        yield self.layer_output(
            self.OUTPUT,
            self.tr("Looks"),
            self.tr("A footprint for each place and image that sees it, with the light there."),
        )
        yield explained(
            QgsProcessingParameterFeatureSink(
                self.SUMMARY,
                self.tr("Summary"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                createByDefault=False,
            ),
            self.tr("A point for each place, with what its looks are worth together."),
        )

    def _limits(self) -> Iterator[QgsProcessingParameterDefinition]:
        at_place = self.tr("At the place, not at the image's centre.")
        emission = self.tr("At the image's centre.")
        like = self.tr("For the pair to find changes in: so far may the suns be apart.")
        for name, title, default, text in (
            (self.MIN_INCIDENCE, self.tr("Smallest incidence angle (degrees)"), None, at_place),
            (self.MAX_INCIDENCE, self.tr("Largest incidence angle (degrees)"), None, at_place),
            (self.MAX_EMISSION, self.tr("Largest emission angle (degrees)"), None, emission),
            (self.TOLERANCE, self.tr("Like light (degrees)"), 5, like),
        ):
            yield self.number_input(name, title, default, 180, text)
        title = self.tr("Largest difference of incidence for like light (degrees)")
        text = self.tr("For the pair to find changes in; 3 as for LROC's temporal pairs.")
        yield advanced(self.number_input(self.MAX_DELTA_INCIDENCE, title, 3, 180, text))
