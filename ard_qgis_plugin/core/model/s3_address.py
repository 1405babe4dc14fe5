"""s3:// and GDAL's addresses as https ones, which is how a label in a bucket is read."""

from __future__ import annotations

from urllib.parse import quote

from .errors import ManifestError
from .object_path import DEFAULT_REGION, object_path

_BUCKETS = ("s3://", "/vsis3/")
_ON_THE_WEB = "/vsicurl/http"  # GDAL's name of what is on the web


def web_address(href: str) -> str:
    """Returns where a file of a public bucket is on the web; another address comes as it is.

    The bucket is taken to be in USGS's region, because such an address names none. One that names
    no file comes as it is too, and can't be read.
    """
    if href.startswith(_ON_THE_WEB):
        return href.removeprefix("/vsicurl/")
    if not href[:7].lower().startswith(_BUCKETS):
        return href
    try:
        found = object_path(href)
    except ManifestError:
        return href
    host, path = f"s3.{DEFAULT_REGION}.amazonaws.com", quote(found.key)
    if "." in found.bucket:  # would be no host name that S3's certificate covers
        return f"https://{host}/{found.bucket}/{path}"
    return f"https://{found.bucket}.{host}/{path}"
