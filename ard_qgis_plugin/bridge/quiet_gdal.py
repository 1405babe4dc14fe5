"""Work with GDAL whose errors are no news."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Keeps GDAL's errors in this thread from the console."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()
