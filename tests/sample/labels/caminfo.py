"""The caminfo label: what ISIS computes of an image; the catalogue's source of angles."""

from __future__ import annotations

import math
from datetime import timedelta

from ..footprint import Ring, corners, crosses, holds_pole, rings, surface_area
from ..items import north_azimuth
from ..planet import Observation
from ..surface.brightness import SCALE, statistics
from ..surface.sphere import RADIUS_KM
from .blocks import Block, Keyword, label, number, stamp

SAMPLES = 3208
_MOON_AREA = 4.0 * math.pi * RADIUS_KM**2


def lines(observation: Observation) -> int:
    """Returns the number of lines of the full-size raw image."""
    return round(observation.length * 1000.0 / observation.ground_pixel)


def caminfo(observation: Observation) -> str:
    """Returns the text of the caminfo label."""
    parts = [
        Block("Object", "Parameters", _parameters(observation)),
        Block("Object", "Statistics", _statistics(observation)),
        Block("Object", "Geometry", _geometry(observation)),
        Block("Object", "Polygon", [*_polygon(observation), _mapping(observation)]),
    ]
    return label([Block("Object", "Caminfo", parts)])


def _parameters(observation: Observation) -> list[Keyword]:
    taken = stamp(observation.start + timedelta(microseconds=61765))
    return [
        ("Program", "caminfo"),
        ("IsisVersion", '"7.2.0  | 2023-03-14"'),
        ("RunDate", "2023-08-23T19:23:40"),
        ("IsisId", f"KAGUYA/TC{observation.camera}/{taken}"),
        ("From", f"{observation.id}.l1.cub"),
        ("Lines", str(lines(observation))),
        ("Samples", str(SAMPLES)),
        ("Bands", "1"),
    ]


def _statistics(observation: Observation) -> list[Keyword]:
    expected = statistics(observation)
    none = ("PercentHIS", "PercentHRS", "PercentLIS", "PercentLRS", "PercentNull")
    return [
        ("MeanValue", number(expected.mean * SCALE)),
        ("StandardDeviation", number(expected.deviation * SCALE)),
        ("MinimumValue", number(expected.minimum * SCALE)),
        ("MaximumValue", number(expected.maximum * SCALE)),
        *((name, "0.0") for name in none),
        ("TotalPixels", number(lines(observation) * SAMPLES)),
    ]


def _geometry(observation: Observation) -> list[Keyword]:
    # One digit more than a microsecond, as ISIS gives and as the catalogue cuts off.
    tenth = str(observation.index % 9 + 1)
    return [
        ("BandsUsed", "1"),
        ("ReferenceBand", "1"),
        ("OriginalBand", "1"),
        ("Target", "MOON"),
        ("StartTime", stamp(observation.start) + tenth),
        ("EndTime", stamp(observation.end) + tenth),
        *_numbers(_position(observation)),
        *_numbers(_angles(observation)),
        *_numbers(_resolution(observation)),
        *_numbers(_directions(observation)),
        ("HasLongitudeBoundary", _flag(crosses(observation, 0.0) or holds_pole(observation))),
        ("HasNorthPole", _flag(holds_pole(observation) and observation.centre.lat > 0)),
        ("HasSouthPole", _flag(holds_pole(observation) and observation.centre.lat < 0)),
        *_numbers(_oblique(observation)),
    ]


def _position(observation: Observation) -> dict[str, float]:
    values = {
        "CenterLine": lines(observation) / 2,
        "CenterSample": SAMPLES / 2,
        "CenterLatitude": observation.centre.lat,
        "CenterLongitude": observation.centre.lon % 360.0,
        "CenterRadius": RADIUS_KM * 1000.0,
        "RightAscension": (observation.centre.lon + observation.solar_longitude) % 360.0,
        "Declination": -observation.centre.lat,
    }
    for name, place in corners(observation).items():
        values[f"{name}Longitude"] = place.lon % 360.0
        values[f"{name}Latitude"] = place.lat
    return values


