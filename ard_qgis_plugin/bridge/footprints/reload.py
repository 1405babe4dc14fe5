"""Layers of a project whose file was written anew: they read it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsDataProvider,
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal

from .destination import written_path
from .postgis import postgis_table

STYLED = "planetary_ard/styled"
"""The property of a layer that has its style, which may be the user's by now."""

_DATABASES = (".gpkg", ".sqlite")


def reload_layers(results: Iterable[Any], project: QgsProject) -> None:
    """Has layers of a project read the files or tables anew that are among an algorithm's results.

    On the main thread, soon where this is called from another.
    """
    written = [each for each in results if isinstance(each, str) and each]
    application = QgsApplication.instance()
    if application is None or QThread.currentThread() == application.thread():
        _reload(written, project)
        return
    messenger = _Messenger(written, project)
    messenger.moveToThread(application.thread())
    messenger.sent.connect(messenger.deliver)
    messenger.sent.emit()


def layers_that_show(written: str, project: QgsProject) -> Iterator[QgsMapLayer]:
    """Yields the layers of a project that show a file or table, as outputs name it."""
    place = _place(written)
    for layer in project.mapLayers().values():
        if place is not None and place == _place_of_layer(layer):
            yield layer


_under_way: set[_Messenger] = set()


class _Messenger(QObject):
    """A message to the main thread to read layers anew; kept until it is delivered."""

    sent = pyqtSignal()

    def __init__(self, written: list[str], project: QgsProject) -> None:
        super().__init__()
        self._written = written
        self._project = project
        _under_way.add(self)

    def deliver(self) -> None:
        """Reads the layers anew; called on the main thread."""
        _reload(self._written, self._project)
        _under_way.discard(self)


def _reload(written: Iterable[str], project: QgsProject) -> None:
    for destination in written:
        for layer in layers_that_show(destination, project):
            if isinstance(layer, QgsVectorLayer):
                _open_again(layer)
            elif isinstance(layer, QgsRasterLayer):
                layer.reload()
            layer.triggerRepaint()


def _open_again(layer: QgsVectorLayer) -> None:
    """Opens a layer's file again, for its fields, its count and its extent; CRS and style stay."""
    crs, kind = layer.crs(), layer.geometryType()
    options = QgsDataProvider.ProviderOptions()
    layer.setDataSource(layer.source(), layer.name(), layer.providerType(), options, False)
    layer.setCrs(crs)
    layer.updateExtents(True)
    if layer.geometryType() != kind:  # a GeoJSON without features has none, and costs the style
        layer.removeCustomProperty(STYLED)


def _place_of_layer(layer: QgsMapLayer) -> tuple[str, ...] | None:
    if layer.providerType() == "postgres":
        return _place_of_table(QgsDataSourceUri(layer.source()))
    if layer.providerType() in ("ogr", "gdal"):
        return _place(layer.source())
    return None


def _place(destination: str) -> tuple[str, ...] | None:
    """Returns the file, with the table where it can hold several; or database and table."""
    if table := postgis_table(destination):
        return _place_of_table(table)
    name, _, rest = destination.partition("|")
    if written_path(name) is None:
        return None
    path = Path(name).absolute()
    if path.suffix.lower() not in _DATABASES:
        return (str(path),)
    options = dict(each.partition("=")[::2] for each in rest.split("|"))
    return str(path), options.get("layername") or path.stem


def _place_of_table(table: QgsDataSourceUri) -> tuple[str, ...]:
    server = (table.host(), table.port(), table.database(), table.service())
    return (*server, table.schema() or "public", table.table())
