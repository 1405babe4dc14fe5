"""Draws the demo's picture: styled footprints over the downloaded images, with QGIS's layouts."""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QFont

_MOON = "IAU_2015:30100"
_VIEW = QgsRectangle(2.05, 3.1, 6.07, 6.8)  # degrees, so that the footprints are seen whole
_PAGE = (250.0, 190.0)  # mm
_DARK = QColor(24, 24, 30)
_LIGHT = QColor(235, 235, 235)


def main() -> None:
    """Draws `folder`/demo.png from the demo's footprints and images."""
    folder = Path(sys.argv[1])
    application = QgsApplication([], False)
    application.initQgis()
    crs = QgsCoordinateReferenceSystem(_MOON)
    QgsProject.instance().setCrs(crs)
    footprints = QgsVectorLayer(str(folder / "footprints.gpkg"), "Solar incidence angle", "ogr")
    footprints.setCrs(crs)
    # ard:addimages has written their style beside them
    images = [
        QgsRasterLayer(str(path), path.stem)
        for path in sorted((folder / "vrt").glob("*.vrt"))
        if not path.name.startswith("mosaic")
    ]
    if not footprints.isValid() or not images:
        sys.exit(f"There are no footprints or no images in {folder}.")
    QgsProject.instance().addMapLayers([footprints, *images])
    _export([footprints, *images], folder / "demo.png")
    # the layout goes before QGIS does, else its items are deleted twice
    QgsProject.instance().clear()
    application.exitQgis()


def _export(layers: list[QgsMapLayer], path: Path) -> None:
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(*_PAGE))
    title = _label(layout, "Planetary ARD: sample Moon, analysis ready images by solar incidence")
    title.attemptMove(QgsLayoutPoint(8, 5))
    title.attemptResize(QgsLayoutSize(_PAGE[0] - 16, 9))
    map_item = _map(layout, layers)
    _legend(layout, map_item, layers[0])
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 150
    result = QgsLayoutExporter(layout).exportToImage(str(path), settings)
    if result != QgsLayoutExporter.ExportResult.Success:
        sys.exit(f"QGIS could not write {path}.")


def _label(layout: QgsPrintLayout, text: str) -> QgsLayoutItemLabel:
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setFont(QFont("DejaVu Sans", 13))
    layout.addLayoutItem(label)
    return label


def _map(layout: QgsPrintLayout, layers: list[QgsMapLayer]) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(14, 18))
    item.attemptResize(QgsLayoutSize(176, 162))
    item.setLayers(layers)
    item.setBackgroundColor(_DARK)
    item.setFrameEnabled(True)
    item.setExtent(_VIEW)
    grid = item.grid()
    grid.setEnabled(True)
    grid.setIntervalX(0.5)
    grid.setIntervalY(0.5)
    grid.setGridLineWidth(0.1)
    grid.setGridLineColor(QColor(255, 255, 255, 90))
    grid.setAnnotationEnabled(True)
    for side in (QgsLayoutItemMapGrid.BorderSide.Right, QgsLayoutItemMapGrid.BorderSide.Top):
        grid.setAnnotationDisplay(QgsLayoutItemMapGrid.DisplayMode.HideAll, side)
    grid.setAnnotationPrecision(1)
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DecimalWithSuffix)
    grid.setAnnotationFont(QFont("DejaVu Sans", 7))
    return item


def _legend(layout: QgsPrintLayout, map_item: QgsLayoutItemMap, footprints: QgsMapLayer) -> None:
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setLinkedMap(map_item)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    for node in root.findLayers():
        if node.layerId() != footprints.id():
            root.removeChildNode(node)
    legend.attemptMove(QgsLayoutPoint(198, 18))
    legend.setBackgroundEnabled(True)
    legend.setBackgroundColor(_DARK)
    legend.setFontColor(_LIGHT)
    legend.setFrameEnabled(True)


if __name__ == "__main__":
    main()
