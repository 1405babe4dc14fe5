"""VRTs: small files that stand for an image, or for a mosaic of several, wherever they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from osgeo import gdal

from ...core.model.errors import OutputError
from .inspection import Image

_UNSAFE = re.compile(r"[^\w.+-]+")


def make_folder(folder: Path) -> None:
    """Makes the folder of the VRTs; raises OutputError where it can't be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {folder} can't be made ({error.strerror}): choose another."
        ) from error


def write_vrts(images: Sequence[Image], folder: Path) -> list[Path]:
    """Writes a VRT for each image, named by its id; raises OutputError."""
    taken: set[str] = set()
    return [_write_vrt(image, folder / f"{_free_name(image.name, taken)}.vrt") for image in images]


def write_mosaics(
    groups: Iterable[tuple[str, Sequence[Image]]], folder: Path
) -> list[tuple[Path, Sequence[Image]]]:
    """Writes a mosaic for each group, one for each CRS where its images have several."""
    taken: set[str] = set()
    mosaics: list[tuple[Path, Sequence[Image]]] = []
    for group, images in groups:
        by_crs: defaultdict[tuple[str, int], list[Image]] = defaultdict(list)
        for image in images:
            by_crs[image.crs, image.bands].append(image)
        for alike in by_crs.values():
            name = _free_name(f"mosaic {group or 'images'}", taken)
            path = folder / f"{name}.vrt"
            sources = [image.source for image in alike]
            _check(gdal.BuildVRT(str(path), sources), path)
            mosaics.append((path, alike))
    return mosaics


def _write_vrt(image: Image, path: Path) -> Path:
    _check(gdal.Translate(str(path), image.source, format="VRT"), path)
    return path


def _check(dataset: gdal.Dataset | None, path: Path) -> None:
    if dataset is not None:
        dataset.FlushCache()
    if dataset is None or not path.is_file():
        raise OutputError(f"{path} can't be written: check the folder's permissions and space.")


def _free_name(name: str, taken: set[str]) -> str:
    stem = _UNSAFE.sub("-", name.replace("°", "")).strip("-.") or "image"
    number, free = 1, stem
    while free.lower() in taken:
        number += 1
        free = f"{stem}-{number}"
    taken.add(free.lower())
    return free
