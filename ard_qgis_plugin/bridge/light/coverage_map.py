"""The coverage map: a GeoTIFF in an equal-area CRS of the body, written block by block."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import gdal, osr
from qgis.core import (
    QgsColorRampShader,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from ...core.model.bodies import Body
from ...core.model.errors import OutputError
from ...core.model.text import one_line
from ...translation import tr
from ..footprints.layer import footprint_crs
from ..footprints.overwrite import check_raster
from .output import style_when_loaded

if TYPE_CHECKING:
    from ...core.light.coverage.blocks import CoverageBlock
    from ...core.light.coverage.grid import Grid

_BANDS = ("count", "best", "lowest", "highest", "sun_angle")
_NO_DATA = -9999.0
_OPTIONS = ["COMPRESS=DEFLATE", "PREDICTOR=3", "BIGTIFF=IF_SAFER"]
_RAMP = ("#8f2d2a", "#5e4fa2", "#4173b3", "#62bda7", "#bce4a0", "#f7d886", "#fff6b0")


def map_crs(grid: Grid, body: Body) -> QgsCoordinateReferenceSystem:
    """Returns the equal-area CRS of a grid, on the body's own sphere."""
    return QgsCoordinateReferenceSystem.fromWkt(_spatial_reference(grid, body).ExportToWkt())


def _spatial_reference(grid: Grid, body: Body) -> osr.SpatialReference:
    globe = osr.SpatialReference()
    globe.ImportFromWkt(
        footprint_crs(body).toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT1_GDAL)
    )
    found = osr.SpatialReference()
    found.SetProjCS(f"{body.name} equal area")
    found.CopyGeogCSFrom(globe)
    if grid.plane:
        found.SetLAEA(90.0 * grid.plane, 0.0, 0.0, 0.0)
    else:
        found.SetCEA(grid.parallel, grid.meridian, 0.0, 0.0)
    found.SetLinearUnits("metre", 1.0)
    return found


class CoverageMap:
    """A map in the making, written beside its final name and moved there at the end.

    A context manager. `cells` counts those of the area, `seen` those of them that an image shows.
    """

    def __init__(self, path: Path, grid: Grid, body: Body) -> None:
        self.cells = self.seen = self.most_looks = 0
        self._path = path
        self._part = path.with_name(f".{path.stem}.part.tif")
        self._grid = grid
        self._body = body

    def __enter__(self) -> CoverageMap:
        check_raster(self._path, len(_BANDS))
        grid, radius = self._grid, self._body.radius
        driver = gdal.GetDriverByName("GTiff")
        size = (grid.columns, grid.rows, len(_BANDS), gdal.GDT_Float32)
        try:
            self._raster = driver.Create(str(self._part), *size, options=_OPTIONS)
        except RuntimeError:  # where QGIS has GDAL raise
            self._raster = None
        if self._raster is None:
            raise self._failure()
        side = grid.cell * radius
        self._raster.SetGeoTransform((grid.left * radius, side, 0, grid.top * radius, 0, -side))
        self._raster.SetProjection(_spatial_reference(grid, self._body).ExportToWkt())
        titles = (
            *(tr("looks"), tr("best incidence (degrees)"), tr("lowest incidence (degrees)")),
            *(tr("highest incidence (degrees)"), tr("largest angle between suns (degrees)")),
        )
        for number, title in enumerate(titles, start=1):
            self._raster.GetRasterBand(number).SetDescription(title)
            self._raster.GetRasterBand(number).SetNoDataValue(_NO_DATA)
        return self

    def write(self, block: CoverageBlock) -> None:
        """Writes some rows; raises OutputError where there is no room for them."""
        inside = block.count >= 0
        self.cells += int(inside.sum())
        self.seen += int((block.count > 0).sum())
        self.most_looks = max(self.most_looks, int(block.count.max(initial=0)))
        for number, name in enumerate(_BANDS, start=1):
            values = np.where(inside, getattr(block, name), np.nan)
            values = np.where(np.isnan(values), _NO_DATA, values).astype(np.float32)
            band = self._raster.GetRasterBand(number)
            self._try(partial(band.WriteArray, values, 0, block.first))

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            try:
                self._close()
            except OutputError:
                self._part.unlink(missing_ok=True)
                raise
            self._part.replace(self._path)
        else:
            self._raster = None
            self._part.unlink(missing_ok=True)

    def _close(self) -> None:
        self._try(self._raster.FlushCache)
        gdal.ErrorReset()
        self._raster = None  # which writes what is left
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise self._failure()
        self._try(self._read_again)

    def _read_again(self) -> None:
        """Has GDAL fail where cells are missing: from 3.10 on it doesn't tell of a full disk."""
        written = gdal.Open(str(self._part))
        for number in range(1, len(_BANDS) + 1) if written else ():
            written.GetRasterBand(number).Checksum()

    def _try(self, write: Callable[[], object]) -> None:
        """Has GDAL write something; it tells of a full disk by raising or by its last error."""
        gdal.ErrorReset()
        try:
            write()
        except RuntimeError as error:
            raise self._failure(str(error)) from error
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise self._failure()

    def _failure(self, reason: str = "") -> OutputError:
        said = one_line(reason or gdal.GetLastErrorMsg())
        return OutputError(
            f"The map {self._path} can't be written ({said}): check its folder and free space."
        )


def finish_map(path: Path, most_looks: int, context: QgsProcessingContext) -> None:
    """Stores the style beside the map, and has QGIS use it when it loads the map."""

    def style(layer: Any) -> None:
        layer.setRenderer(_renderer(layer, most_looks))

    layer = QgsRasterLayer(str(path), path.stem)
    if layer.isValid():
        style(layer)
        layer.saveNamedStyle(str(path.with_suffix(".qml")))
    style_when_loaded(str(path), style, context)


def _renderer(layer: QgsRasterLayer, most_looks: int) -> QgsSingleBandPseudoColorRenderer:
    """Returns colours for the number of looks: gaps are red, many looks light."""
    most = max(most_looks, len(_RAMP) - 1)
    limits = [0, *np.unique(np.geomspace(1, most, len(_RAMP) - 1).round().astype(int)).tolist()]
    items = []
    for number, limit in enumerate(limits):
        low = limits[number - 1] + 1 if number else 0
        label = str(limit) if low >= limit else f"{low}–{limit}"
        items.append(QgsColorRampShader.ColorRampItem(limit, QColor(_RAMP[number]), label))
    ramp = QgsColorRampShader(0, most)
    ramp.setColorRampType(QgsColorRampShader.Type.Discrete)
    ramp.setColorRampItemList(items)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    return QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
