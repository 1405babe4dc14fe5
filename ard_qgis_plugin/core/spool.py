"""Spool: rows that wait on disk until all is well and the outputs can be written."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from typing import Any

_IN_MEMORY = 8 * 1024 * 1024  # bytes, before a file is made


class Spool:
    """Keeps plain values in order, in a temporary file that is gone with the context manager.

    Outputs are written from it once a search has succeeded, so a failed one leaves those of an
    earlier run as they are, and memory does not grow with the result.
    """

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY, prefix="ard-")  # noqa: SIM115
        self._count = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self._count

    def append(self, row: tuple[Any, ...]) -> None:
        """Adds one row of plain values."""
        pickle.dump(row, self._file, pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)  # noqa: S301 (our own file, never another's)
