"""Spool: rows that wait on disk until all is well and the outputs can be written."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ..model.errors import OutputError

_IN_MEMORY = 8 * 1024 * 1024  # bytes, before a file is made


class Spool:
    """Plain values in order, in a temporary file that is gone with the context manager.

    Outputs are written from it once a search has succeeded, so a failed one leaves those of an
    earlier run as they are, and memory does not grow with the result.
    """

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY, prefix="ard-")  # noqa: SIM115
        self._count = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # on a full disk the last flush fails too
            self._file.close()

    def __len__(self) -> int:
        return self._count

    def append(self, row: tuple[Any, ...]) -> None:
        """Adds a row of texts, numbers, bytes, None; raises OutputError where the disk is full."""
        try:
            self._file.write(_ENCODER.encode(row).encode("ascii") + b"\n")
        except OSError as error:
            raise _not_kept(error) from error
        self._count += 1

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        try:
            self._file.seek(0)  # writes what is buffered
        except OSError as error:
            raise _not_kept(error) from error
        for line in self._file:
            yield tuple(_DECODER.decode(line.decode("ascii")))


def _wrapped(value: bytes) -> dict[str, str]:
    return {"hex": value.hex()}


def _unwrapped(found: dict[str, str]) -> bytes:
    return bytes.fromhex(found["hex"])


# made once: json.dumps and json.loads would make them for every row
_ENCODER = json.JSONEncoder(default=_wrapped, check_circular=False)
_DECODER = json.JSONDecoder(object_hook=_unwrapped)


def _not_kept(error: OSError) -> OutputError:
    return OutputError(
        f"Rows can't be kept in the temporary folder {tempfile.gettempdir()}: "
        f"{error.strerror or error}; free some space there."
    )
