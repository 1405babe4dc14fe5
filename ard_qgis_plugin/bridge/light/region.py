"""What is looked at: an area's polygons or an extent, in longitude/latitude of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsRectangle,
)

from ...core.model.bodies import Body
from ...core.model.errors import InputError
from ..inputs.area_layer import polygons_of
from ..inputs.parameters import is_empty

if TYPE_CHECKING:
    from ...core.geometry.wkb import Bounds
    from ...core.light.areas import Shape

_HALF_TURN = 180.0


def given_region(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    body: Body,
) -> Shape | None:
    """Returns the polygons of AREA, or else the EXTENT, or None where neither is given.

    Raises AreaError where that is of another body or shows nothing of it.
    """
    from ...core.geometry.region import Region  # noqa: PLC0415 (imports the libraries)
    from ..inputs.extent import area_of_extent, area_of_polygons  # noqa: PLC0415

    transforms = context.transformContext()
    layer = algorithm.parameterAsSource(parameters, "AREA", context)
    if layer is None and not is_empty(parameters.get("AREA")):
        raise InputError("AREA is no layer with polygons: give another or clear it.")
    if layer is not None:
        area, warnings = area_of_polygons(polygons_of(layer), layer.sourceCrs(), body, transforms)
    elif algorithm.parameterDefinition("EXTENT") and not is_empty(parameters.get("EXTENT")):
        # of a parameter that it doesn't know QGIS 3.22 can't be asked: it crashes
        crs = algorithm.parameterAsExtentCrs(parameters, "EXTENT", context)
        extent = algorithm.parameterAsExtent(parameters, "EXTENT", context)
        area, warnings = area_of_extent(extent, crs, body, transforms)
    else:
        return None
    for warning in warnings:
        feedback.pushWarning(warning)
    return (area.region or Region.of_boxes(area.boxes)).shape


def features_within(source: QgsProcessingFeatureSource, within: Bounds | None) -> QgsFeatureRequest:
    """Returns a request for the features that touch a box in -180..180, or for all.

    For all, too, where the layer has longitudes beyond, such as 0..360.
    """
    extent = source.sourceExtent()
    if not within or extent.xMaximum() > _HALF_TURN or extent.xMinimum() < -_HALF_TURN:
        return QgsFeatureRequest()
    return QgsFeatureRequest(QgsRectangle(*within))
