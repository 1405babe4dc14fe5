"""What a folder holds, to be compared; and what happens to files."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path


def contents(folder: Path, pattern: str = "*") -> dict[str, bytes]:
    """Returns the files below a folder by their path from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob(pattern)
        if path.is_file()
    }


def damages(zeros: int, noise: int) -> dict[str, Callable[[bytes], bytes]]:
    """Returns what may become of a file, by a word; from such bytes on it is zeros, or noise."""
    return {
        "text": lambda data: b"This is no database. " * len(data),
        "header": lambda data: b"\xff" * 100 + data[100:],
        "half": lambda data: data[: len(data) // 2],
        "beginning": lambda data: data[: len(data) // 50],
        "zeros": lambda data: data[:zeros] + bytes(len(data) - zeros),
        "noise": lambda data: data[:noise] + random.Random(1).randbytes(len(data) - noise),
    }
