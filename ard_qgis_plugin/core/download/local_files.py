"""Files of a download on disk: what is there, and the pieces that are to go."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_PARTIAL = re.compile(r"(.+)\.[0-9a-f]{8}\.partial")  # how rclone from 1.63 on names a piece


class LocalFile(NamedTuple):
    """A file on disk: bytes, and when it was modified in seconds since 1970."""

    size: int
    modified: float


def local_file(path: Path) -> LocalFile | None:
    """Returns what is on disk there; None where there is no file."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return LocalFile(status.st_size, status.st_mtime) if path.is_file() else None


def remove_file(path: Path) -> None:
    """Removes a file if it can be."""
    with suppress(OSError):
        path.unlink()


def remove_pieces(paths: Iterable[Path]) -> None:
    """Removes what an rclone that was killed has left beside these files."""
    names: defaultdict[Path, set[str]] = defaultdict(set)
    for path in paths:
        names[path.parent].add(path.name)
    for folder, wanted in names.items():
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in list(entries):
                piece = _PARTIAL.fullmatch(entry.name)
                if piece and piece[1] in wanted:
                    remove_file(folder / entry.name)