def _angles(observation: Observation) -> dict[str, float]:
    light = observation.light
    return {
        "PhaseAngle": light.phase,
        "EmissionAngle": light.emission,
        "IncidenceAngle": light.incidence,
        "NorthAzimuth": north_azimuth(observation),
        "OffNadir": light.off_nadir,
        "SolarLongitude": observation.solar_longitude,
        "LocalTime": light.local_time,
        "TargetCenterDistance": light.target_distance,
        "SlantDistance": light.slant_distance,
    }


def _resolution(observation: Observation) -> dict[str, float]:
    pixel = observation.light.pixel_resolution
    names = ("SampleResolution", "LineResolution", "PixelResolution")
    return dict.fromkeys(names, pixel) | {"MeanGroundResolution": pixel * 1.01}


def _directions(observation: Observation) -> dict[str, float]:
    light, sun, north = observation.light, observation.sun, north_azimuth(observation)
    parallax_x, parallax_y = light.parallax
    shadow_x, shadow_y = light.shadow
    return {
        "SubSolarAzimuth": (north + light.sun_azimuth) % 360.0,
        "SubSolarGroundAzimuth": light.sun_azimuth,
        "SubSolarLatitude": sun.lat,
        "SubSolarLongitude": sun.lon % 360.0,
        "SubSpacecraftAzimuth": (north + light.spacecraft_azimuth) % 360.0,
        "SubSpacecraftGroundAzimuth": light.spacecraft_azimuth,
        "SubSpacecraftLatitude": light.spacecraft.lat,
        "SubSpacecraftLongitude": light.spacecraft.lon % 360.0,
        "ParallaxX": parallax_x,
        "ParallaxY": parallax_y,
        "ShadowX": shadow_x,
        "ShadowY": shadow_y,
    }


def _oblique(observation: Observation) -> dict[str, float]:
    light = observation.light
    pixel = light.pixel_resolution / math.cos(math.radians(light.emission))
    return {f"Oblique{kind}Resolution": pixel for kind in ("Sample", "Line", "Pixel", "Detector")}


def _polygon(observation: Observation) -> list[Keyword]:
    area, half = surface_area(observation), lines(observation) / 2
    return [
        ("CentroidLine", number(half - 0.125)),
        ("CentroidSample", number(SAMPLES / 2 - 0.875)),
        ("CentroidLatitude", number(observation.centre.lat)),
        ("CentroidLongitude", number(observation.centre.lon % 360.0)),
        ("CentroidRadius", f"{number(RADIUS_KM * 1000.0)} <meters>"),
        ("SurfaceArea", f"{number(area)} <km^2>"),
        ("GlobalCoverage", f"{100.0 * area / _MOON_AREA:.6f} <percent>"),
        ("SampleIncrement", "393"),
        ("LineIncrement", "393"),
        ("GisFootprint", f'"{well_known_text(rings(observation, west=0.0))}"'),
    ]


def well_known_text(pieces: list[Ring]) -> str:
    """Returns rings as a WKT multipolygon, each a polygon of its own."""
    polygons = (", ".join(f"{lon:.16f} {lat:.16f}" for lon, lat in piece) for piece in pieces)
    return "MULTIPOLYGON (" + ", ".join(f"(({polygon}))" for polygon in polygons) + ")"


def _mapping(observation: Observation) -> Block:
    points = [point for piece in rings(observation, west=0.0) for point in piece]
    lons, lats = zip(*points, strict=True)
    radius = f"{number(RADIUS_KM * 1000.0)} <meters>"
    keywords = [
        ("TargetName", "MOON"),
        ("EquatorialRadius", radius),
        ("PolarRadius", radius),
        ("LatitudeType", "Planetocentric"),
        ("LongitudeDirection", "PositiveEast"),
        ("LongitudeDomain", "360"),
        ("MinimumLatitude", number(min(lats))),
        ("MaximumLatitude", number(max(lats))),
        ("MinimumLongitude", number(min(lons))),
        ("MaximumLongitude", number(max(lons))),
        ("PixelResolution", number(observation.ground_pixel)),
        ("ProjectionName", "Sinusoidal"),
        ("CenterLongitude", number(observation.centre.lon % 360.0)),
    ]
    return Block("Group", "Mapping", keywords)


def _numbers(values: dict[str, float]) -> list[Keyword]:
    return [(name, number(value)) for name, value in values.items()]


def _flag(value: bool) -> str:
    return "TRUE" if value else "FALSE"
