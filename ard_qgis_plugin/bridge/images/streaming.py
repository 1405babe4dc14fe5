"""Images over the network: the names and settings with which GDAL reads them fast."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from osgeo import gdal

from ...core.model.errors import ManifestError
from ...core.model.object_path import ObjectPath, object_path

# Part of each source's name, so that they stay with the layer in its project: no look for sidecar
# files (seven requests an image), and another attempt where the server falters.
_OPTIONS = "empty_dir=yes&list_dir=no&max_retry=3&retry_delay=1"
_CHOICES = (_OPTIONS, f"{_OPTIONS}&use_head=no")

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
_ENDINGS = "CPL_VSIL_CURL_ALLOWED_EXTENSIONS"
_HEAD = "CPL_VSIL_CURL_USE_HEAD"
_OPTIONED = "vsicurl"  # what GDAL takes for the ending of a name with options

_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SERVER = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_IN_ADDRESSES = "/?#[]@!$&'()*+,;=:%-._~"  # what stays as it is

_before: dict[str, str | None] = {}
"""What the settings were that set_up_streaming() has made."""


def set_up_streaming() -> None:
    """Makes GDAL's settings for streaming, less those that the user has made.

    Where the user lets GDAL read files of some endings only, names with options are let through
    too, and the other names can do without HEAD.
    """
    for name, value in _SETTINGS.items():
        if gdal.GetConfigOption(name) is None:
            _set(name, value)
    endings = gdal.GetConfigOption(_ENDINGS)
    if endings is not None and _OPTIONED not in _listed(endings):
        _set(_ENDINGS, f"{endings},{_OPTIONED}")
    if endings is not None and gdal.GetConfigOption(_HEAD) is None:
        _set(_HEAD, "NO")


def undo_streaming() -> None:
    """Takes back the settings that set_up_streaming() made."""
    while _before:
        gdal.SetConfigOption(*_before.popitem())


def _set(name: str, value: str) -> None:
    _before.setdefault(name, gdal.GetConfigOption(name))
    gdal.SetConfigOption(name, value)


def local_path(href: str, folder: Path) -> Path | None:
    """Returns where ard:download puts the file of an address below a folder, if it is there."""
    try:
        found = object_path(href)
    except ManifestError:
        return None
    path = folder.joinpath(found.bucket, *found.key.split("/"))
    return path if path.is_file() else None


def streamed_names(href: str) -> list[str]:
    """Returns the names by which GDAL may read an address, the best first.

    Signed addresses are for GET alone, and some servers refuse HEAD for all. A name with options is
    not read where GDAL is let read files of some endings only, so one that ends well has none
    there. Raises ManifestError where it is no address of a file.
    """
    url = _web_address(href.strip())
    endings = gdal.GetConfigOption(_ENDINGS)
    plain = f"/vsicurl/{url}"
    if endings is not None and plain.partition("?")[0].lower().endswith(_listed(endings)):
        return [plain]
    names = [f"/vsicurl?{options}&url={quote(url, safe='')}" for options in _CHOICES]
    return names[1:] if "?" in url else names


def _web_address(href: str) -> str:
    """Returns an address of the web with all that must be encoded in it."""
    url = href.removeprefix("/vsicurl/")
    server = _SERVER.match(url)
    if not server:
        return _https(object_path(href))
    rest = _BAD_PERCENT.sub("%25", url[server.end() :])
    return server[0] + quote(rest, safe=_IN_ADDRESSES)


def _listed(endings: str) -> tuple[str, ...]:
    return tuple(endings.lower().replace(",", " ").split())


def _https(found: ObjectPath) -> str:
    server = found.endpoint or f"https://s3.{found.region}.amazonaws.com"
    return f"{server}/{found.bucket}/{quote(found.key)}"
