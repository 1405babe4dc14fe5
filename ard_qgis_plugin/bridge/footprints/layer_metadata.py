"""What a footprint layer says of itself: whose data it holds, and how it was found."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from qgis.core import (
    Qgis,
    QgsAbstractMetadataBase,
    QgsBox3d,
    QgsDataProvider,
    QgsDateTimeRange,
    QgsLayerMetadata,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime

from ...core.catalog.api_url import shown_url
from ...core.catalog.citation import Source, doi_url
from ...core.catalog.request import SearchRequest, utc_text
from ...core.model.bodies import Body
from ...core.search.report import SearchReport
from ...translation import tr
from ..body_names import shown_body
from ..plugin_version import plugin_version
from .layer import footprint_crs

_ENTITY = re.compile(r"&(?=#?\w+;)")


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a layer came about: what was asked, where as the user said it, when, of whom.

    `place` is EXTENT or AREA, by that name; `moment` is an aware time. `indices` says what was
    answered from an index.
    """

    request: SearchRequest
    place: Mapping[str, str]
    moment: datetime
    sources: Sequence[Source]
    report: SearchReport
    indices: Sequence[str] = ()

    @property
    def api(self) -> str:
        """Returns the address of the API, as it may be shown."""
        return shown_url(self.request.api_url)

    @property
    def time(self) -> str:
        """Returns when the search began, in UTC."""
        return utc_text(self.moment.replace(microsecond=0)) or ""


def search_metadata(of: Provenance) -> QgsLayerMetadata:
    """Returns the metadata of a search's layer, but for its extent.

    QGIS shows all of it as HTML and escapes nothing, so what others wrote is escaped here.
    """
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    body = shown_body(of.request.area.body.name)
    metadata.setTitle(
        tr("Planetary ARD: footprints on {body}, {time}").format(body=body, time=of.time)
    )
    metadata.setAbstract("\n\n".join(_abstract(of)))
    metadata.setKeywords({tr("Body"): [body], tr("Collections"): _ids(of)})
    metadata.setLicenses(list(dict.fromkeys(_plain(s.license) for s in of.sources if s.license)))
    metadata.setRights([_citation_line(source) for source in of.sources])
    metadata.setLinks(list(_links(of)))
    metadata.setContacts(list(_contacts(of.sources)))
    metadata.setHistory(list(_history(of)))
    return metadata


def add_extent(metadata: QgsLayerMetadata, layer: QgsVectorLayer, body: Body) -> None:
    """Adds where and when the layer's footprints are, and the body's CRS."""
    crs = footprint_crs(body)
    metadata.setCrs(crs)
    extent = QgsLayerMetadata.Extent()
    bounds = layer.extent()
    if not bounds.isNull():
        spatial = QgsLayerMetadata.SpatialExtent()
        spatial.extentCrs = crs
        low, high = (bounds.xMinimum(), bounds.yMinimum()), (bounds.xMaximum(), bounds.yMaximum())
        spatial.bounds = QgsBox3d(*low, 0.0, *high, 0.0)
        extent.setSpatialExtents([spatial])
    extent.setTemporalExtents(list(_times(layer)))
    metadata.setExtent(extent)


def _times(layer: QgsVectorLayer) -> Iterator[QgsDateTimeRange]:
    """Yields the one range that the acquisition times are in, or nothing."""
    field = layer.fields().indexOf("datetime")
    if field < 0 or not layer.fields().at(field).isDateOrTime():  # those of a shapefile are texts
        return
    times = layer.minimumValue(field), layer.maximumValue(field)
    if all(isinstance(time, QDateTime) and time.isValid() for time in times):
        yield QgsDateTimeRange(*times)


def store_metadata(layer: QgsVectorLayer) -> None:
    """Stores the layer's metadata where it will be found when the layer is opened again.

    That is in a GeoPackage, in a database where QGIS can, else in a QMD file beside the layer's.
    """
    if layer.providerType() == "memory":
        return
    source = layer.source()
    if source.lower().endswith(".gpkg"):  # QGIS wants to be told which table, though there is one
        table = layer.dataProvider().subLayers()[0].split(QgsDataProvider.sublayerSeparator())[1]
        uri = f"{source}|layername={table}"  # to open it as a layer takes 7 ms
        QgsProviderRegistry.instance().saveLayerMetadata("ogr", uri, layer.metadata())
    else:
        layer.saveDefaultMetadata()


