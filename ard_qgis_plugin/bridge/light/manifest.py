"""The manifest of chosen images, written from what their layer knows of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...core.manifest.manifest import ManifestWriter
from ...core.model.errors import ManifestError
from ...core.model.omissions import Omissions
from .images_source import ImageLayer


def write_manifest(
    layer: ImageLayer, rows: Iterable[int], path: Path, remote: str
) -> tuple[int, str]:
    """Writes the files of images, each once; returns the lines, and a warning or "".

    Raises ManifestError where it can't be written.
    """
    omissions = Omissions("images have no address that rclone can use")
    with ManifestWriter(path, remote) as manifest:
        for row in rows:
            if problem := _add(manifest, layer.text(row, "image_url") or ""):
                omissions.add(f"{layer.text(row, 'id')} ({problem})")
    return manifest.line_count, str(omissions) if omissions.count else ""


def _add(manifest: ManifestWriter, href: str) -> str:
    """Adds a file to the manifest and returns why it could not, if so."""
    try:
        manifest.add(href)
    except ManifestError as error:
        return str(error)
    return ""
