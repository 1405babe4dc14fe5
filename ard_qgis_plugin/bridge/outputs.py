"""Where a layer is to go: looked at before the search, and an earlier one kept until it is done."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any

from ..core.errors import OutputError

_ONE_FILE = {".gpkg", ".geojson", ".json", ".fgb", ".sqlite", ".gml", ".kml"}
"""Endings of layers that are a file each; others are several, or a table in a database."""


def check_folder(destination: Any) -> None:
    """Raises OutputError where a layer is to go into a folder that is not there or can't be used.

    `destination` is what an output parameter was given; only plain paths are looked at. Without
    this the work would be done and its result be lost.
    """
    path = _plain_path(destination)
    if path is None:
        return
    folder = path.parent
    if not folder.is_dir():
        raise OutputError(
            f"The layer {path} can't be written: the folder {folder} doesn't exist; "
            "create it or choose another."
        )
    try:
        TemporaryFile(dir=folder).close()
    except OSError as error:
        raise OutputError(
            f"The layer {path} can't be written: {error.strerror or error}; "
            "check the folder's permissions and free space, or choose another."
        ) from error


class EarlierLayer:
    """Keeps the file of an earlier run, which a new layer replaces, until all has succeeded.

    A context manager. `destination` is what the output parameter was given; where that is no
    layer in a file of its own there is nothing to keep.
    """

    def __init__(self, destination: Any) -> None:
        check_folder(destination)
        self._path = _plain_path(destination)
        self._aside: Path | None = None

    def put_aside(self) -> None:
        """Makes room for the new layer."""
        path = self._path
        if path is None or path.suffix.lower() not in _ONE_FILE or not path.is_file():
            return
        aside = path.with_name(f".{path.name}.earlier")
        try:
            path.replace(aside)
        except OSError:  # Windows lends no file that is open: it is overwritten, as ever
            return
        self._aside = aside

    def __enter__(self) -> EarlierLayer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._aside is None or self._path is None:
            return
        if kind is None:
            self._aside.unlink(missing_ok=True)
        else:
            self._aside.replace(self._path)


def _plain_path(destination: Any) -> Path | None:
    sink = getattr(destination, "sink", None)
    text = sink.staticValue() if sink is not None else destination
    if not isinstance(text, str) or ":" in text[2:] or "|" in text:
        return None
    path = Path(text)
    return path if path.suffix else None
