"""Relief: the ground of one image, its height at each pixel and the sun's light on it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..footprint import reach
from ..planet import Observation
from .brightness import FULL_SUN, NODATA, SCALE
from .frame import RADIUS, Frame, frame_of, projected_outline
from .terrain import (
    LEVELS,
    Craters,
    Floats,
    crater_profile,
    craters_near,
    rolling_ground,
    unit_vectors,
)

_SHADOW_STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50)  # pixels
_SHADE = 0.02  # light from the ground around, as a share of full sun


def render(observation: Observation) -> NDArray[np.int16]:
    """Returns the image's pixels in DN (0.013 W/m2/um/sr each); NODATA outside the strip."""
    frame = frame_of(observation)
    directions = _directions(frame)
    heights = heights_of(observation)
    sun = unit_vectors(np.float64(observation.sun.lon), np.float64(observation.sun.lat))
    light = _sunlight(directions, heights, sun) * _albedo(directions, observation)
    light = _as_seen(light, heights, observation, frame)
    dn = np.clip(light * FULL_SUN / SCALE, 0, 32766).astype(np.int16)
    dn[~_inside(observation, frame)] = NODATA
    return dn


def _directions(frame: Frame) -> Floats:
    x = frame.left + (np.arange(frame.columns) + 0.5) * frame.pixel
    y = frame.top - (np.arange(frame.rows) + 0.5) * frame.pixel
    return unit_vectors(*frame.projection.inverse(*np.meshgrid(x, y)))


def heights_of(observation: Observation) -> Floats:
    """Returns the height of the ground in metres at each pixel, in and around the strip."""
    frame = frame_of(observation)
    directions = _directions(frame)
    heights = rolling_ground(directions, observation.seed)
    # The grid's corners lie beyond the strip's own where it is inclined, by up to a factor 1.37.
    radius = np.radians(reach(observation)) * RADIUS * 1.4
    for level in LEVELS:
        craters = craters_near(observation.centre, radius, level, observation.seed)
        _dig(craters, frame, directions, heights)
    return heights


def _dig(craters: Craters, frame: Frame, directions: Floats, heights: Floats) -> None:
    """Adds craters to the heights, each touching only the pixels around it."""
    top, bottom, left, right = _windows(craters, frame)
    centres = unit_vectors(craters.lon, craters.lat)
    for k in np.flatnonzero((top < bottom) & (left < right)):
        window = slice(top[k], bottom[k]), slice(left[k], right[k])
        away = directions[(slice(None), *window)] - centres[:, k, None, None]
        distance = np.sqrt(np.einsum("kij,kij->ij", away, away)) * RADIUS / craters.radius[k]
        heights[window] += crater_profile(distance, craters.radius[k], craters.age[k])


def _windows(craters: Craters, frame: Frame) -> NDArray[np.int64]:
    """Returns first row, end row, first column, end column that each crater can touch."""
    x, y = frame.projection.forward(craters.lon, craters.lat)
    column, row = (x - frame.left) / frame.pixel, (frame.top - y) / frame.pixel
    # A polar map stretches by less than 2% here, an equirectangular one along its parallels.
    tall = wide = craters.reach / frame.pixel * 1.1
    if not frame.projection.pole:
        wide = wide / np.cos(np.radians(craters.lat))
    rows = np.clip([row - tall, row + tall + 2], 0, frame.rows)
    columns = np.clip([column - wide, column + wide + 2], 0, frame.columns)
    return np.concatenate([rows, columns]).astype(np.int64)


def _as_seen(light: Floats, heights: Floats, observation: Observation, frame: Frame) -> Floats:
    """Returns the light where the camera's image has it, laid on the sphere.

    High ground lies further from the camera there, by its height times the tangent of the emission.
    """
    view = observation.light
    lon, lat = observation.centre.lon, observation.centre.lat
    degree = np.degrees(1.0 / RADIUS)  # of a metre
    east = degree / np.cos(np.radians(lat))
    x, y = frame.projection.forward([lon, lon + east, lon], [lat, lat, lat + degree])
    turn = np.radians(view.spacecraft_azimuth)
    towards = np.sin(turn) * np.array([x[1] - x[0], y[1] - y[0]])
    towards += np.cos(turn) * np.array([x[2] - x[0], y[2] - y[0]])
    metres = np.tan(np.radians(view.emission)) * (heights - np.median(heights))
    rows, columns = np.indices(light.shape)
    return _between(
        light,
        rows - metres * towards[1] / frame.pixel,  # rows go down, y goes up
        columns + metres * towards[0] / frame.pixel,
    )


