"""ard:search: a view in, footprints with incidence angles and an rclone manifest out."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..bridge.collections_parameter import split_ids
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
from ..bridge.parameters import check_folder, optional_number, optional_time
from ..bridge.target_body import searched_body
from ..bridge.telling import ProgressTeller, tell
from ..core.bodies import Body
from ..core.errors import OutputError
from ..core.manifest import ManifestWriter
from ..core.request import SearchRequest
from ..core.spool import Spool
from ..settings import load_settings
from .search_declaration import SearchDeclaration


class SearchAlgorithm(SearchDeclaration):
    """Searches a STAC API and reads the solar incidence angle from each observation's label."""

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
        check_folder(parameters.get(self.OUTPUT))
        asset = self.parameterAsString(parameters, self.ASSET, context).strip()
        remote = self.parameterAsString(parameters, self.REMOTE, context).strip()
        with Spool() as rows, self._manifest(parameters, remote, context) as manifest:
            paths = AssetPaths(asset, remote, manifest)
            network = network_options(load_settings().concurrency)
            harvest = Harvest(request, network, ProgressTeller(feedback), feedback.isCanceled)
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
