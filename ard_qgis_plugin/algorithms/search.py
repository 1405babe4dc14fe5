"""ard:search: a view in, footprints with incidence angles and an rclone manifest out."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..bridge.canvas import canvas_extent
from ..bridge.collections_parameter import collections_parameter, split_ids
from ..bridge.extent import area_of_extent
from ..bridge.layer import (
    FOOTPRINT_TYPE,
    footprint_crs,
    footprint_fields,
    row_of,
    write_rows,
)
from ..bridge.loading import finish_layer
from ..bridge.network import network_options
from ..bridge.parameters import optional_number, optional_time
from ..bridge.target_body import searched_body
from ..bridge.telling import progress_of, tell
from ..core.bodies import Body
from ..core.errors import OutputError
from ..core.manifest import ManifestWriter
from ..core.request import SearchRequest
from ..core.spool import Spool
from ..settings import load_settings
from .base import ArdAlgorithm


class SearchAlgorithm(ArdAlgorithm):
    """Searches a STAC API and reads the solar incidence angle from each observation's label."""

    API_URL = "API_URL"
    COLLECTIONS = "COLLECTIONS"
    EXTENT = "EXTENT"
    START = "START"
    END = "END"
    MIN_INCIDENCE = "MIN_INCIDENCE"
    MAX_INCIDENCE = "MAX_INCIDENCE"
    MAX_ITEMS = "MAX_ITEMS"
    LABELS = "LABELS"
    ASSET = "ASSET"
    REMOTE = "REMOTE"
    OUTPUT = "OUTPUT"
    MANIFEST = "MANIFEST"
    FOUND = "FOUND"
    WITH_INCIDENCE = "WITH_INCIDENCE"
    WITHOUT_INCIDENCE = "WITHOUT_INCIDENCE"
    MANIFEST_LINES = "MANIFEST_LINES"

    def name(self) -> str:
        """Returns the id, never translated."""
        return "search"

    def displayName(self) -> str:
        """Returns the name in the Toolbox."""
        return self.tr("Search analysis ready data")

    def group(self) -> str:
        """Returns the group in the Toolbox."""
        return self.tr("Search")

    def groupId(self) -> str:
        """Returns the group's id, never translated."""
        return "search"

    def tags(self) -> list[str]:
        """Returns further words under which the Toolbox finds the algorithm."""
        words = "planetary,moon,mars,europa,stac,usgs,kaguya,hirise,incidence,footprints,rclone"
        return self.tr(words).split(",")

    def shortDescription(self) -> str:
        """Returns the tool tip."""
        return self.tr("Footprints of planetary images, coloured by solar incidence angle")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declares what the search takes and gives."""
        for parameter in (*self._inputs(), *self._advanced_inputs(), *self._destinations()):
            self.addParameter(parameter)
        for name, description in (
            (self.FOUND, self.tr("Observations found")),
            (self.WITH_INCIDENCE, self.tr("Observations with an incidence angle")),
            (self.WITHOUT_INCIDENCE, self.tr("Observations without an incidence angle")),
            (self.MANIFEST_LINES, self.tr("Lines in the manifest")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Searches, reads the labels, and writes layer and manifest once all of it succeeded."""
        from ..core.asset_paths import AssetPaths  # noqa: PLC0415 (these import the libraries)
        from ..core.harvest import Harvest  # noqa: PLC0415

        request = self._request(parameters, context, feedback)
        asset = self.parameterAsString(parameters, self.ASSET, context).strip()
        remote = self.parameterAsString(parameters, self.REMOTE, context).strip()
        with Spool() as rows, self._manifest(parameters, remote, context) as manifest:
            paths = AssetPaths(asset, remote, manifest)
            network = network_options(load_settings().concurrency)
            harvest = Harvest(request, network, progress_of(feedback), feedback.isCanceled)
            for observation in harvest:
                rows.append(row_of(observation, asset, paths.path_of(observation)))
            destination = self._write_layer(parameters, context, rows, request.area.body)
        report = harvest.report
        tell(feedback, report, paths.warnings())
        results = {
            self.OUTPUT: destination,
            self.FOUND: len(rows),
            self.WITH_INCIDENCE: report.with_incidence,
            self.WITHOUT_INCIDENCE: len(rows) - report.with_incidence,
            self.MANIFEST_LINES: 0,
        }
        if manifest:
            results |= {self.MANIFEST: str(manifest.path), self.MANIFEST_LINES: manifest.line_count}
        return results

    def _write_layer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        rows: Spool,
        body: Body,
    ) -> str:
        fields = footprint_fields()
        sink, destination = self.parameterAsSink(
            parameters, self.OUTPUT, context, fields, FOOTPRINT_TYPE, footprint_crs(body)
        )
        if sink is None:
            raise OutputError(self.invalidSinkError(parameters, self.OUTPUT))
        write_rows(rows, fields, sink)
        del sink  # closes the file, so that the style can be stored in it
        finish_layer(destination, body, context)
        return destination

    def _request(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> SearchRequest:
        collections = split_ids(self.parameterAsString(parameters, self.COLLECTIONS, context))
        extent = self.parameterAsExtent(parameters, self.EXTENT, context)
        crs = self.parameterAsExtentCrs(parameters, self.EXTENT, context)
        body = searched_body(collections, crs)
        area, warnings = area_of_extent(extent, crs, body, context.transformContext())
        for warning in warnings:
            feedback.pushWarning(warning)
        return SearchRequest(
            api_url=self.parameterAsString(parameters, self.API_URL, context).strip().rstrip("/"),
            collections=tuple(collections),
            area=area,
            start=optional_time(self, parameters, self.START, context),
            end=optional_time(self, parameters, self.END, context),
            min_incidence=optional_number(self, parameters, self.MIN_INCIDENCE, context),
            max_incidence=optional_number(self, parameters, self.MAX_INCIDENCE, context),
            max_items=self.parameterAsInt(parameters, self.MAX_ITEMS, context),
            labels=self.parameterAsBoolean(parameters, self.LABELS, context),
        )

    def _manifest(
        self, parameters: dict[str, Any], remote: str, context: QgsProcessingContext
    ) -> AbstractContextManager[ManifestWriter | None]:
        path = self.parameterAsFileOutput(parameters, self.MANIFEST, context)
        return ManifestWriter(Path(path), remote) if path else nullcontext()

    def _inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield collections_parameter(self.COLLECTIONS, self.tr("Collections"))
        yield QgsProcessingParameterExtent(self.EXTENT, self.tr("Extent"), canvas_extent())
        for name, description in (
            (self.START, self.tr("Acquired after (UTC)")),
            (self.END, self.tr("Acquired before (UTC)")),
        ):
            yield QgsProcessingParameterDateTime(name, description, optional=True)
        for name, description in (
            (self.MIN_INCIDENCE, self.tr("Smallest incidence angle (degrees)")),
            (self.MAX_INCIDENCE, self.tr("Largest incidence angle (degrees)")),
        ):
            yield QgsProcessingParameterNumber(
                name,
                description,
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0,
                maxValue=180,
            )
        yield QgsProcessingParameterNumber(
            self.MAX_ITEMS,
            self.tr("Most observations to read (0 = no limit)"),
            QgsProcessingParameterNumber.Type.Integer,
            1000,
            minValue=0,
        )
        yield QgsProcessingParameterBoolean(
            self.LABELS, self.tr("Read the angles from each observation's label"), True
        )

    def _advanced_inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        settings = load_settings()
        for name, description, default in (
            (self.API_URL, self.tr("Root of the STAC API"), settings.api_url),
            (self.ASSET, self.tr("Asset that goes into the manifest"), "image"),
            (self.REMOTE, self.tr("Name of the rclone remote"), settings.remote),
        ):
            parameter = QgsProcessingParameterString(name, description, default)
            parameter.setFlags(
                parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced
            )
            yield parameter

    def _destinations(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield QgsProcessingParameterFeatureSink(
            self.OUTPUT, self.tr("Footprints"), QgsProcessing.SourceType.TypeVectorPolygon
        )
        yield QgsProcessingParameterFileDestination(
            self.MANIFEST,
            self.tr("rclone manifest"),
            self.tr("rclone manifest (*.txt)"),
            optional=True,
            createByDefault=False,
        )
