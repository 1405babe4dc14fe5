"""Images of footprints onto the map, and as VRTs to a folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...core.manifest.asset_file import AssetFile
from ...core.model.omissions import Omissions
from .groups import GroupBy, GroupNames, Stretch, group_names
from .inspection import Image, Unreadable, look_at
from .layers import image_layer, load_layers
from .streaming import set_up_streaming
from .stretch import limits_for, limits_of
from .vrt import make_folder, write_mosaics, write_vrts

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How images are added.

    `folder` is where ard:download put them, None streams them all; `vrt_folder` gets a VRT for
    each image and mosaic, None writes none.
    """

    folder: Path | None = None
    vrt_folder: Path | None = None
    group_by: GroupBy = GroupBy.COLLECTION
    stretch: Stretch = Stretch.SHARED


@dataclass(frozen=True, slots=True)
class Added:
    """How many images were added and how many could not be."""

    added: int
    failed: int


def add_images(
    files: Sequence[AssetFile],
    options: AddOptions,
    output: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Added:
    """Opens images, has QGIS load them where there is a project, and writes their VRTs.

    Runs in the thread of an algorithm, so that the interface is free. An image that can't be read
    is named in a warning. Raises CancelledError, OutputError.
    """
    set_up_streaming()

    def show(done: int, total: int) -> None:
        feedback.setProgress(_PERCENT * done / total)

    found = look_at(files, options.folder, show, feedback.isCanceled)
    images = [image for image in found if isinstance(image, Image)]
    _tell(found, feedback)
    sources = [image.source for image in images]
    if options.vrt_folder:
        make_folder(options.vrt_folder)
        sources = [str(path) for path in write_vrts(images, options.vrt_folder)]
    limits = limits_for(images, options.stretch)
    name_of = group_names([image.file.row for image in images], options.group_by)
    layers = []
    for image, source, its in zip(images, sources, limits, strict=True):
        layer = image_layer(image, source, its)
        if options.vrt_folder:
            layer.saveNamedStyle(str(Path(source).with_suffix(".qml")))
        layers.append((layer, name_of(image.file.row)))
    if options.vrt_folder:
        _write_mosaics(images, name_of, options.stretch, options.vrt_folder)
    load_layers(layers, output, context)
    return Added(len(images), len(found) - len(images))


def _write_mosaics(
    images: Sequence[Image], name_of: GroupNames, stretch: Stretch, folder: Path
) -> None:
    groups: defaultdict[str, list[Image]] = defaultdict(list)
    for image in images:
        groups[name_of(image.file.row)].append(image)
    for path, alike in write_mosaics(groups.items(), folder):
        limits = None if stretch is Stretch.NONE else limits_of(alike)
        layer = image_layer(alike[0], str(path), limits)
        layer.saveNamedStyle(str(path.with_suffix(".qml")))


def _tell(found: Sequence[Image | Unreadable], feedback: QgsProcessingFeedback) -> None:
    omissions = Omissions("images can't be read", "not added")
    for each in found:
        if isinstance(each, Unreadable):
            omissions.add(f"{each.file.row.id} ({each.reason})")
    if omissions.count:
        feedback.pushWarning(str(omissions))