def _between(values: Floats, rows: Floats, columns: Floats) -> Floats:
    """Returns values between the pixels of a grid, by those around them."""
    last_row, last_column = (size - 1 for size in values.shape)
    rows, columns = np.clip(rows, 0, last_row), np.clip(columns, 0, last_column)
    top = np.minimum(rows.astype(int), max(last_row - 1, 0))
    left = np.minimum(columns.astype(int), max(last_column - 1, 0))
    down, right = rows - top, columns - left
    upper = values[top, left] * (1 - right) + values[top, left + 1] * right
    lower = values[top + 1, left] * (1 - right) + values[top + 1, left + 1] * right
    seen: Floats = upper * (1 - down) + lower * down
    return seen


def _sunlight(directions: Floats, heights: Floats, sun: Floats) -> Floats:
    """Returns the share of full sun that each pixel gets: Lambert's law and cast shadows."""
    surface = directions * (RADIUS + heights)
    down, right = np.gradient(surface, axis=1), np.gradient(surface, axis=2)
    normal = np.cross(down, right, axis=0)
    normal /= np.sqrt(np.einsum("kij,kij->ij", normal, normal))
    facing = np.einsum("kij,k->ij", normal, sun)
    facing[_shadowed(surface, heights, sun)] = 0.0
    return np.clip(facing, 0.0, 1.0) + _SHADE * max(0.0, float(directions.mean((1, 2)) @ sun))


def _shadowed(surface: Floats, heights: Floats, sun: Floats) -> NDArray[np.bool_]:
    """Says where higher ground towards the sun hides it, looking ever further ahead."""
    middle = tuple(size // 2 for size in heights.shape)
    here = surface[(slice(None), *middle)]
    down = surface[:, middle[0] + 1, middle[1]] - here
    right = surface[:, middle[0], middle[1] + 1] - here
    up = here / np.linalg.norm(here)
    level = [step - up * (step @ up) for step in (down, right)]
    rise = float(sun @ up)
    # Pixels to go for one metre towards the sun, along rows and columns.
    towards = np.array([sun @ step / (step @ step) for step in level])
    pixels = float(np.hypot(*towards))
    hidden = np.zeros(heights.shape, dtype=bool)
    if pixels == 0.0:
        return hidden
    for step in _SHADOW_STEPS:
        ahead = np.rint(towards / pixels * step).astype(int)
        climb = rise / pixels * step
        _look(heights, ahead, climb, hidden)
    return hidden


def _look(heights: Floats, ahead: Floats, climb: float, hidden: NDArray[np.bool_]) -> None:
    rows, columns = heights.shape
    near, far = [], []
    for shift, size in zip(ahead, (rows, columns), strict=True):
        near.append(slice(max(0, -shift), min(size, size - shift)))
        far.append(slice(max(0, shift), min(size, size + shift)))
    hidden[tuple(near)] |= heights[tuple(far)] > heights[tuple(near)] + climb


def _albedo(directions: Floats, observation: Observation) -> Floats:
    """Returns how bright the ground itself is, 0.8 to 1.2, in patches as wide as its hills."""
    return 1.0 + 0.0004 * np.clip(rolling_ground(directions, observation.seed + 1), -500.0, 500.0)


def _inside(observation: Observation, frame: Frame) -> NDArray[np.bool_]:
    """Says which pixels lie in the strip: between the outline's ends in their row."""
    x, y = projected_outline(observation)
    columns, rows = (x - frame.left) / frame.pixel - 0.5, (frame.top - y) / frame.pixel - 0.5
    first, last = np.full(frame.rows, np.inf), np.full(frame.rows, -np.inf)
    for k in range(len(x) - 1):
        (row1, row2), (column1, column2) = rows[k : k + 2], columns[k : k + 2]
        touched = np.arange(int(np.ceil(min(row1, row2))), int(np.floor(max(row1, row2))) + 1)
        touched = touched[(touched >= 0) & (touched < frame.rows)]
        if row1 == row2 or not touched.size:
            continue
        at = column1 + (column2 - column1) * (touched - row1) / (row2 - row1)
        first[touched] = np.minimum(first[touched], at)
        last[touched] = np.maximum(last[touched], at)
    column = np.arange(frame.columns)[None, :]
    return (column >= first[:, None]) & (column <= last[:, None])
