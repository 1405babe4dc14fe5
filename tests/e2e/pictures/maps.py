"""Maps: what the docs' pictures of maps are drawn with."""

from __future__ import annotations

from itertools import chain, pairwise

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

MOON = "IAU_2015:30100"
DARK = QColor(24, 24, 30)
LIGHT = QColor(235, 235, 235)


def rendered(
    layers: list[QgsMapLayer], crs: QgsCoordinateReferenceSystem, frame: QgsRectangle, size: QSize
) -> QImage:
    """Returns a map of layers, the first on top."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(crs)
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setBackgroundColor(DARK)
    settings.setOutputSize(size)
    settings.setExtent(frame)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def graticule(crs: QgsCoordinateReferenceSystem, frame: QgsRectangle) -> QgsVectorLayer:
    """Returns the meridians and parallels that cross a frame, every ten degrees, in map units."""
    moon = QgsCoordinateReferenceSystem(MOON)  # not before QGIS is initialised
    transform = QgsCoordinateTransform(moon, crs, QgsProject.instance())
    meridians = [[(lon, lat) for lat in range(-89, 90)] for lon in range(-180, 180, 10)]
    parallels = [[(lon, lat) for lon in range(-180, 181)] for lat in range(-80, 81, 10)]
    window = frame.buffered(frame.width() / 2)
    shapes = []
    for start, end in chain.from_iterable(map(pairwise, meridians + parallels)):
        ends = [transform.transform(lon, lat) for lon, lat in (start, end)]
        if all(map(window.contains, ends)) and ends[0].distance(ends[1]) < frame.width() / 2:
            shapes.append(QgsGeometry.fromPolylineXY(ends))
    return lines(shapes, crs, "255,255,255,70", "0.2")


def lines(
    shapes: list[QgsGeometry], crs: QgsCoordinateReferenceSystem, colour: str, width: str
) -> QgsVectorLayer:
    """Returns a layer of lines, of a colour ("255,255,255,70") and a width in mm."""
    layer = QgsVectorLayer("MultiLineString", "lines", "memory")
    layer.setCrs(crs)
    for shape in shapes:
        feature = QgsFeature()
        feature.setGeometry(shape)
        layer.dataProvider().addFeature(feature)
    symbol = QgsLineSymbol.createSimple({"color": colour, "width": width})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def write_title(image: QImage, text: str) -> None:
    """Writes a title over the top of a picture."""
    painter = QPainter(image)
    painter.fillRect(0, 0, image.width(), 40, DARK)
    painter.setPen(LIGHT)
    painter.setFont(QFont("DejaVu Sans", 14))
    painter.drawText(12, 27, text)
    painter.end()
