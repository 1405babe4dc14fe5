"""What a folder holds, to be compared."""

from __future__ import annotations

from pathlib import Path


def contents(folder: Path, pattern: str = "*") -> dict[str, bytes]:
    """Returns the files below a folder by their path from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob(pattern)
        if path.is_file()
    }
