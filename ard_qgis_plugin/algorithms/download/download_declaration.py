"""What ard:download is called, takes and gives."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ...bridge.inputs.download_folder import download_folder
from ..base import Identity, explained
from ..inputs import footprint_input
from .footprints import FootprintAlgorithm


class DownloadDeclaration(FootprintAlgorithm):
    """What users, models and scripts see of ard:download; they rely on the names."""

    FOLDER = "FOLDER"
    TRANSFERS = "TRANSFERS"
    LOAD = "LOAD"
    REPORT = "REPORT"
    COPIED = "COPIED"
    ALREADY_THERE = "ALREADY_THERE"
    FAILED = "FAILED"

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        return Identity(
            "download",
            title=self.tr("Download images"),
            tip=self.tr("The footprints' files to a folder, with rclone, each verified"),
            tags=self.tr("planetary,rclone,s3,download,usgs,geotiff,cog,assets"),
        )

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the algorithm gives."""
        return {
            self.COPIED: self.tr("Files copied"),
            self.ALREADY_THERE: self.tr("Files that were there already"),
            self.FAILED: self.tr("Files that failed"),
        }

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Declares what the algorithm takes."""
        number = QgsProcessingParameterNumber
        yield footprint_input(self.INPUT)
        yield self.assets_input()
        title = self.tr("Files at the same time")
        yield explained(
            number(self.TRANSFERS, title, number.Type.Integer, 4, False, 1, 64),
            self.tr("More helps where the network is fast and the files are small."),
        )
        yield explained(
            QgsProcessingParameterBoolean(self.LOAD, self.tr("Add the images to the map"), False),
            self.tr("As “Add images to the map” does, with a stretch shared by like light."),
        )
        yield self.api_input()
        yield explained(
            QgsProcessingParameterFolderDestination(
                self.FOLDER, self.tr("Folder"), download_folder(), optional=True
            ),
            self.tr(
                "Files land at FOLDER/bucket/path; what is there and whole is not copied. By "
                "default the folder of the last download."
            ),
        )
        yield explained(
            QgsProcessingParameterFeatureSink(
                self.REPORT, self.tr("Report"), QgsProcessing.SourceType.TypeVector, optional=True
            ),
            self.tr("A table: what became of each file, and why."),
        )
