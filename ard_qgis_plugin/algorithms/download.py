"""ard:download: footprints in, their files on disk out."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..bridge.download_report import DownloadTeller, report_fields, tell_outcomes, write_report
from ..bridge.network import network_options
from ..bridge.outputs import check_folder
from ..core.asset_file import IMAGE, split_keys
from ..core.download import Download, DownloadOptions
from ..core.errors import InputError, OutputError
from ..core.file_outcome import FileOutcome, FileStatus
from ..core.rclone_program import find_rclone
from ..settings import load_settings
from .base import explained
from .footprints import FootprintAlgorithm


class DownloadAlgorithm(FootprintAlgorithm):
    """Downloads the files of footprints with rclone, and verifies every one of them."""

    ASSETS = "ASSETS"
    FOLDER = "FOLDER"
    TRANSFERS = "TRANSFERS"
    LOAD = "LOAD"
    REPORT = "REPORT"
    COPIED = "COPIED"
    ALREADY_THERE = "ALREADY_THERE"
    FAILED = "FAILED"

    def name(self) -> str:
        """Returns the id, never translated."""
        return "download"

    def displayName(self) -> str:
        """Returns the name in the Toolbox."""
        return self.tr("Download images")

    def tags(self) -> list[str]:
        """Returns further words under which the Toolbox finds the algorithm."""
        return self.tr("planetary,rclone,s3,download,usgs,geotiff,cog,assets").split(",")

    def shortDescription(self) -> str:
        """Returns the tool tip."""
        return self.tr("The footprints' files to a folder, with rclone, each verified")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declares what the algorithm takes and gives."""
        for parameter in self._parameters():
            self.addParameter(parameter)
        for name, description in (
            (self.COPIED, self.tr("Files copied")),
            (self.ALREADY_THERE, self.tr("Files that were there already")),
            (self.FAILED, self.tr("Files that failed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def _parameters(self) -> Iterator[QgsProcessingParameterDefinition]:
        number = QgsProcessingParameterNumber
        yield self.footprint_input()
        yield explained(
            QgsProcessingParameterString(self.ASSETS, self.tr("Assets"), IMAGE),
            self.tr("Keys of assets, separated by commas: image, thumbnail, dtm and so on."),
        )
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
            QgsProcessingParameterFolderDestination(self.FOLDER, self.tr("Folder")),
            self.tr("Files land at FOLDER/bucket/path; what is there and whole is not copied."),
        )
        yield explained(
            QgsProcessingParameterFeatureSink(
                self.REPORT, self.tr("Report"), QgsProcessing.SourceType.TypeVector
            ),
            self.tr("A table: what became of each file, and why."),
        )

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Downloads, verifies, and reports."""
        keys = split_keys(self.parameterAsString(parameters, self.ASSETS, context))
        folder = self.parameterAsFileOutput(parameters, self.FOLDER, context)
        if not folder:
            raise InputError("FOLDER is empty: name a folder to download to.")
        check_folder(parameters.get(self.REPORT))
        program = find_rclone(load_settings().rclone)
        rows = self.footprints(parameters, context, feedback)
        files = list(self.asset_files(rows, keys, parameters, context, feedback))
        options = self._options(parameters, Path(folder), context)
        downloading = Download(program, options, DownloadTeller(feedback), feedback.isCanceled)
        outcomes = downloading.run(files)
        report = self._report(parameters, context, outcomes)
        tell_outcomes(outcomes, feedback)
        if self.parameterAsBoolean(parameters, self.LOAD, context):
            self._load(outcomes, Path(folder), context, feedback)
        statuses = [outcome.status for outcome in outcomes]
        return {
            self.FOLDER: folder,
            self.REPORT: report,
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
        from ..bridge.adding import AddOptions, add_images  # noqa: PLC0415 (imports numpy)

        files = [each.file for each in outcomes if each.status is not FileStatus.FAILED]
        add_images(files, AddOptions(folder), self.displayName(), context, feedback)

    def _report(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        outcomes: Sequence[FileOutcome],
    ) -> str:
        sink, destination = self.parameterAsSink(
            parameters, self.REPORT, context, report_fields(), QgsWkbTypes.Type.NoGeometry
        )
        if sink is None:
            raise OutputError(self.invalidSinkError(parameters, self.REPORT))
        write_report(outcomes, sink)
        return destination
