"""ard:search: a view in, footprints with incidence angles and an rclone manifest out."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timezone
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    KEY_FIELDS,
    footprint_crs,
    footprint_fields,
    rows_of,
)
from ...bridge.footprints.layer_metadata import Provenance
from ...bridge.footprints.postgis import postgis_table, set_body_crs
from ...bridge.footprints.writer import LayerWriter
from ...bridge.inputs.last_search import remember_search
from ...bridge.inputs.network import network_options
from ...bridge.inputs.parameters import is_empty, optional_number, optional_time
from ...bridge.reports.search_messages import SearchProgress, shapeless_sentence, tell
from ...core.catalog.request import SearchRequest
from ...core.manifest.manifest import ManifestWriter
from ...core.model.errors import InputError, OutputError
from ...core.model.network_options import NetworkOptions
from ...core.search.report import SearchReport
from ...core.search.spool import Spool
from ...settings import load_settings
from .place import area_in, collections_in, extent_crs, place_again
from .search_declaration import ANYWHERE, SearchDeclaration

if TYPE_CHECKING:
    from ...core.index.choice import IndexOptions


_AT_ONCE = 250  # observations that become rows together


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
        from ...core.index.combined import CombinedSearch  # noqa: PLC0415
        from ...core.manifest.asset_paths import AssetPaths  # noqa: PLC0415 (these import the libraries)

        moment = datetime.now(timezone.utc)
        settings = load_settings()
        network = network_options(settings.concurrency)
        refresh = self.parameterAsBoolean(parameters, self.REFRESH, context)
        cache = cache_options(settings.labels_kept, refresh=refresh)
        indices = self._indices(parameters, context, network, refresh=refresh)
        request = self._request(parameters, context, feedback, network, indices)
        asset = self.parameterAsString(parameters, self.ASSET, context).strip()
        remote = self.parameterAsString(parameters, self.REMOTE, context).strip()
        with (
            Spool() as rows,
            EarlierLayer(parameters.get(self.OUTPUT), KEY_FIELDS) as earlier,
            self._manifest(parameters, remote, context) as manifest,
        ):
            paths = AssetPaths(asset, remote, manifest)
            progress = SearchProgress(feedback)
            search = CombinedSearch(
                request, network, progress, feedback.isCanceled, cache=cache, indices=indices
            )
            found = iter(search)
            while some := list(islice(found, _AT_ONCE)):
                rows.extend(rows_of(some, asset, [paths.path_of(each) for each in some]))
            earlier.put_aside()
            writer = LayerWriter(context, feedback.isCanceled, earlier.abandon)
            place = place_again(self, parameters, context)
            notes = search.notes
            origin = Provenance(request, place, moment, search.sources, search.report, notes)
            layer = self._write_layer(parameters, context, writer, rows, origin)
        tell(feedback, search.report, paths.warnings(), search.notes)
        counts = self._counts(len(rows), search.report, manifest)
        return {**layer, **counts}

    def prepareAlgorithm(  # noqa: N802 (QGIS gives the name)
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Remembers what is asked for, where somebody may ask again."""
        if context.project():
            remember_search(parameters)
        return super().prepareAlgorithm(parameters, context, feedback)

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
            if not finish_layer(destination, found, context):
                found.report.remarks.append(shapeless_sentence(destination))
        return {self.OUTPUT: destination}

    def _indices(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        network: NetworkOptions,
        *,
        refresh: bool,
    ) -> IndexOptions:
        """Returns how indices are to be used; labels that are to be read again are in none."""
        from ...bridge.index.options import index_options  # noqa: PLC0415
        from ...core.index.choice import Online  # noqa: PLC0415

        online = Online(self.parameterAsEnumString(parameters, self.ONLINE, context))
        if refresh and online is Online.AUTO:
            online = Online.ALWAYS
        given = self.parameterAsString(parameters, self.INDEX, context).strip()
        return index_options(given, online, load_settings(), network)

    def _request(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        network: NetworkOptions,
        indices: IndexOptions,
    ) -> SearchRequest:
        from ...core.catalog.collection_bodies import bodies_of_collections  # noqa: PLC0415
        from ...core.index.choice import kept_bodies  # noqa: PLC0415

        api_url = self.parameterAsString(parameters, self.API_URL, context).strip().rstrip("/")
        collections = collections_in(self, parameters, self.COLLECTIONS, context)
        bodies = kept_bodies(indices, collections)
        others = [each for each in collections if each not in bodies]
        bodies |= bodies_of_collections(api_url, others, network, feedback.isCanceled)
        area = area_in(self, parameters, context, feedback, bodies)
        if area is None:
            raise InputError(
                "Neither EXTENT nor AREA is given: say what is to be searched, or have the map "
                "show it, as Web › Planetary ARD › Go to does."
            )
        maps = extent_crs(self, parameters, context)
        for warning in self.map_warnings(area.body, context, *maps):
            feedback.pushWarning(warning)
        return SearchRequest(
            api_url=api_url,
            collections=tuple(collections),
            area=area,
            start=optional_time(self, parameters, self.START, context),
            end=optional_time(self, parameters, self.END, context),
            min_incidence=optional_number(self, parameters, self.MIN_INCIDENCE, context),
            max_incidence=optional_number(self, parameters, self.MAX_INCIDENCE, context),
            max_items=self.parameterAsInt(parameters, self.MAX_ITEMS, context),
            labels=self.parameterAsBoolean(parameters, self.LABELS, context),
            anywhere=self.parameterAsEnumString(parameters, self.INCIDENCE_AT, context) == ANYWHERE,
        )

    def _manifest(
        self, parameters: dict[str, Any], remote: str, context: QgsProcessingContext
    ) -> AbstractContextManager[ManifestWriter | None]:
        path = self.parameterAsFileOutput(parameters, self.MANIFEST, context)
        return ManifestWriter(Path(path), remote) if path else nullcontext()
