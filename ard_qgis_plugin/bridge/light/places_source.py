"""The places of a layer, or a typed point, in longitude/latitude of the body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsRectangle,
)

from ...core.model.errors import InputError
from ...translation import tr
from ..inputs.parameters import is_empty
from ..inputs.plane import Wording, map_plane
from .output import Run

if TYPE_CHECKING:
    from ...core.light.vectors import Shapes
    from ...core.model.bodies import Body

_NAMES = ("place", "name")
_WORDING = Wording("PLACES", "PLACES", "reproject that layer to, or set its CRS to,")


@dataclass(frozen=True)
class Places:
    """Places, with what they are called: a field `place` or `name`, else the feature's number."""

    names: list[str]
    shapes: Shapes


def read_places(run: Run, body: Body) -> Places:
    """Returns the places of PLACES, or else of POINT.

    Raises InputError where neither is given or nothing is in it, AreaError for another body.
    """
    source = run.algorithm.parameterAsSource(run.parameters, "PLACES", run.context)
    if source is not None:
        names, geometries, lacking = _of_layer(source)
        if lacking and geometries:
            text = tr("{count} places have no geometry: left out.")
            run.feedback.pushWarning(text.format(count=lacking))
        return _placed(run, body, names, geometries, source.sourceCrs())
    if not is_empty(run.parameters.get("PLACES")):
        raise InputError("PLACES is no layer: give another or clear it.")
    if is_empty(run.parameters.get("POINT")):
        raise InputError("Neither PLACES nor POINT is given: say where to look.")
    point = run.algorithm.parameterAsPoint(run.parameters, "POINT", run.context)
    crs = run.algorithm.parameterAsPointCrs(run.parameters, "POINT", run.context)
    return _placed(run, body, ["1"], [QgsGeometry.fromPointXY(point)], crs)


def _of_layer(source: QgsProcessingFeatureSource) -> tuple[list[str], list[QgsGeometry], int]:
    """Returns what places are called, where they are, and how many are nowhere."""
    names, geometries, lacking = [], [], 0
    anything = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for number, feature in enumerate(source.getFeatures(QgsFeatureRequest(), anything), start=1):
        if feature.hasGeometry() and not feature.geometry().isEmpty():
            names.append(_name(feature) or str(number))
            geometries.append(feature.geometry())
        else:
            lacking += 1
    return names, geometries, lacking


def _name(feature: QgsFeature) -> str:
    for name in _NAMES:
        place = feature.fields().lookupField(name)
        value: Any = feature.attribute(place) if place >= 0 else None
        if value is not None and str(value) not in ("", "NULL"):
            return str(value)
    return ""


def _placed(
    run: Run,
    body: Body,
    names: list[str],
    geometries: list[QgsGeometry],
    crs: QgsCoordinateReferenceSystem,
) -> Places:
    from ...core.light.wkb import places_of  # noqa: PLC0415 (libraries)

    if not geometries:
        raise InputError("PLACES holds no place: select at least one, or give POINT.")
    bounds = QgsRectangle()
    for geometry in geometries:
        bounds.combineExtentWith(geometry.boundingBox())
    box = (bounds.xMinimum(), bounds.yMinimum(), bounds.xMaximum(), bounds.yMaximum())
    found = map_plane(crs, box, body, run.context.transformContext(), _WORDING)
    for warning in found.warnings:
        run.feedback.pushWarning(warning)
    texts = []
    for geometry in geometries:
        geometry.convertToStraightSegment()
        texts.append(geometry.asWkb().data())
    return Places(names, places_of(texts, found.plane))
