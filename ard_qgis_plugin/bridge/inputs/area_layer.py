"""The polygons of a layer, as plain WKB."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsProcessingFeatureSource


def polygons_of(source: QgsProcessingFeatureSource) -> list[bytes]:
    """Returns the polygons of a layer, of its selected features where Processing is told so.

    As WKB of two dimensions; curves become straight pieces, broken polygons come as they are.
    """
    request = QgsFeatureRequest().setNoAttributes()
    anything = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    shapes = []
    for feature in source.getFeatures(request, anything):
        curves = feature.geometry().constGet() if feature.hasGeometry() else None
        shape = curves.segmentize() if curves and not curves.isEmpty() else None
        if shape:
            shape.dropZValue()
            shape.dropMValue()
            shapes.append(QgsGeometry(shape).asWkb().data())
    return shapes
