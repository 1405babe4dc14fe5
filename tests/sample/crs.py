"""The Moon's map projections as the catalogue writes them: WKT2 without blanks, and PROJJSON."""

from __future__ import annotations

from functools import cache
from typing import Any

from .surface.frame import Projection

_BASE = "Moon (2015) - Sphere / Ocentric"
_DEGREE = 'ANGLEUNIT["degree",0.0174532925199433]'
_METRE = 'LENGTHUNIT["metre",1]'
_UNIT = {"degree": _DEGREE, "metre": _METRE, "unity": 'SCALEUNIT["unity",1]'}
_Parameter = tuple[str, float, str, int]


def _conversion(projection: Projection) -> tuple[str, int, list[_Parameter]]:
    """Returns method, EPSG code of the method, and (name, value, unit, EPSG code) of each value."""
    false = [("False easting", 0, "metre", 8806), ("False northing", 0, "metre", 8807)]
    meridian = ("Longitude of natural origin", int(projection.centre), "degree", 8802)
    if not projection.pole:
        parallel = ("Latitude of 1st standard parallel", 0, "degree", 8823)
        return "Equidistant Cylindrical", 1028, [parallel, meridian, *false]
    pole = ("Latitude of natural origin", 90 * projection.pole, "degree", 8801)
    scale = ("Scale factor at natural origin", 1, "unity", 8805)
    return "Polar Stereographic (variant A)", 9810, [pole, meridian, scale, *false]


@cache
def wkt2(projection: Projection) -> str:
    """Returns the projection as WKT2 in the catalogue's form: every blank removed."""
    method, code, parameters = _conversion(projection)
    values = ",".join(
        f'PARAMETER["{name}",{value},{_UNIT[unit]},ID["EPSG",{epsg}]]'
        for name, value, unit, epsg in parameters
    )
    sphere = f'ELLIPSOID["Moon (2015) - Sphere",1737400,0,{_METRE}]'
    text = (
        f'PROJCRS["{_BASE} / {projection.name}",'
        f'BASEGEODCRS["{_BASE}",DATUM["Moon (2015) - Sphere",{sphere}],'
        f'PRIMEM["Reference Meridian",0,{_DEGREE}]],'
        f'CONVERSION["{projection.name}",METHOD["{method}",ID["EPSG",{code}]],{values}],'
        f'CS[Cartesian,2],AXIS["(E)",east,ORDER[1],{_METRE}],AXIS["(N)",north,ORDER[2],{_METRE}],'
        f'ID["IAU",{projection.code},2015]]'
    )
    return text.replace(" ", "")


@cache
def projjson(projection: Projection) -> dict[str, Any]:
    """Returns the projection as PROJJSON; the same object each time, not to be changed."""
    method, code, parameters = _conversion(projection)
    return {
        "$schema": "https://proj.org/schemas/v0.7/projjson.schema.json",
        "type": "ProjectedCRS",
        "name": f"{_BASE} / {projection.name}",
        "base_crs": _base_crs(),
        "conversion": {
            "name": projection.name,
            "method": {"name": method, "id": _id("EPSG", code)},
            "parameters": [
                {"name": name, "value": value, "unit": unit, "id": _id("EPSG", epsg)}
                for name, value, unit, epsg in parameters
            ],
        },
        "coordinate_system": {
            "subtype": "Cartesian",
            "axis": [
                _axis("Easting", "E", "east", "metre"),
                _axis("Northing", "N", "north", "metre"),
            ],
        },
        "id": _id("IAU", projection.code) | {"version": 2015},
    }


def _base_crs() -> dict[str, Any]:
    datum = {
        "type": "GeodeticReferenceFrame",
        "name": "Moon (2015) - Sphere",
        "ellipsoid": {"name": "Moon (2015) - Sphere", "radius": 1737400},
        "prime_meridian": {"name": "Reference Meridian", "longitude": 0},
    }
    axes = [
        _axis("Geodetic latitude", "Lat", "north", "degree"),
        _axis("Geodetic longitude", "Lon", "east", "degree"),
    ]
    return {
        "name": _BASE,
        "datum": datum,
        "coordinate_system": {"subtype": "ellipsoidal", "axis": axes},
        "id": _id("IAU", 30100) | {"version": 2015},
        "remarks": "After the IAU working group's report of 2015",
    }


def _axis(name: str, abbreviation: str, direction: str, unit: str) -> dict[str, str]:
    return {"name": name, "abbreviation": abbreviation, "direction": direction, "unit": unit}


def _id(authority: str, code: int) -> dict[str, Any]:
    return {"authority": authority, "code": code}
