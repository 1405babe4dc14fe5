"""ard:manifest: footprints in, the rclone manifest of their files out."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core.asset_file import IMAGE, AssetFile, split_keys
from ..core.errors import ManifestError
from ..core.left_out import LeftOut
from ..core.manifest import ManifestWriter
from ..core.parts import MAX_PARTS
from ..settings import load_settings
from .base import explained
from .footprints import FootprintAlgorithm, advanced


class ManifestAlgorithm(FootprintAlgorithm):
    """Writes the manifest of footprints, with rclone's configuration and the scripts."""

    ASSETS = "ASSETS"
    REMOTE = "REMOTE"
    PARTS = "PARTS"
    MANIFEST = "MANIFEST"
    MANIFEST_LINES = "MANIFEST_LINES"

    def name(self) -> str:
        """Returns the id, never translated."""
        return "manifest"

    def displayName(self) -> str:
        """Returns the name in the Toolbox."""
        return self.tr("Write rclone manifest")

    def tags(self) -> list[str]:
        """Returns further words under which the Toolbox finds the algorithm."""
        return self.tr("planetary,rclone,s3,download,slurm,cluster,usgs,stac").split(",")

    def shortDescription(self) -> str:
        """Returns the tool tip."""
        return self.tr("A list of the footprints' files that rclone downloads from")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declares what the algorithm takes and gives."""
        number = QgsProcessingParameterNumber
        remote = load_settings().remote
        for parameter in (
            self.footprint_input(),
            explained(
                QgsProcessingParameterString(self.ASSETS, self.tr("Assets"), IMAGE),
                self.tr("Keys of assets, separated by commas: image, thumbnail, dtm and so on."),
            ),
            explained(
                number(
                    *(self.PARTS, self.tr("Parts"), number.Type.Integer),
                    *(1, False, 1, MAX_PARTS),
                ),
                self.tr("More than one: parts of equal length, and a Slurm job for a cluster."),
            ),
            explained(
                advanced(
                    QgsProcessingParameterString(
                        self.REMOTE, self.tr("Name of the rclone remote"), remote
                    )
                ),
                self.tr("The manifest's lines begin with it; the file beside it defines it."),
            ),
            self.api_input(),
            explained(
                QgsProcessingParameterFileDestination(
                    *(self.MANIFEST, self.tr("rclone manifest"), self.tr("rclone manifest (*.txt)"))
                ),
                self.tr("NAME.txt; configuration and scripts are written beside it."),
            ),
        ):
            self.addParameter(parameter)
        lines = self.tr("Lines in the manifest")
        self.addOutput(QgsProcessingOutputNumber(self.MANIFEST_LINES, lines))

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Writes the manifest, and names what has no line in it."""
        keys = split_keys(self.parameterAsString(parameters, self.ASSETS, context))
        remote = self.parameterAsString(parameters, self.REMOTE, context).strip()
        parts = self.parameterAsInt(parameters, self.PARTS, context)
        path = Path(self.parameterAsFileOutput(parameters, self.MANIFEST, context))
        rows = self.footprints(parameters, context, feedback)
        left_out = LeftOut("files have no address that rclone can use")
        with ManifestWriter(path, remote, parts) as manifest:
            for file in self.asset_files(rows, keys, parameters, context, feedback):
                if problem := _add(manifest, file):
                    left_out.add(f"{file.row.id} ({problem})")
        if left_out.count:
            feedback.pushWarning(str(left_out))
        feedback.pushInfo(f"{manifest.line_count} lines in {path}.")
        return {self.MANIFEST: str(path), self.MANIFEST_LINES: manifest.line_count}


def _add(manifest: ManifestWriter, file: AssetFile) -> str:
    """Adds a file to the manifest and returns why it could not, if so."""
    if file.problem:
        return file.problem
    try:
        manifest.add(file.href)
    except ManifestError as error:
        return str(error)
    return ""
