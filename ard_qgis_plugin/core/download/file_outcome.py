"""FileOutcome: one file of a download, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ..manifest.asset_file import AssetFile


class FileStatus(str, Enum):
    """What became of a file."""

    COPIED = "copied"
    ALREADY_THERE = "already_there"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Transfer:
    """One file to get: its path on the remote (bucket/key) and its place on disk."""

    file: AssetFile
    path: str
    local: Path


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file; `size` is in bytes, on the server, None where it is unknown."""

    file: AssetFile
    path: Path | None
    size: int | None
    status: FileStatus
    reason: str = ""
