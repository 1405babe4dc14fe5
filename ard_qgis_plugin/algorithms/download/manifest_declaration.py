"""What ard:manifest is called, takes and gives."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.model.slurm_job import MAX_PARTS
from ...settings import load_settings
from ..base import Identity, advanced, explained
from ..inputs import footprint_input
from .footprints import FootprintAlgorithm


class ManifestDeclaration(FootprintAlgorithm):
    """What users, models and scripts see of ard:manifest; they rely on the names."""

    REMOTE = "REMOTE"
    PARTS = "PARTS"
    MANIFEST = "MANIFEST"
    MANIFEST_LINES = "MANIFEST_LINES"

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        return Identity(
            "manifest",
            title=self.tr("Write rclone manifest"),
            tip=self.tr("A list of the footprints' files that rclone downloads from"),
            tags=self.tr("planetary,rclone,s3,download,slurm,cluster,usgs,stac"),
        )

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the algorithm gives."""
        return {self.MANIFEST_LINES: self.tr("Lines in the manifest")}

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Declares what the algorithm takes."""
        number = QgsProcessingParameterNumber
        yield footprint_input(self.INPUT)
        yield self.assets_input()
        yield explained(
            number(self.PARTS, self.tr("Parts"), number.Type.Integer, 1, False, 1, MAX_PARTS),
            self.tr("More than one: parts of equal length, and a Slurm job for a cluster."),
        )
        title, remote = self.tr("Name of the rclone remote"), load_settings().remote
        yield explained(
            advanced(QgsProcessingParameterString(self.REMOTE, title, remote)),
            self.tr("The manifest's lines begin with it; the file beside it defines it."),
        )
        yield self.api_input()
        title, filter_ = self.tr("rclone manifest"), self.tr("rclone manifest (*.txt)")
        yield explained(
            QgsProcessingParameterFileDestination(self.MANIFEST, title, filter_),
            self.tr("NAME.txt; configuration and scripts are written beside it."),
        )
