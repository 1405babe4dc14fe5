"""What ard:lightgroups is called, takes and gives."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingParameterDefinition

from ..base import Identity
from ..inputs import footprint_input
from .images_algorithm import ImagesAlgorithm


class LightGroupsDeclaration(ImagesAlgorithm):
    """What users, models and scripts see of ard:lightgroups; they rely on the names."""

    TOLERANCE = "TOLERANCE"
    GROUPS = "GROUPS"
    LEFT_OUT = "LEFT_OUT"

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        return Identity(
            "lightgroups",
            title=self.tr("Groups of like light"),
            tip=self.tr("Footprints sorted into groups with the sun in the same place"),
            tags=self.tr("planetary,sun,incidence,azimuth,cluster,illumination,mosaic"),
        )

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the algorithm gives."""
        return {
            self.GROUPS: self.tr("Groups"),
            self.LEFT_OUT: self.tr("Images without angles"),
        }

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Declares what the algorithm takes."""
        yield footprint_input(self.INPUT)
        title = self.tr("Tolerance (degrees)")
        text = self.tr("The sun of each image is at most so far from that of its group's leader.")
        yield self.number_input(self.TOLERANCE, title, 5, 180, text)
        yield self.layer_output(
            self.OUTPUT,
            self.tr("Footprints with groups"),
            self.tr("The footprints, with light_group (1 is the largest) and the sun's direction."),
        )
