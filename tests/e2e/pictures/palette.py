"""Writes a picture smaller for the docs: fewer pixels and a palette take a third of the bytes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from osgeo import gdal
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QImage

_COLOURS = 256


def write_smaller(source: Path, target: Path, width: int, *, flat: bool = False) -> None:
    """Reads an opaque picture and writes it as a PNG of that width in pixels with 256 colours.

    Colours between these are dithered, which suits images; a `flat` picture takes the nearest ones.
    """
    with TemporaryDirectory() as folder:
        scaled, reduced = str(Path(folder) / "scaled.png"), str(Path(folder) / target.name)
        picture = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB888)
        picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation).save(scaled)
        (_with_nearest if flat else _with_dithering)(scaled, reduced)
        target.write_bytes(Path(reduced).read_bytes())


def _with_dithering(source: str, target: str) -> None:
    picture = gdal.Open(source)
    bands, palette = _bands(picture), _palette(picture)
    memory = gdal.GetDriverByName("MEM")
    reduced = memory.Create("", picture.RasterXSize, picture.RasterYSize, 1, gdal.GDT_Byte)
    reduced.GetRasterBand(1).SetRasterColorTable(palette)
    gdal.DitherRGB2PCT(*bands, reduced.GetRasterBand(1), palette)
    gdal.GetDriverByName("PNG").CreateCopy(target, reduced, options=["ZLEVEL=9"])


def _with_nearest(source: str, target: str) -> None:
    palette = _palette(gdal.Open(source))
    entries = [palette.GetColorEntry(number) for number in range(palette.GetCount())]
    colours = [QColor(*entry[:3]).rgb() for entry in entries]
    nearest = Qt.ImageConversionFlag.AvoidDither
    indexed = QImage.Format.Format_Indexed8
    QImage(source).convertToFormat(indexed, colours, nearest).save(target, "PNG", 0)


def _bands(picture: gdal.Dataset) -> list[gdal.Band]:
    return [picture.GetRasterBand(number) for number in (1, 2, 3)]


def _palette(picture: gdal.Dataset) -> gdal.ColorTable:
    palette = gdal.ColorTable()
    gdal.ComputeMedianCutPCT(*_bands(picture), _COLOURS, palette)
    return palette
