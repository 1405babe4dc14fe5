"""Image layers that are made in the thread of an algorithm and outlive it."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QThread

from ard_qgis_plugin.bridge.images.inspection import Image
from ard_qgis_plugin.bridge.images.layers import image_layer, load_layers
from ard_qgis_plugin.core.manifest.asset_file import IMAGE, AssetFile, FootprintRow

MOON = "IAU_2015:30100"
OF_ITS_OWN = (  # a CRS that nothing else has made before
    'PROJCS["Equirectangular Moon",GEOGCS["Moon",DATUM["Moon",SPHEROID["Moon",1737400,0]],'
    'PRIMEM["Reference Meridian",0],UNIT["degree",0.0174532925199433]],'
    'PROJECTION["Equirectangular"],PARAMETER["standard_parallel_1",7.25],'
    'PARAMETER["central_meridian",123.625],UNIT["metre",1]]'
)


class Run(QThread):
    """A thread that makes the layer of an image and hands it over, as that of an algorithm does."""

    def __init__(self, image: Image) -> None:
        super().__init__()
        self._image, self._main = image, QThread.currentThread()
        self.made, self.over = Event(), Event()

    def run(self) -> None:
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        layer = image_layer(self._image, self._image.source, None)
        load_layers([(layer, "")], "OUTPUT", self.context)
        self.context.pushToThread(self._main)
        self.made.set()
        self.over.wait()  # threads of QGIS last some seconds longer than what ran in them


@pytest.fixture
def image(tmp_path):
    path = tmp_path / "a.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 64, 64)
    dataset.SetGeoTransform((0, 100, 0, 0, 0, -100))
    dataset.SetProjection(OF_ITS_OWN)
    dataset.GetRasterBand(1).WriteArray(np.full((64, 64), 7, np.uint8))
    dataset.FlushCache()
    file = AssetFile(FootprintRow("a"), IMAGE, str(path))
    return Image(file, str(path), 1, OF_ITS_OWN, np.ones(1, np.float32))


def test_an_image_stays_where_it_is_when_the_thread_that_opened_it_has_ended(
    qgis_app,  # noqa: ARG001
    image,
):
    run = Run(image)
    run.start()
    assert run.made.wait(20)
    ((id_, details),) = run.context.layersToLoadOnCompletion().items()
    layer = run.context.takeResultLayer(id_)
    details.postProcessor().postProcessLayer(layer, run.context, QgsProcessingFeedback())
    run.over.set()
    run.wait()
    transform = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem(MOON), QgsProject.instance()
    )
    box = transform.transformBoundingBox(layer.extent())
    assert transform.isValid()
    assert (box.xMinimum(), box.yMaximum()) == pytest.approx((123.625, 0.0), abs=1e-6)
