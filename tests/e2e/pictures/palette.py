"""Writes a picture smaller for the docs: fewer pixels and a palette take a third of the bytes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from osgeo import gdal
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

_COLOURS = 256


def write_smaller(source: Path, target: Path, width: int) -> None:
    """Reads an opaque picture and writes it as a PNG of that width in pixels with 256 colours."""
    with TemporaryDirectory() as folder:
        scaled = str(Path(folder) / "scaled.png")
        picture = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB888)
        picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation).save(scaled)
        _write_with_palette(gdal.Open(scaled), str(Path(folder) / target.name))
        target.write_bytes((Path(folder) / target.name).read_bytes())


def _write_with_palette(picture: gdal.Dataset, path: str) -> None:
    bands = [picture.GetRasterBand(number) for number in (1, 2, 3)]
    palette = gdal.ColorTable()
    gdal.ComputeMedianCutPCT(*bands, _COLOURS, palette)
    memory = gdal.GetDriverByName("MEM")
    reduced = memory.Create("", picture.RasterXSize, picture.RasterYSize, 1, gdal.GDT_Byte)
    reduced.GetRasterBand(1).SetRasterColorTable(palette)
    gdal.DitherRGB2PCT(*bands, reduced.GetRasterBand(1), palette)
    gdal.GetDriverByName("PNG").CreateCopy(path, reduced, options=["ZLEVEL=9"])
