"""What ard:coverage is called, takes and gives."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from ..base import Identity, explained
from ..inputs import area_input, footprint_input
from .images_algorithm import ImagesAlgorithm

UNITS = ("degrees", "metres")


class CoverageDeclaration(ImagesAlgorithm):
    """What users, models and scripts see of ard:coverage; they rely on the names."""

    CELL = "CELL"
    UNIT = "UNIT"
    WANTED = "WANTED"
    CELLS = "CELLS"
    COVERED = "COVERED"
    MOST_LOOKS = "MOST_LOOKS"

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        return Identity(
            "coverage",
            title=self.tr("Coverage and gap map"),
            tip=self.tr("How often, and in which light, each cell of an area is seen"),
            tags=self.tr("planetary,raster,density,gaps,incidence,looks,geotiff"),
        )

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the algorithm gives."""
        return {
            self.CELLS: self.tr("Cells of the area"),
            self.COVERED: self.tr("Part of the cells that is seen (0 to 1)"),
            self.MOST_LOOKS: self.tr("Most looks at a cell"),
        }

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Declares what the algorithm takes."""
        number = QgsProcessingParameterNumber
        yield footprint_input(self.INPUT)
        yield area_input(self.AREA, self.tr("What the map shows, in any CRS of the body."))
        yield self.extent_input()
        yield explained(
            number(self.CELL, self.tr("Cell"), number.Type.Double, 0.1, False, 1e-9),
            self.tr("The side of a cell; all cells are of one area."),
        )
        yield explained(
            QgsProcessingParameterEnum(
                self.UNIT,
                self.tr("Unit of the cell"),
                options=list(UNITS),
                defaultValue=UNITS[0],
                usesStaticStrings=True,
            ),
            self.tr("Degrees of a great circle, or metres on the ground."),
        )
        title = self.tr("Wanted incidence angle (degrees)")
        text = self.tr("The best incidence is the one closest to it; empty takes the lowest.")
        yield self.number_input(self.WANTED, title, None, 180, text)
        yield explained(
            QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Coverage map")),
            self.tr("Bands: looks, best, lowest and highest incidence, angle between the suns."),
        )
        title = self.tr("Gaps")
        text = self.tr("The cells that no image shows, in the CRS of the map.")
        yield self.layer_output(self.GAPS, title, text, optional=True)
