"""Which images are on the map already: each is there once, however often it is added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsDataProvider, QgsMapLayer, QgsProject, QgsRasterLayer

from ...core.manifest.asset_file import AssetFile

_IMAGE = "planetary_ard/image"


@dataclass(frozen=True, slots=True)
class Presence:
    """An image's layer in a project: its id, and where it is read from."""

    layer: str
    source: str


def image_key(file: AssetFile) -> str:
    """Returns what tells an image from others: its address, without a signature."""
    return file.href.partition("?")[0]


def mark_image(layer: QgsRasterLayer, file: AssetFile) -> None:
    """Notes on a layer, and in its project's file, which image it shows."""
    layer.setCustomProperty(_IMAGE, image_key(file))


def is_image(layer: QgsMapLayer) -> bool:
    """Says whether a layer shows an image of a footprint."""
    return bool(layer.customProperty(_IMAGE))


def present_images(project: QgsProject | None) -> dict[str, Presence]:
    """Returns the images that a project has, by their keys."""
    layers = project.mapLayers().values() if project else ()
    return {
        str(layer.customProperty(_IMAGE)): Presence(layer.id(), layer.source())
        for layer in layers
        if is_image(layer)
    }


def each_once(files: Iterable[AssetFile]) -> list[AssetFile]:
    """Returns the files without those that came before; what has no address stays."""
    first: dict[str | int, AssetFile] = {}
    for file in files:
        first.setdefault(image_key(file) or id(file), file)
    return list(first.values())


def downloaded_since(
    files: Iterable[AssetFile], present: Mapping[str, Presence], folder: Path | None
) -> dict[str, str]:
    """Returns the local files for layers that stream them, by the layers' ids."""
    from .streaming import local_path  # noqa: PLC0415 (GDAL, which nothing needs at QGIS's start)

    found = {}
    for file in files:
        on_map = present.get(image_key(file))
        local = local_path(file.href, folder) if folder and on_map else None
        if on_map and local and on_map.source.startswith("/vsicurl"):
            found[on_map.layer] = str(local)
    return found


def read_from(sources: Mapping[str, str], project: QgsProject) -> None:
    """Has layers of a project, by their ids, read from elsewhere, in the same style."""
    for layer_id, source in sources.items():
        layer = project.mapLayer(layer_id)
        if isinstance(layer, QgsRasterLayer):
            options = QgsDataProvider.ProviderOptions()
            layer.setDataSource(source, layer.name(), "gdal", options, False)


def is_repeated(layer: QgsMapLayer, project: QgsProject) -> bool:
    """Says whether another layer of the project shows the same image."""
    key = layer.customProperty(_IMAGE)
    others = (each for each in project.mapLayers().values() if each.id() != layer.id())
    return bool(key) and any(each.customProperty(_IMAGE) == key for each in others)
