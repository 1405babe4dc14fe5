"""ard:index: whole collections with every angle in one file, made once and then kept up to date."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ...bridge.inputs.network import network_options
from ...bridge.inputs.target_body import searched_body
from ...bridge.reports.index_messages import tell_index
from ...bridge.reports.search_messages import SearchProgress
from ...core.model.errors import InputError
from ...core.model.network_options import NetworkOptions
from ...settings import load_settings, remember_index
from .index_declaration import IndexDeclaration
from .place import area_in, collections_in, layer_file, place_again

if TYPE_CHECKING:
    from ...core.index.page_writer import IndexReport
    from ...core.index.reading import IndexRequest


class IndexAlgorithm(IndexDeclaration):
    """The reading of whole collections into a file that searches are answered from."""

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Reads what the file doesn't hold yet, and notes it for later searches."""
        from ...bridge.index.parquet import check_parquet, write_parquet  # noqa: PLC0415
        from ...bridge.inputs.label_cache import cache_options  # noqa: PLC0415
        from ...core.index.reading import IndexReading  # noqa: PLC0415

        parquet = self.parameterAsFileOutput(parameters, self.PARQUET, context)
        if parquet:
            check_parquet(Path(parquet))
        settings = load_settings()
        network = network_options(settings.concurrency)
        request = self._request(parameters, context, feedback, network)
        parts = self.parameterAsInt(parameters, self.PARTS, context)
        if parts > 1:
            self._write_job(request, parts, parameters, context, feedback)
            return {}
        request = self._in_part(request, self.parameterAsString(parameters, self.PART, context))
        # the tasks of a cluster would all write to one cache, over its network
        is_task = request.share is not None or request.parts > 0
        kept = 0 if is_task else settings.labels_kept
        cache = cache_options(kept, refresh=request.refresh)
        progress = SearchProgress(feedback)
        reading = IndexReading(request, network, progress, feedback.isCanceled, cache)
        report = reading.run()
        if request.share is None:
            remember_index(str(request.path))
        if parquet:
            write_parquet(request.path, Path(parquet), feedback.isCanceled)
        tell_index(feedback, report, request.path)
        written = {self.PARQUET: parquet} if parquet else {}
        return {self.INDEX: str(request.path), **written, **self._counts(report)}

    def _counts(self, report: IndexReport) -> dict[str, int]:
        return {
            self.ADDED: report.added,
            self.CHANGED: report.changed,
            self.UNCHANGED: report.total - report.added - report.changed,
            self.GONE: report.gone,
            self.WITH_INCIDENCE: report.with_incidence,
            self.WITHOUT_INCIDENCE: report.without_incidence,
        }

    def _write_job(
        self,
        request: IndexRequest,
        parts: int,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        from ...core.index.cluster.job import write_index_job  # noqa: PLC0415

        place = place_again(self, parameters, context) if request.area else {}
        layer = place.get(self.AREA)
        if layer is not None:
            place[self.AREA] = layer_file(parameters[self.AREA])
        given = {
            self.COLLECTIONS: ",".join(request.collections),
            self.API_URL: request.api_url,
            self.LABELS: str(request.labels).lower(),
            self.REFRESH: str(request.refresh).lower(),
        }
        path = write_index_job(request.path, parts, given | place)
        feedback.pushInfo(
            self.tr("{path} is written: run sh {name} on the cluster.").format(
                path=path, name=path.name
            )
        )

    def _in_part(self, request: IndexRequest, part: str) -> IndexRequest:
        """Returns the request for what PART says of it."""
        from ...core.index.cluster.share import Share, part_path, share_of  # noqa: PLC0415

        if not part.strip():
            return request
        share = share_of(part)
        if not isinstance(share, Share):
            return replace(request, parts=share)
        return replace(request, share=share, path=part_path(request.path, share.number))

    def _request(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        network: NetworkOptions,
    ) -> IndexRequest:
        from ...bridge.index.options import default_index  # noqa: PLC0415
        from ...bridge.index.style import index_style  # noqa: PLC0415
        from ...core.catalog.collection_bodies import bodies_of_collections  # noqa: PLC0415
        from ...core.index.reading import IndexRequest  # noqa: PLC0415

        api_url = self.parameterAsString(parameters, self.API_URL, context).strip().rstrip("/")
        collections = collections_in(self, parameters, self.COLLECTIONS, context)
        bodies = bodies_of_collections(api_url, collections, network, feedback.isCanceled)
        area = area_in(self, parameters, context, feedback, bodies)
        body = area.body if area else searched_body(bodies, QgsCoordinateReferenceSystem())
        given = self.parameterAsFileOutput(parameters, self.INDEX, context)
        path = Path(given) if given else default_index(body)
        if path.suffix.lower() != ".gpkg":
            raise InputError(f"INDEX is {path}: give the path of a file that ends in .gpkg.")
        return IndexRequest(
            path=path,
            api_url=api_url,
            collections=tuple(collections),
            body=body,
            area=area,
            labels=self.parameterAsBoolean(parameters, self.LABELS, context),
            refresh=self.parameterAsBoolean(parameters, self.REFRESH, context),
            max_items=self.parameterAsInt(parameters, self.MAX_ITEMS, context),
            style=index_style(),
        )
