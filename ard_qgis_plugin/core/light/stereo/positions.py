"""Positions: where spacecraft stood, and in which direction a place sees them.

Lengths in kilometres, from the body's centre, in the frame of the body. Formulas: the geometry of
ISIS caminfo (CamTools.cpp), and for line scanners a model checked against camera models of Kaguya
TC (216 places of 18 images: median 0.015, at most 0.056 degrees off).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from ..areas import half_turned, parts_of
from ..images import SCANNER, Images
from ..vectors import (
    Floats,
    Indices,
    angles_of,
    directions,
    places_of,
    to_body,
    to_local,
    verticals,
)

_NEAR_POLE = 80.0  # degrees of latitude: up to there polar orbits run nearly along meridians


def centres(images: Images) -> Floats:
    """Returns C, the centre pixel of each image on the ground, shape (n, 3)."""
    radius = np.where(np.isnan(images.centre_radius), images.radius, images.centre_radius)
    return radius[:, None] * verticals(images.lon, images.lat)


def spacecraft(images: Images) -> Floats:
    """Returns S, the spacecraft at the time of the centre pixel; NaN where unknown.

    S = distance x u(sub-spacecraft point) where a label gives both, else C + slant x l(e, A_S).
    """
    ahead = to_body(directions(images.emission, images.spacecraft_azimuth), images.lon, images.lat)
    away = centres(images) + images.slant[:, None] * ahead
    above = images.spacecraft_distance[:, None] * verticals(
        images.spacecraft_lon, images.spacecraft_lat
    )
    return np.where(np.isnan(above), away, above)


def scanner_looks(images: Images, places: Floats) -> Floats:
    """Returns S - P for a place P in each image of a line scanner, whose lines are of other times.

    P - C is split into a part along the track and one across. The spacecraft stood over the line's
    middle M = C + the part along, as it stood over C: slant x l(e, A_S + turn of the meridian).
    NaN where slant or the two azimuths are unknown. `places` has shape (n, 3), km.
    """
    centre = centres(images)
    east, north, _ = to_local(places - centre, images.lon, images.lat).T
    along, across = np.radians(images.along_azimuth), np.radians(images.across_azimuth)
    reach = (east * np.cos(across) - north * np.sin(across)) / np.sin(along - across)
    ahead = directions(np.full(len(images), 90.0), images.along_azimuth)
    middle = centre + to_body(reach[:, None] * ahead, images.lon, images.lat)
    middle *= (np.linalg.norm(centre, axis=1) / np.linalg.norm(middle, axis=1))[:, None]
    lon, lat = places_of(middle)
    # Meridians are not parallel: what keeps its direction has another azimuth at M.
    turn = half_turned(lon - images.lon) * np.sin(np.radians(lat))
    look = to_body(directions(images.emission, images.spacecraft_azimuth + turn), lon, lat)
    return middle + images.slant[:, None] * look - places


def axes_of_corners(corners: Floats, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Returns the azimuths along and across the track from the four corners of images.

    `corners` are vectors of shape (n, 4, 3): upper left, upper right, lower left, lower right, as
    in caminfo (first and last sample of the first and the last line).
    """
    upper_left, upper_right, lower_left, lower_right = np.moveaxis(corners, 1, 0)
    along = to_local(lower_left - upper_left + lower_right - upper_right, lon, lat)
    across = to_local(upper_right - upper_left + lower_right - lower_left, lon, lat)
    return angles_of(along)[1], angles_of(across)[1]


def with_axes(images: Images) -> Images:
    """Returns images whose scanners all have their axes: the known ones, else the footprints'."""
    rows = np.flatnonzero(
        (images.camera == SCANNER) & images.complete("shapes") & ~images.complete("along_azimuth")
    )
    along, across = images.along_azimuth.copy(), images.across_azimuth.copy()
    for part in parts_of(len(rows)):
        some = rows[part]
        along[some], across[some] = axes_of_footprints(images.take(some))
    return replace(images, along_azimuth=along, across_azimuth=across)


def axes_of_footprints(images: Images) -> tuple[Floats, Floats]:
    """Returns the azimuths along and across the track from footprints alone.

    The smallest rectangle about the footprint, in the plane at its centre, says which vertices are
    the corners, and these say the axes. Along is the one nearer to the meridian, as on a polar
    orbit; close to a pole the longer one.
    """
    lonlat, index = shapely.get_coordinates(images.shapes, return_index=True)
    flat = to_local(verticals(*lonlat.T), images.lon[index], images.lat[index])[:, :2]
    ring = shapely.get_coordinates(
        shapely.oriented_envelope(shapely.multipoints(flat, indices=index))
    ).reshape(-1, 5, 2)
    one, other = _middle_sides(flat, index, np.diff(ring[:, :3], axis=1))
    sides = np.stack([one, other], axis=1)
    azimuths = np.degrees(np.arctan2(sides[..., 0], sides[..., 1]))
    northward = np.abs(np.cos(np.radians(azimuths)))
    near_pole = (np.abs(images.lat) > _NEAR_POLE)[:, None]
    along = np.argmax(np.where(near_pole, np.linalg.norm(sides, axis=2), northward), axis=1)
    rows = np.arange(len(images))
    return azimuths[rows, along], azimuths[rows, 1 - along]


def _middle_sides(flat: Floats, index: Indices, sides: Floats) -> tuple[Floats, Floats]:
    """Returns the middle of opposite sides, for both pairs, of the four outermost vertices.

    `sides` are two vectors for each shape, (n, 2, 2), along which the corners are looked for.
    """
    unit = sides / np.sum(sides**2, axis=2, keepdims=True)
    first, second = np.einsum("ijk,ik->ji", unit[index], flat)
    start = np.searchsorted(index, np.arange(len(sides)))
    count = np.diff(start, append=len(index))

    def corner(to_first: int, to_second: int) -> Floats:
        reach = to_first * first + to_second * second
        is_corner = reach >= np.repeat(np.maximum.reduceat(reach, start), count)
        at = np.where(is_corner, np.arange(len(index)), len(index))
        outermost: Floats = flat[np.minimum.reduceat(at, start)]
        return outermost

    low, right, left, high = corner(-1, -1), corner(1, -1), corner(-1, 1), corner(1, 1)
    return right - low + high - left, left - low + high - right
