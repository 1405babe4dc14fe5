"""Items and collections: the sample planet's catalogue in the form of the USGS ARD API."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .crs import projjson, wkt2
from .footprint import Ring, rings
from .names import Urls, hrefs
from .planet import MODES, Observation, collection_id
from .surface.brightness import NODATA, SCALE, statistics
from .surface.frame import Frame, frame_of

_JSON = dict[str, Any]
_EXTENSIONS = (
    "https://stac-extensions.github.io/projection/v1.0.0/schema.json",
    "https://stac-extensions.github.io/datacube/v1.0.0/schema.json",
    "https://stac-extensions.github.io/view/v1.0.0/schema.json",
    "https://raw.githubusercontent.com/thareUSGS/ssys/main/json-schema/schema.json",
    "https://stac-extensions.github.io/raster/v1.0.0/schema.json",
)
_SCIENTIFIC = "https://stac-extensions.github.io/scientific/v1.0.0/schema.json"
_DOI = "10.5072/sample-planet.{}"  # 10.5072 is the prefix of DOIs for tests
_TITLES = {
    "thumbnail": ("image/jpeg", "Image Thumbnail", "thumbnail"),
    "image": (
        "image/tiff; application=geotiff; profile=cloud-optimized",
        "Uncontrolled Image",
        "data",
    ),
    "provenance": ("text/plain", "Provenance", "metadata"),
    "isis_label": ("text/plain", "ISIS Label", "metadata"),
    "pds_label": ("text/plain", "JAXA PDS3 Label", "metadata"),
    "caminfo_pvl": ("text/plain", "CamInfo Output", "metadata"),
    "usgscsm_isd": ("text/plain", "USGSCSM ISD", "metadata"),
}
DESCRIPTION = "A strip of the sample planet: an invented Moon seen by an invented Terrain Camera."


def digits(value: float) -> float:
    """Returns the value with the 14 digits that labels and items of the real catalogue share."""
    return float(f"{value:.14g}")


def item(observation: Observation, urls: Urls) -> _JSON:
    """Returns the observation as an item of the real API's structure and order of keys.

    The `view:` fields mislead as the real ones do: sun_elevation holds the local time in hours,
    azimuth the direction of north in the raw image.
    """
    pieces = rings(observation)
    bbox = _bbox(pieces)
    frame = frame_of(observation)
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": observation.id,
        "properties": _properties(observation, bbox, frame),
        "geometry": _geometry(pieces),
        "links": _links(observation, urls),
        "assets": _assets(observation, urls, frame),
        "bbox": bbox,
        "stac_extensions": list(_EXTENSIONS),
        "collection": observation.collection,
    }


def _properties(observation: Observation, bbox: list[float], frame: Frame) -> _JSON:
    start = _iso(observation.start)
    return {
        "start_datetime": start,
        "end_datetime": _iso(observation.end),
        "title": observation.id,
        "description": DESCRIPTION,
        "missions": ["Selenological and Engineering Explorer (SELENE)"],
        "instruments": ["Kaguya/SELENE Terrain Camera (TC)"],
        "gsd": digits(observation.ground_pixel),
        "license": "CC0-1.0",
        "proj:epsg": None,
        "proj:wkt2": wkt2(frame.projection),
        "proj:projjson": projjson(frame.projection),
        "proj:bbox": bbox,
        "proj:centroid": {"lat": observation.centre.lat, "lon": observation.centre.lon},
        "proj:shape": [frame.rows, frame.columns],
        "proj:transform": [frame.left, frame.pixel, 0, frame.top, 0, -frame.pixel],
        "cube:dimensions": {
            "x": {"type": "spatial", "axis": "x", "extent": [bbox[0], bbox[2]]},
            "y": {"type": "spatial", "axis": "y", "extent": [bbox[1], bbox[3]]},
        },
        **_view(observation),
        "ssys:targets": ["Moon"],
        "datetime": start,
        "created": "2023-08-23T19:24:51.529Z",
        "updated": "2023-11-03T05:50:31.916Z",
    }


def _view(observation: Observation) -> _JSON:
    light = observation.light
    return {
        "view:off_nadir": digits(light.emission),
        "view:azimuth": digits(north_azimuth(observation)),
        "view:sun_azimuth": digits(light.sun_azimuth),
        "view:sun_elevation": digits(light.local_time),
    }


def north_azimuth(observation: Observation) -> float:
    """Returns the direction of north in the raw image, in degrees clockwise from its right."""
    return 270.0 - observation.inclination


def _geometry(pieces: list[Ring]) -> _JSON:
    polygons = [[[list(point) for point in piece]] for piece in pieces]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _bbox(pieces: list[Ring]) -> list[float]:
    """Returns west, south, east, north; a strip across +/-180 gets -180..180."""
    lons = [lon for piece in pieces for lon, _ in piece]
    lats = [lat for piece in pieces for _, lat in piece]
    return [min(lons), min(lats), max(lons), max(lats)]


def _links(observation: Observation, urls: Urls) -> list[_JSON]:
    parent = f"{urls.api}/collections/{observation.collection}"
    return [
        {
            "rel": "self",
            "type": "application/geo+json",
            "href": f"{parent}/items/{observation.id}",
        },
        {"rel": "parent", "type": "application/json", "href": parent},
        {"rel": "collection", "type": "application/json", "href": parent},
        {"rel": "root", "type": "application/json", "href": urls.api},
    ]


def _assets(observation: Observation, urls: Urls, frame: Frame) -> _JSON:
    addresses = hrefs(observation, urls)
    assets = {}
    for key, (media_type, title, role) in _TITLES.items():
        assets[key] = {"href": addresses[key], "type": media_type, "title": title}
        if key == "image":
            assets[key]["raster:bands"] = [_band(observation, frame)]
        assets[key]["roles"] = [role]
    return assets


def _band(observation: Observation, frame: Frame) -> _JSON:
    expected = statistics(observation)
    return {
        "nodata": NODATA,
        "data_type": "int16",
        "spatial_resolution": frame.pixel,
        "statistics": {
            "minimum": expected.minimum,
            "maximum": expected.maximum,
            "mean": expected.mean,
            "stddev": expected.deviation,
            "valid_percent": expected.valid,
        },
        "unit": "",
        "scale": SCALE,
        "offset": 0,
    }


def collection(mode: str, urls: Urls) -> _JSON:
    """Returns the collection of a mode as a STAC 1.0 collection."""
    name = collection_id(mode)
    here = f"{urls.api}/collections/{name}"
    return {
        "type": "Collection",
        "stac_version": "1.0.0",
        "stac_extensions": [_EXTENSIONS[3], _SCIENTIFIC],
        "id": name,
        "title": f"Sample planet: Terrain Camera, {mode}, uncontrolled",
        "description": f"The {mode} strips of the sample planet.",
        "license": "CC0-1.0",
        "sci:doi": _DOI.format(mode),
        "sci:citation": f"Sample Planet Survey & Co. (2009): Terrain Camera, {mode} strips.",
        "providers": [{"name": "Sample Planet Survey", "roles": ["producer", "licensor"]}],
        "extent": {
            "spatial": {"bbox": [[-180.0, -90.0, 180.0, 90.0]]},
            "temporal": {"interval": [["2007-12-01T00:00:00Z", "2009-06-30T00:00:00Z"]]},
        },
        "summaries": {"ssys:targets": ["Moon"]},
        "links": [
            {"rel": "self", "type": "application/json", "href": here},
            {"rel": "root", "type": "application/json", "href": urls.api},
            {"rel": "items", "type": "application/geo+json", "href": f"{here}/items"},
            {"rel": "cite-as", "href": f"https://doi.org/{_DOI.format(mode)}"},
        ],
    }


def collections(urls: Urls) -> list[_JSON]:
    """Returns the three collections."""
    return [collection(mode, urls) for mode in MODES]


def _iso(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
