"""A planted catalogue: footprints at all that is hard, and what each view has to find of them.

The answers come from closed formulas alone, view_formulas.py and map_formulas.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from tests.support.in_qgis import view_formulas
from tests.support.servers.stac_api import document
from tests.support.views import shown

COLLECTION = "planted_observations"
_MARGIN = 0.05  # of a footprint's size: a touch by less is a matter of taste
_ACROSS = 41  # samples across a footprint or a view

Box = tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True)
class Planted:
    """One footprint: boxes in -180..180, two where it lies across +-180."""

    id: str
    boxes: tuple[Box, ...]

    def item(self) -> dict:
        """Returns the STAC item, as the USGS API writes them."""
        rings = [[_ring(box)] for box in self.boxes]
        sides = zip(*self.boxes, strict=True)
        bbox = [end(side) for end, side in zip((min, min, max, max), sides, strict=True)]
        shape = ("Polygon", rings[0]) if len(rings) == 1 else ("MultiPolygon", rings)
        return {
            "type": "Feature",
            "stac_version": "1.0.0",
            "id": self.id,
            "collection": COLLECTION,
            "geometry": {"type": shape[0], "coordinates": shape[1]},
            "bbox": bbox,
            "properties": {"datetime": "2009-06-07T14:43:22Z", "ssys:targets": ["MOON"]},
            "assets": {},
            "links": [],
        }


@dataclass(frozen=True)
class Answer:
    """What a view has to find: ids that touch it, and ids that all but touch it."""

    touching: frozenset[str]
    in_doubt: frozenset[str]


def collection() -> dict:
    """Returns the collection's document; no one knows its id, so it says which body it is of."""
    return document(COLLECTION, summaries={"ssys:targets": ["MOON"]})


def planted(views: list[tuple]) -> list[Planted]:
    """Plants footprints all over, at +-180, at the poles, and on and beside each view's edges."""
    return [
        *_at_hard_places(),
        *(each for number, view in enumerate(views) for each in _at_edges(number, view)),
    ]


def answer(view: tuple, footprints: list[Planted]) -> Answer:
    """Says which footprints a view shows."""
    sure, perhaps = (
        {each.id for each in footprints if _shows(view, each, grown)}
        for grown in (1 - _MARGIN, 1 + _MARGIN)
    )
    return Answer(frozenset(sure), frozenset(perhaps - sure))


def _ring(box: Box) -> list[list[float]]:
    west, south, east, north = box
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def _at_hard_places() -> Iterator[Planted]:
    for lat in (-75, -45, -20, 0, 20, 45, 75):
        west, east = (178.0, lat, 180.0, lat + 2.0), (-180.0, lat, -178.0, lat + 2.0)
        yield Planted(f"west of 180 at {lat}", (west,))
        yield Planted(f"east of 180 at {lat}", (east,))
        yield Planted(f"across 180 at {lat}", (west, east))
    for south, north in ((88, 90), (-90, -88), (89.99, 90), (-90, -89.99)):
        yield Planted(f"cap {south} to {north}", ((-180.0, south, 180.0, north),))
    for lon, lat in product(range(-180, 180, 45), (86.0, -88.0)):
        yield Planted(f"by the pole {lon} {lat}", ((lon, lat, lon + 10.0, lat + 2.0),))
    for lon, lat in product(range(-175, 175, 30), range(-80, 80, 20)):
        yield Planted(f"grid {lon} {lat}", ((lon, lat, lon + 4.0, lat + 4.0),))
    yield Planted("world", ((-180.0, -90.0, 180.0, 90.0),))


def _at_edges(number: int, view: tuple) -> Iterator[Planted]:
    """Plants a footprint on an edge and one beside it, at several places of a view's edges."""
    _, _, inverse, rectangle = view
    xmin, ymin, xmax, ymax = view_formulas.visible_part(inverse, rectangle)
    step = 0.03 * min(xmax - xmin, ymax - ymin)
    for share in (0.2, 0.7):
        x, y = xmin + share * (xmax - xmin), ymin + share * (ymax - ymin)
        edges = ((x, ymin, 0, -1), (x, ymax, 0, 1), (xmin, y, -1, 0), (xmax, y, 1, 0))
        for side, (at_x, at_y, out_x, out_y) in enumerate(edges):
            on = np.array(inverse(at_x, at_y))
            beside = np.array(inverse(at_x + step * out_x, at_y + step * out_y))
            apart = np.hypot((beside[0] - on[0]) * np.cos(np.radians(on[1])), beside[1] - on[1])
            for kind, place in (("on", on), ("beside", beside)):
                if np.isfinite(place).all() and 0 < apart < 30 and abs(place[1]) < 89:
                    boxes = _boxes_around(*place.tolist(), 0.4 * float(apart))
                    yield Planted(f"{kind} edge {side} of {number} at {share}", boxes)


def _boxes_around(lon: float, lat: float, half: float) -> tuple[Box, ...]:
    wide = min(half / np.cos(np.radians(lat)), 60.0)
    west, east = (lon - wide + 180) % 360 - 180, (lon + wide + 180) % 360 - 180
    south, north = max(lat - half, -90.0), min(lat + half, 90.0)
    if west < east:
        return ((west, south, east, north),)
    return (west, south, 180.0, north), (-180.0, south, east, north)


def _shows(view: tuple, footprint: Planted, grown: float) -> bool:
    boxes = [_scaled(box, grown) for box in footprint.boxes]
    lon, lat = _view_samples(view)
    return any(_any_inside(view, box) or _holds_any(box, lon, lat) for box in boxes)


def _scaled(box: Box, factor: float) -> Box:
    west, south, east, north = box
    lon, lat, wide, high = (west + east) / 2, (south + north) / 2, east - west, north - south
    wide, high = wide * factor / 2, high * factor / 2
    return lon - wide, max(lat - high, -90), lon + wide, min(lat + high, 90)


def _any_inside(view: tuple, box: Box) -> bool:
    """Says whether any place of a box is on the map within the view's rectangle."""
    west, south, east, north = box
    lon, lat = np.meshgrid(np.linspace(west, east, _ACROSS), np.linspace(south, north, _ACROSS))
    return bool(shown(view, lon, lat).any())


def _holds_any(box: Box, lon: np.ndarray, lat: np.ndarray) -> bool:
    west, south, east, north = box
    across = (lon - west) % 360 <= min(east - west, 360)
    return bool((across & (lat >= south) & (lat <= north)).any())


_SAMPLES: dict[str, tuple[np.ndarray, np.ndarray]] = {}


def _view_samples(view: tuple) -> tuple[np.ndarray, np.ndarray]:
    name, _, inverse, rectangle = view
    if name not in _SAMPLES:
        xmin, ymin, xmax, ymax = view_formulas.visible_part(inverse, rectangle)
        x, y = np.meshgrid(np.linspace(xmin, xmax, _ACROSS), np.linspace(ymin, ymax, _ACROSS))
        lon, lat = inverse(x, y)
        seen = np.isfinite(lon) & np.isfinite(lat)
        _SAMPLES[name] = lon[seen], lat[seen]
    return _SAMPLES[name]
