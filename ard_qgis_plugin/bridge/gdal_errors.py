"""GDAL's errors: raised, or not shown where a file that can't be opened is an answer too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from osgeo import gdal, ogr, osr


@contextmanager
def without_gdal_errors() -> Iterator[None]:
    """Keeps GDAL's errors in this thread from the console."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


@contextmanager
def gdal_exceptions(*, on: bool = True) -> Iterator[None]:
    """Has GDAL raise its errors, as RuntimeError, until the block ends, or not raise any.

    Its modules each have a switch of their own.
    """
    with ExitStack() as stack:
        for module in (gdal, ogr, osr):
            stack.enter_context(_exceptions(module, on))
        yield


@contextmanager
def _exceptions(module: Any, on: bool) -> Iterator[None]:
    usual = bool(module.GetUseExceptions())
    _switch(module, on)
    try:
        yield
    finally:
        _switch(module, usual)


def _switch(module: Any, on: bool) -> None:
    if on:
        module.UseExceptions()
    else:
        module.DontUseExceptions()
