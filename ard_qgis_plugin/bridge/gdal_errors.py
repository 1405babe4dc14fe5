"""GDAL's errors, not shown where a file that can't be opened is an answer too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal


@contextmanager
def without_gdal_errors() -> Iterator[None]:
    """Keeps GDAL's errors in this thread from the console."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()
