"""Footprint layers of any size with known numbers, in memory and in files.

`python -m tests.support.in_qgis.footprint_layers COUNT FILE` writes one in a QGIS of its own.
"""

from __future__ import annotations

import random
import subprocess
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ard_qgis_plugin.bridge.footprints.layer import footprint_fields
from ard_qgis_plugin.bridge.footprints.style import store_style, style_footprints

ANGLES = ("incidence_angle", "emission_angle", "phase_angle")
START = 1_200_000_000  # seconds since 1970


def footprints(count=200, seed=5, images="http://127.0.0.1:9", nulls=0.1):
    """Makes a styled layer in memory; one in ten numbers is unknown."""
    chance = random.Random(seed)

    def some(high, digits=3):
        value = round(chance.uniform(0, high), digits)
        return None if chance.random() < nulls else value

    layer = QgsVectorLayer("MultiPolygon", "Footprints", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem("IAU_2015:30100"))
    layer.dataProvider().addAttributes(footprint_fields().toList())
    layer.updateFields()
    features = []
    for number in range(count):
        feature = QgsFeature(layer.fields())
        west, south = chance.uniform(-20, 20), chance.uniform(-20, 20)
        shape = QgsGeometry.fromRect(QgsRectangle(west, south, west + 2, south + 3))
        shape.convertToMultiType()
        feature.setGeometry(shape)
        moment = QDateTime.fromMSecsSinceEpoch(
            (START + number * 1000) * 1000 + 250, Qt.TimeSpec.UTC
        )
        values = {
            "id": f"TC1W2B0_01_{number:05d}N0{number % 90:02d}E0000",
            "collection": "kaguya_terrain_camera_stereoscopic_uncontrolled_observations",
            "body": "Moon",
            "datetime": moment,
            **{name: some(90) for name in ANGLES},
            "subsolar_azimuth": some(360),
            "local_time": some(24),
            "solar_longitude": some(360),
            "pixel_resolution": some(20),
            "gsd": 7.5 if number % 3 else None,
            "coverage": some(1),
            "image_url": f"{images}/{number}.tif",
            "thumbnail_url": f"{images}/{number}.jpg",
        }
        for name, value in values.items():
            feature[name] = value
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    style_footprints(layer)
    return layer


def in_file(layer, path, driver="GPKG", *, styled=False):
    """Writes a layer to a file and opens that, styled; the style is stored in it if wished."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    context = QgsCoordinateTransformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)
    written = QgsVectorLayer(str(path), "Footprints", "ogr")
    style_footprints(written)
    if styled:
        store_style(written)
    return written


def write_apart(count, path):
    """Writes a styled GeoPackage from a process that has no QGIS."""
    command = [
        sys.executable,
        "-m",
        "tests.support.in_qgis.footprint_layers",
        str(count),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True)


def main():
    """Writes what the command line says."""
    application = QgsApplication([], False)
    application.initQgis()
    in_file(footprints(int(sys.argv[1])), sys.argv[2], styled=True)
    application.exitQgis()


if __name__ == "__main__":
    main()
