"""rclone's paths of files in buckets, and the names that a remote can have."""

from __future__ import annotations

import re

from ..model.errors import InputError
from ..model.object_path import ObjectPath, object_path

_REMOTE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")


def rclone_path(href: str, remote: str) -> str:
    """Writes an address as rclone's path, such as s3_noauth:/astrogeo-ard/moon/image.tif."""
    return format_path(object_path(href), check_remote(remote))


def format_path(found: ObjectPath, remote: str) -> str:
    """Writes an object of a remote as rclone's path, with the slash that the tutorial has."""
    return f"{remote}:/{found.bucket}/{found.key}"


def check_remote(name: str) -> str:
    """Returns the name of a remote if rclone's configuration can hold it; raises InputError."""
    if not _REMOTE.fullmatch(name):
        raise InputError(
            f"The remote name {name!r} can't be used: take ASCII letters, digits, '_', '-' and '.' "
            "only, and begin with a letter, a digit or '_'."
        )
    return name
