"""ard:search: a view in, footprints with incidence angles and an rclone manifest out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ...bridge.footprints.destination import EarlierLayer
from ...bridge.footprints.disk_sync import synced_once
from ...bridge.footprints.finished_layer import finish_layer
from ...bridge.footprints.layer import (
    FOOTPRINT_TYPE,
    TELLING_FIELDS,
    footprint_crs,
    footprint_fields,
    row_of,
)
from ...bridge.footprints.layer_metadata import Provenance, search_metadata
from ...bridge.footprints.postgis import postgis_table, set_body_crs
from ...bridge.footprints.writer import LayerWriter
from ...bridge.inputs.area_layer import polygons_of
from ...bridge.inputs.canvas import extent_text
from ...bridge.inputs.collections_parameter import split_ids
from ...bridge.inputs.network import network_options
from ...bridge.inputs.parameters import is_empty, optional_number, optional_time
from ...bridge.inputs.target_body import searched_body
from ...bridge.reports.search_messages import SearchProgress, shapeless_sentence, tell
from ...core.catalog.request import SearchRequest
from ...core.geometry.area import Area
from ...core.manifest.manifest import ManifestWriter
from ...core.model.errors import InputError, OutputError
from ...core.model.network_options import NetworkOptions
from ...core.search.report import SearchReport
from ...core.search.spool import Spool
from ...settings import load_settings
from .search_declaration import SearchDeclaration


class SearchAlgorithm(SearchDeclaration):
    """A search of a STAC API, with the solar incidence angle from each observation's label."""

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Searches, reads the labels, and writes layer and manifest once all of it succeeded."""
        from ...bridge.inputs.label_cache import cache_options  # noqa: PLC0415
        from ...core.manifest.asset_paths import AssetPaths  # noqa: PLC0415 (these import the libraries)
        from ...core.search.pipeline import Search  # noqa: PLC0415

        moment = datetime.now(timezone.utc)
        settings = load_settings()
        network = network_options(settings.concurrency)
        refresh = self.parameterAsBoolean(parameters, self.REFRESH, context)
        cache = cache_options(settings.labels_kept, refresh=refresh)
        request = self._request(parameters, context, feedback, network)
        asset = self.parameterAsString(parameters, self.ASSET, context).strip()
        remote = self.parameterAsString(parameters, self.REMOTE, context).strip()
        with (
            Spool() as rows,
            EarlierLayer(parameters.get(self.OUTPUT), TELLING_FIELDS) as earlier,
            self._manifest(parameters, remote, context) as manifest,
        ):
            paths = AssetPaths(asset, remote, manifest)
            teller = SearchProgress(feedback)
            harvest = Search(request, network, teller, feedback.isCanceled, cache)
            for observation in harvest:
                rows.append(row_of(observation, asset, paths.path_of(observation)))
            earlier.put_aside()
            writer = LayerWriter(context, feedback.isCanceled, earlier.abandon)
            place, sources = self._place(parameters, context), harvest.citing.sources
            found = Provenance(request, place, moment, sources, harvest.report)
            layer = self._write_layer(parameters, context, writer, rows, found)
        tell(feedback, harvest.report, paths.warnings())
        counts = self._counts(len(rows), harvest.report, manifest)
        return {**layer, **counts}

    def _counts(
        self, found: int, report: SearchReport, manifest: ManifestWriter | None
    ) -> dict[str, Any]:
        counts = {
            self.FOUND: found,
            self.WITH_INCIDENCE: report.with_incidence,
            self.WITHOUT_INCIDENCE: found - report.with_incidence,
            self.MANIFEST_LINES: manifest.line_count if manifest else 0,
        }
        return counts | ({self.MANIFEST: str(manifest.path)} if manifest else {})

    def _write_layer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        writer: LayerWriter,
        rows: Spool,
        found: Provenance,
    ) -> dict[str, str]:
        if is_empty(parameters.get(self.OUTPUT)):
            return {}
        body, fields = found.request.area.body, footprint_fields()
        table = postgis_table(parameters.get(self.OUTPUT))
        crs = QgsCoordinateReferenceSystem() if table else footprint_crs(body)
        with synced_once(parameters.get(self.OUTPUT)) as written:
            sink, destination = self.parameterAsSink(
                parameters, self.OUTPUT, context, fields, FOOTPRINT_TYPE, crs
            )
            if sink is None:
                raise OutputError(self.invalidSinkError(parameters, self.OUTPUT))
            writer.write(rows, fields, sink, destination)
            written.append(destination)
            if table:
                set_body_crs(table, body)
            if not finish_layer(destination, body, search_metadata(found), context):
                found.report.remarks.append(shapeless_sentence(destination))
        return {self.OUTPUT: destination}

    def _request(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        network: NetworkOptions,
    ) -> SearchRequest:
        from ...core.catalog.collection_bodies import bodies_of_collections  # noqa: PLC0415

        api_url = self.parameterAsString(parameters, self.API_URL, context).strip().rstrip("/")
        collections = self._collections(parameters, context)
        bodies = bodies_of_collections(api_url, collections, network, feedback.isCanceled)
        return SearchRequest(
            api_url=api_url,
            collections=tuple(collections),
            area=self._area(parameters, context, feedback, bodies),
            start=optional_time(self, parameters, self.START, context),
            end=optional_time(self, parameters, self.END, context),
            min_incidence=optional_number(self, parameters, self.MIN_INCIDENCE, context),
            max_incidence=optional_number(self, parameters, self.MAX_INCIDENCE, context),
            max_items=self.parameterAsInt(parameters, self.MAX_ITEMS, context),
            labels=self.parameterAsBoolean(parameters, self.LABELS, context),
        )

    def _collections(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        given = parameters.get(self.COLLECTIONS)
        if isinstance(given, (list, tuple)):  # as one writes it in Python
            return split_ids(",".join(map(str, given)))
        return split_ids(self.parameterAsString(parameters, self.COLLECTIONS, context))

    def _area(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        bodies: Mapping[str, Sequence[str]],
    ) -> Area:
        """Returns what is to be searched: the polygons of AREA if it is given, else the extent."""
        from ...bridge.inputs.extent import area_of_extent, area_of_polygons  # noqa: PLC0415

        layer = self.parameterAsSource(parameters, self.AREA, context)
        if layer is None and not is_empty(parameters.get(self.AREA)):
            raise InputError("AREA is no layer with polygons: give another or clear it.")
        default = self.parameterDefinition(self.EXTENT).defaultValue()
        if layer is None and is_empty(parameters.get(self.EXTENT, default)):
            raise InputError("Neither EXTENT nor AREA is given: say what is to be searched.")
        transforms = context.transformContext()
        if layer is not None:
            crs = layer.sourceCrs()
            polygons, body = polygons_of(layer), searched_body(bodies, crs)
            area, warnings = area_of_polygons(polygons, crs, body, transforms)
        else:
            crs = self.parameterAsExtentCrs(parameters, self.EXTENT, context)
            extent, body = (
                self.parameterAsExtent(parameters, self.EXTENT, context),
                searched_body(bodies, crs),
            )
            area, warnings = area_of_extent(extent, crs, body, transforms)
        for warning in warnings:
            feedback.pushWarning(warning)
        return area

    def _place(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        """Returns what is searched, as the parameter of another run."""
        layer = self.parameterAsSource(parameters, self.AREA, context)
        if layer is not None:
            return {self.AREA: layer.sourceName()}
        crs = self.parameterAsExtentCrs(parameters, self.EXTENT, context)
        extent = self.parameterAsExtent(parameters, self.EXTENT, context)
        return {self.EXTENT: extent_text(extent, crs)}

    def _manifest(
        self, parameters: dict[str, Any], remote: str, context: QgsProcessingContext
    ) -> AbstractContextManager[ManifestWriter | None]:
        path = self.parameterAsFileOutput(parameters, self.MANIFEST, context)
        return ManifestWriter(Path(path), remote) if path else nullcontext()
