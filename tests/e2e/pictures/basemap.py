"""A basemap for the pictures: the sample planet's images around the tutorial's box, in one."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from tests.sample.names import BUCKET, file_names, folder
from tests.sample.planet import TUTORIAL_BOX, Planet
from tests.sample.servers import SamplePlanetServers

_BOUNDS = (2.0, 3.0, 6.0, 7.0)  # degrees: west, south, east, north
_AROUND = 0.5  # degrees that a centre may lie outside of the box
_DEGREES_PER_PIXEL = 0.002
_DARK, _BRIGHT = 200, 1700  # DN that become black and white


def write_basemap(servers: SamplePlanetServers, path: Path) -> None:
    """Writes a GeoTIFF in the Moon's longitude/latitude, the best lit images on top."""
    gdal.UseExceptions()
    west, south, east, north = TUTORIAL_BOX
    inside = [
        observation
        for observation in Planet(servers.size, servers.seed)
        if west - _AROUND < observation.centre.lon < east + _AROUND
        and south - _AROUND < observation.centre.lat < north + _AROUND
    ]
    inside.sort(key=lambda observation: -observation.light.incidence)
    bucket = servers.directory / "bucket" / BUCKET
    mosaic = gdal.Warp(
        "",
        [str(bucket / folder(each) / file_names(each)["image"]) for each in inside],
        format="MEM",
        dstSRS="IAU_2015:30100",
        outputBounds=_BOUNDS,
        xRes=_DEGREES_PER_PIXEL,
        yRes=_DEGREES_PER_PIXEL,
        srcNodata=-32768,
        dstNodata=0,
        resampleAlg="bilinear",
    )
    grey = gdal.GDT_Byte
    gdal.Translate(str(path), mosaic, outputType=grey, scaleParams=[[_DARK, _BRIGHT, 1, 255]])
