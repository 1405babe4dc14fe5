"""What ard:cover is called, takes and gives."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum

from ..base import Identity, explained
from ..inputs import area_input, footprint_input
from .images_algorithm import ImagesAlgorithm

SIDES = ("any", "morning", "evening")
ORDERS = ("incidence", "morphology", "albedo", "resolution")


class CoverDeclaration(ImagesAlgorithm):
    """What users, models and scripts see of ard:cover; they rely on the names."""

    WANTED = "WANTED"
    TOLERANCE = "TOLERANCE"
    SUN_SIDE = "SUN_SIDE"
    SHARE = "SHARE"
    ORDER = "ORDER"
    CHOSEN = "CHOSEN"
    NEEDED = "NEEDED"
    COVERED = "COVERED"

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        return Identity(
            "cover",
            title=self.tr("Fewest images that cover an area"),
            tip=self.tr("A small set of images in like light, and how many are needed at least"),
            tags=self.tr("planetary,mosaic,set cover,gaps,incidence,morning,evening,choose"),
        )

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the algorithm gives."""
        return {
            self.CHOSEN: self.tr("Images chosen"),
            self.NEEDED: self.tr("Images needed at least"),
            self.COVERED: self.tr("Part of the area that is covered (0 to 1)"),
            self.MANIFEST_LINES: self.tr("Lines in the manifest"),
        }

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Declares what the algorithm takes."""
        yield footprint_input(self.INPUT)
        yield area_input(self.AREA, self.tr("What is to be covered, in any CRS of the body."))
        yield self.extent_input()
        title = self.tr("Wanted incidence angle (degrees)")
        text = self.tr("Only images near it are chosen; empty takes images of any light.")
        yield self.number_input(self.WANTED, title, None, 180, text)
        title = self.tr("Tolerance (degrees)")
        text = self.tr("How far an image's incidence may be from the wanted one.")
        yield self.number_input(self.TOLERANCE, title, 10, 180, text)
        side = self.tr("Morning: the sun is in the east, its azimuth below 180 degrees.")
        yield self._choice(self.SUN_SIDE, self.tr("Side of the sun"), SIDES, side)
        title = self.tr("Part to cover (0 to 1)")
        text = self.tr("The last per cent cost many images: 0.95 needs far fewer than 1.")
        yield self.number_input(self.SHARE, title, 0.95, 1, text)
        order = self.tr("Which image is taken where several add alike, within 5 per cent.")
        yield self._choice(self.ORDER, self.tr("Preferred"), ORDERS, order)
        yield self.layer_output(
            self.OUTPUT,
            self.tr("Chosen footprints"),
            self.tr("In the order in which they add most, with order, adds_km2 and share."),
        )
        title = self.tr("Gaps")
        text = self.tr("What of the area no chosen image shows.")
        yield self.layer_output(self.GAPS, title, text, optional=True)
        yield self.manifest_output()

    def _choice(
        self, name: str, title: str, options: tuple[str, ...], text: str
    ) -> QgsProcessingParameterDefinition:
        choice = QgsProcessingParameterEnum(
            name, title, options=list(options), defaultValue=options[0], usesStaticStrings=True
        )
        return explained(choice, text)
