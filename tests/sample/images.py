"""Images: shaded craters under the sun of an observation, as Cloud Optimized GeoTIFF and JPEG."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, osr

from .planet import Observation
from .surface.brightness import NODATA, SCALE
from .surface.frame import frame_of
from .surface.relief import render

THUMBNAIL_SIZE = 256
_OPTIONS = ["COMPRESS=DEFLATE", "PREDICTOR=YES", "BLOCKSIZE=128", "OVERVIEW_RESAMPLING=AVERAGE"]

# Image and thumbnail show the same pixels; both are written one after the other.
_rendered = lru_cache(maxsize=1)(render)


def write_image(observation: Observation, path: Path) -> None:
    """Writes the image as a small Cloud Optimized GeoTIFF with overviews, int16, in DN."""
    pixels, frame = _rendered(observation), frame_of(observation)
    dataset = _in_memory(pixels, gdal.GDT_Int16)
    dataset.SetGeoTransform(frame.transform)
    dataset.SetSpatialRef(_reference(frame.projection.code))
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(NODATA)
    band.SetScale(SCALE)
    band.SetOffset(0.0)
    _copy("COG", dataset, path, _OPTIONS)


def write_thumbnail(observation: Observation, path: Path) -> None:
    """Writes the image as a JPEG of at most 256 pixels a side, black outside the strip."""
    pixels = _rendered(observation)
    step = -(-max(pixels.shape) // THUMBNAIL_SIZE)
    small = np.where(pixels == NODATA, 0, pixels)[::step, ::step]
    bright = max(1.0, float(np.percentile(small[small > 0], 99.5))) if (small > 0).any() else 1.0
    grey = np.clip(small / bright * 255.0, 0, 255).astype(np.uint8)
    _copy("JPEG", _in_memory(grey, gdal.GDT_Byte), path, ["QUALITY=85"])


def _in_memory(pixels: NDArray[np.generic], kind: int) -> gdal.Dataset:
    rows, columns = pixels.shape
    dataset = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, kind)
    dataset.GetRasterBand(1).WriteArray(pixels)
    return dataset


def _copy(driver: str, dataset: gdal.Dataset, path: Path, options: list[str]) -> None:
    copy = gdal.GetDriverByName(driver).CreateCopy(str(path), dataset, options=options)
    if copy is None:
        raise OSError(f"{path} could not be written: {gdal.GetLastErrorMsg()}")
    copy.FlushCache()


@lru_cache
def _reference(code: int) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.SetFromUserInput(f"IAU_2015:{code}")
    return reference
