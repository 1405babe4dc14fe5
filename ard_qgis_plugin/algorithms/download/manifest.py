"""ard:manifest: footprints in, the rclone manifest of their files out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...core.manifest.asset_file import AssetFile, split_keys
from ...core.manifest.manifest import ManifestWriter
from ...core.model.errors import ManifestError
from ...core.model.omissions import Omissions
from .manifest_declaration import ManifestDeclaration


class ManifestAlgorithm(ManifestDeclaration):
    """The manifest of footprints, with rclone's configuration and the scripts."""

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
        omissions = Omissions("files have no address that rclone can use")
        with ManifestWriter(path, remote, parts) as manifest:
            for file in self.asset_files(rows, keys, parameters, context, feedback):
                if problem := _add(manifest, file):
                    omissions.add(f"{file.row.id} ({problem})")
        if omissions.count:
            feedback.pushWarning(str(omissions))
        written = self.tr("{count} lines in {path}.")
        feedback.pushInfo(written.format(count=manifest.line_count, path=path))
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
