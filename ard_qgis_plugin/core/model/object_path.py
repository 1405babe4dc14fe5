"""ObjectPath: where a file is in a bucket, from any form of its address."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from .errors import ManifestError

DEFAULT_REGION = "us-west-2"  # where USGS keeps its buckets; taken where an address names no region

_AWS_SUFFIXES = (".amazonaws.com", ".amazonaws.com.cn")
_AWS_HOST = re.compile(
    r"(?:(?P<bucket>.+)\.)?s3(?:\.dualstack)?(?:[.-](?P<region>[a-z]{2}(?:-[a-z]+)+-\d+))?"
)
_SERVER = re.compile(r"(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?")
_PLAIN = re.compile(r"(https?)://([A-Za-z0-9.:-]+)/([A-Za-z0-9._/-]+)")
_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,254}")
_LINE_BREAKERS = {"Cc", "Cs", "Zl", "Zp"}  # control, lone surrogate, line and paragraph separator
_KEY_BYTES = 1024  # S3's own limit
_SHOWN = 120  # characters of an address that a message repeats


class ObjectPath(NamedTuple):
    """One object of a bucket; `endpoint` is empty for AWS, else it has no `region`."""

    bucket: str
    key: str
    region: str = DEFAULT_REGION
    endpoint: str = ""


def object_path(href: str) -> ObjectPath:
    """Finds bucket, key and server of an address; raises ManifestError where it names no object.

    Takes http(s) addresses of AWS in all styles (the bucket in the host or in the path, with or
    without a region), http(s) addresses of other servers (their first folder is the bucket),
    s3://bucket/key, /vsis3/bucket/key, and /vsicurl/ in front of http(s). Keys of http(s) addresses
    are percent-decoded; their query and fragment are no part of the object and are left out.
    """
    if plain := _PLAIN.fullmatch(href):  # nearly all are: it takes a third of the time
        return _on_host(href, *plain.groups())
    if _breaks_lines(href):
        raise _refused(href, "it holds a line break or another control character")
    if href.startswith("/vsis3/"):
        return _in_path(href, href.removeprefix("/vsis3/"))
    if href[:5].lower() == "s3://":
        return _in_path(href, href[5:])
    try:
        url = urlsplit(href.removeprefix("/vsicurl/"))
        path = unquote(url.path, errors="strict").removeprefix("/")
    except ValueError as error:
        raise _refused(href, "it is no valid address") from error
    if url.scheme not in {"http", "https"}:
        raise _refused(href, "only http, https and s3 addresses lead to one")
    if _breaks_lines(path):
        raise _refused(href, "its path holds an encoded control character")
    return _on_host(href, url.scheme, url.netloc, path)


def _on_host(href: str, scheme: str, netloc: str, path: str) -> ObjectPath:
    try:
        bucket, region, endpoint = _server(scheme, netloc)
    except ValueError as error:
        raise _refused(href, str(error)) from None
    if bucket:
        return _checked(href, ObjectPath(bucket, path, region, endpoint))
    return _in_path(href, path, region, endpoint)


@lru_cache(maxsize=64)  # thousands of files are on one: a third less time for each
def _server(scheme: str, netloc: str) -> tuple[str, str, str]:
    """Returns bucket, if it is in the server's name, region and endpoint; raises ValueError."""
    server = netloc.lower()
    if not _SERVER.fullmatch(server):
        raise ValueError("its server name is missing, not plain ASCII, or holds a user name")
    host = server.partition(":")[0]
    suffix = next((suffix for suffix in _AWS_SUFFIXES if host.endswith(suffix)), None)
    if suffix is None:
        return "", "", f"{scheme}://{server}"
    aws = _AWS_HOST.fullmatch(host.removesuffix(suffix))
    if aws is None:
        raise ValueError("its server is one of Amazon's, but not S3")
    return aws["bucket"] or "", aws["region"] or DEFAULT_REGION, ""


def _in_path(href: str, path: str, region: str = DEFAULT_REGION, endpoint: str = "") -> ObjectPath:
    bucket, _, key = path.partition("/")
    return _checked(href, ObjectPath(bucket, key, region, endpoint))


def _checked(href: str, found: ObjectPath) -> ObjectPath:
    if not _BUCKET.fullmatch(found.bucket):
        raise _refused(href, f"{found.bucket!r} is no bucket name")
    if not found.key:
        raise _refused(href, "it names a bucket, but no file in it")
    path = f"/{found.key}/"
    if "//" in path or "/./" in path or "/../" in path:
        raise _refused(href, "its path has an empty, '.' or '..' part, or is a folder")
    if len(found.key.encode()) > _KEY_BYTES:
        raise _refused(href, f"its path is longer than {_KEY_BYTES} bytes")
    return found


def _breaks_lines(text: str) -> bool:
    return not text.isprintable() and any(
        unicodedata.category(character) in _LINE_BREAKERS for character in text
    )


def _refused(href: str, reason: str) -> ManifestError:
    # the query may hold a signature, and the server's part a password: neither is repeated
    shown = re.sub(r"//[^/]*@", "//", href.partition("?")[0])
    shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
    return ManifestError(f"The address {shown!r} is not that of a file in a bucket: {reason}.")
