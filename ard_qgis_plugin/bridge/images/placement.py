"""Images of footprints onto the map, and as VRTs to a folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...core.manifest.asset_file import AssetFile
from ...core.model.omissions import Omissions
from ...translation import tr
from .groups import GroupBy, GroupNames, Stretch, group_names
from .inspection import Image, Unreadable, look_at
from .layers import image_layer, load_layers
from .presence import Presence, downloaded_since, each_once, image_key, mark_image
from .streaming import set_up_streaming
from .stretch import limits_for, limits_of
from .vrt import make_folder, write_mosaics, write_vrts

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How images are added.

    `folder` is where ard:download put them, None streams them all; `vrt_folder` gets a VRT for
    each image and mosaic, None writes none. `present` are the images that are on the map already.
    """

    folder: Path | None = None
    vrt_folder: Path | None = None
    group_by: GroupBy = GroupBy.COLLECTION
    stretch: Stretch = Stretch.SHARED
    present: Mapping[str, Presence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """How many images were added and how many could not be.

    `downloaded` are the local files of layers that were on the map and streamed, by their ids.
    """

    added: int
    failed: int
    downloaded: Mapping[str, str] = field(default_factory=dict)


def add_images(
    files: Sequence[AssetFile],
    options: AddOptions,
    output: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Added:
    """Opens images, has QGIS load them where there is a project, and writes their VRTs.

    Runs in the thread of an algorithm, so that the interface is free. An image that can't be read
    is named in a warning, one that is on the map already is not added again. Raises
    CancelledError, OutputError.
    """
    set_up_streaming()
    files = each_once(files)
    downloaded = downloaded_since(files, options.present, options.folder)
    there = [file for file in files if image_key(file) in options.present]
    if there:
        text = tr("{count} of the images are on the map already.")
        feedback.pushInfo(text.format(count=len(there)))
    if not options.vrt_folder:
        files = [file for file in files if image_key(file) not in options.present]

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
    layers, kept = [], []  # PyQt takes a new provider for one that was deleted at its address
    for image, source, its in zip(images, sources, limits, strict=True):
        kept.append(layer := image_layer(image, source, its))
        if options.vrt_folder:
            layer.saveNamedStyle(str(Path(source).with_suffix(".qml")))
        mark_image(layer, image.file)
        if image_key(image.file) not in options.present:
            layers.append((layer, name_of(image.file.row)))
    if options.vrt_folder:
        _write_mosaics(images, name_of, options.stretch, options.vrt_folder)
    load_layers(layers, output, context)
    return Added(len(layers), len(found) - len(images), downloaded)


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
