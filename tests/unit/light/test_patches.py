from __future__ import annotations

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.light.coverage.patches import patches
from ard_qgis_plugin.core.model.errors import CancelledError


def _boxes(row: np.ndarray, first: np.ndarray, behind: np.ndarray) -> np.ndarray:
    boxes: np.ndarray = shapely.box(first, row, behind, row + 1)
    return boxes


def _mask(*rows: str) -> np.ndarray:
    return np.array([[cell == "#" for cell in row] for row in rows])


@pytest.mark.parametrize("part", [0.0, 0.1, 0.3, 0.5, 0.6, 0.9, 1.0])
def test_patches_are_what_their_cells_cover_together(part: float) -> None:
    mask = np.random.default_rng(1).uniform(size=(30, 40)) < part
    found = patches(mask, _boxes)
    row, column = np.nonzero(mask)
    whole = shapely.union_all(_boxes(row, column, column + 1))
    assert shapely.equals(shapely.multipolygons(found), whole) or not mask.any()
    assert len(found) == len(shapely.get_parts(whole))


def test_only_sides_join() -> None:
    mask = _mask("##..#", "..#.#", "#.###", "#....")
    assert sorted(shapely.area(patches(mask, _boxes)).tolist()) == [2, 2, 6]


def test_a_long_way_round_is_one_patch() -> None:
    snake = np.zeros((201, 50), dtype=bool)
    snake[::2] = True
    snake[1::4, -1] = snake[3::4, 0] = True
    (found,) = patches(snake, _boxes)
    assert found.area == snake.sum()
    assert shapely.is_valid(found)


def test_a_cancel_is_heeded() -> None:
    with pytest.raises(CancelledError):
        patches(_mask("#", "#"), _boxes, lambda: True)