def _abstract(of: Provenance) -> Iterator[str]:
    yield tr(
        "Footprints of {count} observations of {body}, {known} of them with the solar incidence "
        "angle that their label holds. Found in {api} on {time} by Planetary ARD {version}, a "
        "plugin of QGIS."
    ).format(
        count=of.report.read - of.report.dropped,
        known=of.report.with_incidence,
        body=shown_body(of.request.area.body.name),
        api=of.api,
        time=of.time,
        version=plugin_version(),
    )
    for source in of.sources:
        lines = [f"{_plain(source.title)} ({_plain(source.id)})", *map(_plain, source.citations)]
        lines += [doi_url(doi) for doi in source.dois]
        if source.license:
            lines.append(tr("Licence: {name}").format(name=_plain(source.license)))
        yield "\n".join(lines)


def _ids(of: Provenance) -> list[str]:
    return [_plain(source.id) for source in of.sources]


def _citation_line(source: Source) -> str:
    title = _plain(source.title)
    if source.citations or source.dois:
        cited = [*map(_plain, source.citations), *map(doi_url, source.dois)]
        return tr("Cite {title}: {citation}").format(title=title, citation=" ".join(cited))
    return tr("{title}: the catalogue names no citation.").format(title=title)


def _links(of: Provenance) -> Iterator[QgsAbstractMetadataBase.Link]:
    yield _link("STAC API", of.api)
    for source in of.sources:
        for doi in source.dois:
            yield _link(f"{source.title}, DOI", doi_url(doi))
        for link in source.links:
            yield _link(f"{source.title}, {link.name}", link.url)


def _link(name: str, url: str) -> QgsAbstractMetadataBase.Link:
    return QgsAbstractMetadataBase.Link(_plain(name), "WWW:LINK", _plain(url))


def _contacts(sources: Sequence[Source]) -> Iterator[QgsAbstractMetadataBase.Contact]:
    providers = [provider for source in sources for provider in source.providers]
    for provider in dict.fromkeys(providers):
        contact = QgsAbstractMetadataBase.Contact(_plain(provider.name))
        contact.organization = _plain(provider.name)
        contact.role = _plain(", ".join(provider.roles))
        yield contact


def _history(of: Provenance) -> Iterator[str]:
    yield tr("{time}: searched with Planetary ARD {version} in QGIS {qgis}").format(
        time=of.time, version=plugin_version(), qgis=Qgis.QGIS_VERSION
    )
    yield tr("The search again: {command}").format(command=_plain(_command(of)))
    yield from (tr("From an index: {index}").format(index=_plain(each)) for each in of.indices)
    for query in of.request.area.queries():
        text = json.dumps(_query(of.request, query), ensure_ascii=False)
        asked = f"POST {of.api}/search {text}"
        yield tr("What the catalogue was asked: {query}").format(query=_plain(asked))
    yield from map(_plain, of.report.warnings())


def _command(of: Provenance) -> str:
    """Returns the command that searches the same again."""
    request = of.request
    options = {
        "API_URL": of.api,
        "COLLECTIONS": ",".join(request.collections),
        **of.place,
        "START": utc_text(request.start),
        "END": utc_text(request.end),
        "MIN_INCIDENCE": request.min_incidence,
        "MAX_INCIDENCE": request.max_incidence,
        "INCIDENCE_AT": "anywhere" if request.anywhere else None,
        "MAX_ITEMS": request.max_items,
        "LABELS": str(request.labels).lower(),
        "OUTPUT": "footprints.gpkg",
    }
    given = [f"--{name}={value}" for name, value in options.items() if value is not None]
    return shlex.join(["qgis_process", "run", "ard:search", *given])


def _query(request: SearchRequest, place: Mapping[str, object]) -> dict[str, object]:
    when = {"datetime": request.interval} if request.interval else {}
    return {"collections": list(request.collections), **place, **when}


def _plain(text: str) -> str:
    """Returns text that HTML shows as it is; what is no HTML anyway stays readable elsewhere."""
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
