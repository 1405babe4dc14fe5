"""Images of footprints, many looked at at once: whether GDAL reads them, how bright they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ...core.catalog.api_url import shown_url
from ...core.manifest.asset_file import IMAGE, AssetFile
from ...core.model.errors import CancelledError, ManifestError
from .streaming import local_path, streamed_names

_AT_ONCE = 16
_SAMPLE = 128  # pixels a side at most, from an overview
_GREY_BANDS = (1, 2)  # more are a colour image, whose balance is in the file


@dataclass(frozen=True)
class Image:
    """One image that GDAL reads; `sample` holds some of its values, scaled, without nodata."""

    file: AssetFile
    source: str
    bands: int
    crs: str
    sample: NDArray[np.float32] = field(repr=False)

    @property
    def name(self) -> str:
        """Returns what the layer is called."""
        asset = "" if self.file.asset == IMAGE else f" ({self.file.asset})"
        return f"{self.file.row.id}{asset}"

    @property
    def is_grey(self) -> bool:
        """Says whether it has one band to show (a second one may say where it is empty)."""
        return self.bands in _GREY_BANDS


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An image that can't be read, and why."""

    file: AssetFile
    reason: str


def look_at(
    files: Sequence[AssetFile],
    folder: Path | None,
    on_progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> list[Image | Unreadable]:
    """Opens the images, local ones from `folder`, the others over the network; keeps the order.

    Raises CancelledError. Afterwards GDAL has their headers in its cache, so that layers of them
    open without waiting.
    """
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="ard-image") as threads:
        jobs = [threads.submit(_look_at, file, folder) for file in files]
        for done, _ in enumerate(as_completed(jobs), start=1):
            on_progress(done, len(jobs))
            if is_cancelled():
                threads.shutdown(cancel_futures=True)
                raise CancelledError("Adding images was cancelled.")
    return [job.result() for job in jobs]


def _look_at(file: AssetFile, folder: Path | None) -> Image | Unreadable:
    if file.problem:
        return Unreadable(file, file.problem)
    local = local_path(file.href, folder) if folder else None
    try:
        sources = [str(local)] if local else streamed_names(file.href)
    except ManifestError as error:
        return Unreadable(file, _reason(file.href, str(error)))
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # of this thread alone
    try:
        for source in sources[:-1]:
            if isinstance(found := _opened(file, source), Image):
                return found
            gdal.VSICurlPartialClearCache(source)  # else it is taken not to be there
        return _opened(file, sources[-1])
    finally:
        gdal.PopErrorHandler()


def _opened(file: AssetFile, source: str) -> Image | Unreadable:
    gdal.ErrorReset()
    try:
        dataset = gdal.Open(source)
        if dataset is None:
            return Unreadable(file, _reason(file.href, gdal.GetLastErrorMsg()))
        crs = dataset.GetProjection()
        return Image(file, source, dataset.RasterCount, crs, _sample(dataset))
    except RuntimeError as error:  # where gdal.UseExceptions() was called
        return Unreadable(file, _reason(file.href, str(error)))


def _reason(href: str, said: str) -> str:
    code = next((word.rstrip(".") for word in said.split() if word.rstrip(".").isdecimal()), "")
    why = f"the server answers {code}" if "HTTP" in said and code else "GDAL can't read it"
    return f"{why}: {shown_url(href)}"


def _sample(dataset: gdal.Dataset) -> NDArray[np.float32]:
    """Reads some values of the first band, from the overview that is nearest in size."""
    band = dataset.GetRasterBand(1)
    factor = max(1.0, max(band.XSize, band.YSize) / _SAMPLE)
    size = {"buf_xsize": max(1, int(band.XSize / factor))}
    values = band.ReadAsArray(**size, buf_ysize=max(1, int(band.YSize / factor)))
    if values is None:
        return np.empty(0, np.float32)
    nodata = band.GetNoDataValue()
    valid = np.isfinite(values) if nodata is None else np.isfinite(values) & (values != nodata)
    scale, offset = band.GetScale() or 1.0, band.GetOffset() or 0.0
    sample: NDArray[np.float32] = (values[valid] * scale + offset).astype(np.float32)
    return sample
