"""Maps that footprints can't be drawn on: in a CRS of the body which doesn't name the body.

QGIS makes nothing else of a PROJ string. It has no transform from the body's own CRS to such a map,
and draws what it can't transform at the map's origin.
"""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
)

from ...core.model.bodies import Body, body_named

_EARTH = "Earth"
_CODES = range(0, 90, 5)  # of the IAU's projections of a body, behind its longitude and latitude
_SIZES = {"R", "a", "b", "rf", "f", "ellps", "type", "no_defs"}
_DEFAULTS = {
    **dict.fromkeys(("lat_ts", "lat_0", "lon_0", "x_0", "y_0", "pm"), "0"),
    "k": "1",
    "units": "m",
}


def drawing_warning(
    crs: QgsCoordinateReferenceSystem, body: Body, context: QgsCoordinateTransformContext
) -> str:
    """Returns what to know before footprints come to a map, "" where QGIS can draw them there."""
    if not crs.isValid() or crs.celestialBodyName() == _EARTH:
        return ""
    named, own = body_named(crs.celestialBodyName()), QgsCoordinateReferenceSystem(body.crs)
    if named not in (None, body) or _projection(crs) == _projection(own):
        return ""  # another body is refused; degrees are drawn where they are
    if named == body and QgsCoordinateTransform(own, crs, context).isValid():
        return ""
    return (
        f"QGIS can't bring {body.crs} to the map's CRS ({crs.toProj()}), which doesn't name "
        f"{body.name}: it draws footprints and images at the map's origin. Set the project CRS to "
        f"{crs_instead(crs, body)}."
    )


def crs_instead(crs: QgsCoordinateReferenceSystem, body: Body) -> str:
    """Returns the code of the IAU's CRS of a body that is the same map, or of the most similar."""
    wanted = _projection(crs)
    for code in _CODES:
        found = QgsCoordinateReferenceSystem(f"IAU_2015:{body.iau_code + code}")
        is_same = _projection(found) == wanted and _is_flattened(found) == _is_flattened(crs)
        if found.isValid() and is_same:
            return f"{found.authid()}, which is the same map"
    return (
        f"IAU_2015:{body.iau_code + _similar(wanted)}, or write the CRS as WKT with the names that "
        f"stand in that of {body.crs}"
    )


def _projection(crs: QgsCoordinateReferenceSystem) -> dict[str, str]:
    """Returns projection and parameters as PROJ has them, without the size of the body."""
    given = {name: value for name, value in _parts(crs).items() if name not in _SIZES}
    return _DEFAULTS | given


def _is_flattened(crs: QgsCoordinateReferenceSystem) -> bool:
    """Says whether a body is no sphere: its latitudes are others then, by up to 0.34 on Mars."""
    parts = _parts(crs)
    return parts.get("b", parts.get("a")) != parts.get("a") or not {"rf", "f"}.isdisjoint(parts)


def _parts(crs: QgsCoordinateReferenceSystem) -> dict[str, str]:
    pairs = (part.partition("=") for part in crs.toProj().replace("+", " ").split())
    return {name: _number(value) for name, _, value in pairs}


def _number(text: str) -> str:
    try:
        return f"{float(text):.9g}"
    except ValueError:
        return text


def _similar(wanted: dict[str, str]) -> int:
    """Returns what follows a body's number in the code of the most similar projection."""
    if wanted.get("proj") == "longlat":
        return 0
    if wanted.get("proj") == "stere" and wanted["lat_0"] in ("90", "-90"):
        return 30 if wanted["lat_0"] == "90" else 35
    return 10  # equirectangular
