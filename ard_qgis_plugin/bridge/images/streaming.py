"""Images over the network: the names and settings with which GDAL reads them fast."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from osgeo import gdal

from ...core.model.errors import ManifestError
from ...core.model.object_path import ObjectPath, object_path

# Part of each source's name, so that they stay with the layer in its project: no look for sidecar
# files (seven requests an image), and another attempt where the server falters.
_OPTIONS = "empty_dir=yes&list_dir=no&max_retry=3&retry_delay=1"

# What USGS recommends for all that is read over HTTP. Its two other settings, no sidecar files and
# .tif files only, would be felt by every other layer of the project: the first is in the name.
_SETTINGS = {
    "GDAL_HTTP_MERGE_CONSECUTIVE_RANGES": "YES",
    "GDAL_HTTP_MULTIPLEX": "YES",
    "GDAL_HTTP_VERSION": "2TLS",
    "VSI_CACHE": "TRUE",
    "VSI_CACHE_SIZE": "5000000",  # bytes
    "CPL_VSIL_CURL_CACHE_SIZE": "200000000",  # bytes
}

_ours: set[str] = set()


def set_up_streaming() -> None:
    """Makes GDAL's settings for streaming, less those that the user has made."""
    for name, value in _SETTINGS.items():
        if gdal.GetConfigOption(name) is None:
            gdal.SetConfigOption(name, value)
            _ours.add(name)


def undo_streaming() -> None:
    """Takes back the settings that set_up_streaming() made."""
    while _ours:
        gdal.SetConfigOption(_ours.pop(), None)


def local_path(href: str, folder: Path) -> Path | None:
    """Returns where ard:download puts the file of an address below a folder, if it is there."""
    try:
        found = object_path(href)
    except ManifestError:
        return None
    path = folder.joinpath(found.bucket, *found.key.split("/"))
    return path if path.is_file() else None


def streamed_name(href: str) -> str:
    """Returns the name by which GDAL reads an address; raises ManifestError where there is none."""
    url = href if href.lower().startswith(("http://", "https://")) else _https(object_path(href))
    return f"/vsicurl?{_OPTIONS}&url={quote(url, safe='')}"


def _https(found: ObjectPath) -> str:
    server = found.endpoint or f"https://s3.{found.region}.amazonaws.com"
    return f"{server}/{found.bucket}/{quote(found.key)}"
