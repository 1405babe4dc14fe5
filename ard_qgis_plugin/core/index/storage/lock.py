"""The lock that lets one process at a time write an index; it goes with the process, however."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from ...model.errors import IndexFileError

_SUFFIX = ".lock"


class WriterLock:
    """The right to write an index; a context manager that raises IndexFileError where it is taken.

    It is a lock of the system on a file beside the index, so a process that is killed leaves none.
    Where the file system knows no locks there is none: SQLite alone keeps the file whole then.
    """

    def __init__(self, path: Path) -> None:
        self._index = path
        real = os.path.realpath(path)  # through whichever link it is written
        self._path = Path(f"{real}{_SUFFIX}")
        self._file = -1

    def __enter__(self) -> WriterLock:
        while not self._is_mine():
            os.close(self._file)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # while it is locked: then it is nobody else's
            self._path.unlink()
        os.close(self._file)
        if sys.platform == "win32":  # which deletes no open file
            with suppress(OSError):
                self._path.unlink()

    def _is_mine(self) -> bool:
        """Locks the file; returns False where the writer before has deleted it meanwhile."""
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise IndexFileError(
                f"The index {self._index} can't be written: {error.strerror or error}; check the "
                "folder's permissions and free space, or choose another."
            ) from error
        try:
            _lock(self._file)
        except BlockingIOError as error:
            os.close(self._file)
            raise IndexFileError(
                f"The index {self._index} is being written by another QGIS: wait until that is "
                "done, or choose another file."
            ) from error
        except OSError:  # the file system has no locks
            return True
        return os.fstat(self._file).st_nlink > 0


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
