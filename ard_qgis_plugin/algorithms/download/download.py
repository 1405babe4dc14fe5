"""ard:download: footprints in, their files on disk out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsWkbTypes

from ...bridge.footprints.destination import check_output
from ...bridge.inputs.download_folder import remember_download_folder
from ...bridge.inputs.network import network_options
from ...bridge.inputs.parameters import is_empty
from ...bridge.reports.download_messages import (
    DownloadMessages,
    report_fields,
    report_outcomes,
    write_report,
)
from ...core.download.download import Download, DownloadOptions
from ...core.download.file_outcome import FileOutcome, FileStatus
from ...core.download.rclone_program import find_rclone
from ...core.manifest.asset_file import split_keys
from ...core.model.errors import OutputError
from ...settings import load_settings
from .download_declaration import DownloadDeclaration


class DownloadAlgorithm(DownloadDeclaration):
    """A download of the files of footprints with rclone, each of them verified."""

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Downloads, verifies, and reports."""
        keys = split_keys(self.parameterAsString(parameters, self.ASSETS, context))
        folder = self.parameterAsFileOutput(parameters, self.FOLDER, context)
        check_output(parameters.get(self.REPORT), report_fields().names())
        program = find_rclone(load_settings().rclone)
        rows = self.footprints(parameters, context, feedback)
        files = list(self.asset_files(rows, keys, parameters, context, feedback))
        options = self._options(parameters, Path(folder), context)
        downloading = Download(program, options, DownloadMessages(feedback), feedback.isCanceled)
        outcomes = downloading.run(files)
        remember_download_folder(Path(folder))
        report = self._report(parameters, context, outcomes)
        report_outcomes(outcomes, feedback)
        if self.parameterAsBoolean(parameters, self.LOAD, context):
            self._load(outcomes, Path(folder), context, feedback)
        statuses = [outcome.status for outcome in outcomes]
        return {
            self.FOLDER: folder,
            **report,
            self.COPIED: statuses.count(FileStatus.COPIED),
            self.ALREADY_THERE: statuses.count(FileStatus.ALREADY_THERE),
            self.FAILED: statuses.count(FileStatus.FAILED),
        }

    def _options(
        self, parameters: dict[str, Any], folder: Path, context: QgsProcessingContext
    ) -> DownloadOptions:
        settings = load_settings()
        return DownloadOptions(
            folder=folder,
            transfers=self.parameterAsInt(parameters, self.TRANSFERS, context),
            remote=settings.remote,
            network=network_options(settings.concurrency),
        )

    def _load(
        self,
        outcomes: Sequence[FileOutcome],
        folder: Path,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        from ...bridge.images.placement import AddOptions, add_images  # noqa: PLC0415 (imports numpy)

        files = [each.file for each in outcomes if each.status is not FileStatus.FAILED]
        options = AddOptions(folder, present=self.present)
        result = add_images(files, options, self.displayName(), context, feedback)
        self.downloaded.update(result.downloaded)

    def _report(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        outcomes: Sequence[FileOutcome],
    ) -> dict[str, str]:
        if is_empty(parameters.get(self.REPORT)):
            return {}
        sink, destination = self.parameterAsSink(
            parameters, self.REPORT, context, report_fields(), QgsWkbTypes.Type.NoGeometry
        )
        if sink is None:
            raise OutputError(self.invalidSinkError(parameters, self.REPORT))
        write_report(outcomes, sink)
        return {self.REPORT: destination}
