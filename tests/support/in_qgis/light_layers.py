"""Footprint layers as ard:search writes them, made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

TEXTS = ("id", "collection", "body", "image_url", "label_url", "thumbnail_url", "rclone_path")
NUMBERS = (
    *("incidence_angle", "emission_angle", "phase_angle", "subsolar_azimuth"),
    *("subspacecraft_azimuth", "pixel_resolution", "slant_distance", "solar_longitude", "gsd"),
    *("subsolar_longitude", "subsolar_latitude"),
)
COLLECTION = "kaguya_terrain_camera_stereoscopic_uncontrolled_observations"
BUCKET = "https://astrogeo-ard.s3-us-west-2.amazonaws.com/moon"


def box(lon: float, lat: float, side: float = 1.0) -> str:
    """Returns a square about a place as WKT."""
    west, east, south, north = lon - side / 2, lon + side / 2, lat - side / 2, lat + side / 2
    return (
        f"MultiPolygon((({west} {south},{east} {south},{east} {north},{west} {north},"
        f"{west} {south})))"
    )


def image(identifier: str, wkt: str | None, **values: Any) -> dict[str, Any]:
    """Returns the values of one image that could be half of a stereo pair."""
    return {
        "wkt": wkt,
        "id": identifier,
        "collection": COLLECTION,
        "body": "Moon",
        "image_url": f"{BUCKET}/{identifier}.tif",
        "thumbnail_url": f"{BUCKET}/{identifier}.jpg",
        "incidence_angle": 50.0,
        "emission_angle": 15.0,
        "phase_angle": 50.0,
        "subsolar_azimuth": 95.0,
        "subspacecraft_azimuth": 9.0,
        "pixel_resolution": 10.0,
        **values,
    }


def aft(identifier: str, wkt: str, **values: Any) -> dict[str, Any]:
    """Returns an image that looks the other way."""
    return image(identifier, wkt, subspacecraft_azimuth=171.0, **values)


def polygons(*wkts: str, crs: str = "IAU_2015:30100") -> QgsVectorLayer:
    """Returns a layer of polygons."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}", "area", "memory")
    for wkt in wkts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


def rows(layer: QgsVectorLayer) -> list[dict[str, Any]]:
    """Returns the attributes of each feature by name; NULL as None."""
    names = layer.fields().names()
    return [
        {
            name: None if value is None or str(value) == "NULL" else value
            for name, value in zip(names, feature.attributes(), strict=True)
        }
        for feature in layer.getFeatures()
    ]


def footprint_layer(
    *images: Mapping[str, Any],
    lacking: tuple[str, ...] = (),
    crs: str = "IAU_2015:30100",
    kind: str = "MultiPolygon",
) -> QgsVectorLayer:
    """Makes a footprint layer of images; without the fields of `lacking`."""
    fields = [f"field={name}:string" for name in TEXTS if name not in lacking]
    fields += [f"field={name}:double" for name in NUMBERS if name not in lacking]
    fields += ["field=datetime:datetime"]
    layer = QgsVectorLayer(f"{kind}?crs={crs}&{'&'.join(fields)}", "footprints", "memory")
    for each in images:
        feature = QgsFeature(layer.fields())
        if each["wkt"]:
            feature.setGeometry(QgsGeometry.fromWkt(each["wkt"]))
        for name, value in each.items():
            if name in layer.fields().names():
                feature[name] = value
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer
