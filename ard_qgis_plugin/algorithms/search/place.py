"""What is searched: collections, and an extent or polygons on their body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ...bridge.inputs.area_layer import polygons_of
from ...bridge.inputs.canvas import extent_text
from ...bridge.inputs.collections_parameter import split_ids
from ...bridge.inputs.parameters import is_empty
from ...bridge.inputs.target_body import searched_body
from ...core.geometry.area import Area
from ...core.model.errors import InputError

_EXTENT, _AREA = "EXTENT", "AREA"


def collections_in(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> list[str]:
    """Returns the ids that a parameter names, as text or as one writes them in Python."""
    given = parameters.get(name)
    if isinstance(given, (list, tuple)):
        return split_ids(",".join(map(str, given)))
    return split_ids(algorithm.parameterAsString(parameters, name, context))


def area_in(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    bodies: Mapping[str, Sequence[str]],
) -> Area | None:
    """Returns what is to be searched: the polygons of AREA if it is given, else the extent.

    None where neither is given; raises InputError where one can't be used.
    """
    from ...bridge.inputs.extent import area_of_extent, area_of_polygons  # noqa: PLC0415

    layer = algorithm.parameterAsSource(parameters, _AREA, context)
    if layer is None and not is_empty(parameters.get(_AREA)):
        raise InputError("AREA is no layer with polygons: give another or clear it.")
    default = algorithm.parameterDefinition(_EXTENT).defaultValue()
    if layer is None and is_empty(parameters.get(_EXTENT, default)):
        return None
    transforms = context.transformContext()
    if layer is not None:
        crs = layer.sourceCrs()
        polygons, body = polygons_of(layer), searched_body(bodies, crs)
        area, warnings = area_of_polygons(polygons, crs, body, transforms)
    else:
        crs = algorithm.parameterAsExtentCrs(parameters, _EXTENT, context)
        extent, body = (
            algorithm.parameterAsExtent(parameters, _EXTENT, context),
            searched_body(bodies, crs),
        )
        area, warnings = area_of_extent(extent, crs, body, transforms)
    for warning in warnings:
        feedback.pushWarning(warning)
    return area


def extent_crs(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[QgsCoordinateReferenceSystem]:
    """Returns the CRS of the extent that is searched; none where polygons are."""
    if not is_empty(parameters.get(_AREA)):
        return []
    return [algorithm.parameterAsExtentCrs(parameters, _EXTENT, context)]


def place_again(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, str]:
    """Returns what is searched, as the parameter of another run."""
    layer = algorithm.parameterAsSource(parameters, _AREA, context)
    if layer is not None:
        return {_AREA: layer.sourceName()}
    crs = algorithm.parameterAsExtentCrs(parameters, _EXTENT, context)
    extent = algorithm.parameterAsExtent(parameters, _EXTENT, context)
    return {_EXTENT: extent_text(extent, crs)}


def layer_file(given: Any) -> str:
    """Returns the file that a parameter names as a layer; raises InputError where it is none."""
    path = given if isinstance(given, str) else ""
    if not Path(path.partition("|")[0]).is_file():
        raise InputError(
            "AREA is no file, and a job can't have another layer: save it and give the file's path."
        )
    return path
