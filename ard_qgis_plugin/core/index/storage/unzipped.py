"""An index that lies in a zip: unpacked once, because its parts can't be reached in there."""

from __future__ import annotations

import os
import shutil
import zipfile
import zlib
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import mkstemp

from ...model.errors import IndexFileError

_INDEX = ".gpkg"


def unzipped(path: Path, folder: Path) -> Path:
    """Returns the index in a zip, unpacked in a folder where it isn't yet; raises IndexFileError.

    What was unpacked of an earlier zip of this name is deleted.
    """
    try:
        status = path.stat()
        mark = blake2b(str(path.resolve()).encode("utf-8", "replace"), digest_size=8).hexdigest()
        there = folder / f"{mark}-{status.st_mtime_ns}-{status.st_size}{_INDEX}"
        if not there.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            _unpack(path, there)
            for earlier in set(folder.glob(f"{mark}-*{_INDEX}")) - {there}:
                with suppress(OSError):  # another QGIS may have it open
                    earlier.unlink()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise IndexFileError(
            f"{path} can't be unpacked ({error}): get it again, or unpack it yourself."
        ) from error
    except OSError as error:
        raise IndexFileError(
            f"The index in {path} can't be unpacked into {folder} ({error.strerror or error}): "
            "check the path and the free space there."
        ) from error
    return there


def _is_index(name: str) -> bool:
    """Says whether a file in a zip may be an index; macOS puts a file of its own beside each."""
    return name.lower().endswith(_INDEX) and not name.startswith("__MACOSX/")


def _unpack(path: Path, there: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if _is_index(name)]
        if len(names) != 1:
            raise IndexFileError(
                f"{path} holds {len(names)} files {_INDEX}, where one is expected: choose a zip "
                "with one index in it."
            )
        handle, name = mkstemp(dir=there.parent)
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as target, archive.open(names[0]) as source:
                shutil.copyfileobj(source, target, 1024 * 1024)
            unfinished.replace(there)
        finally:
            unfinished.unlink(missing_ok=True)
