from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.light.coverage import grid as grid_module
from ard_qgis_plugin.core.light.coverage import look_file
from ard_qgis_plugin.core.light.coverage.blocks import coverage_blocks, widest_angles
from ard_qgis_plugin.core.light.coverage.grid import Grid
from ard_qgis_plugin.core.light.images import Images
from ard_qgis_plugin.core.light.sun import incidence_at, sun_places
from ard_qgis_plugin.core.light.vectors import angles_between, directions, verticals
from ard_qgis_plugin.core.model.errors import CancelledError, InputError, OutputError
from tests.support.light_scene import square, stereo_images


def _map(images: Images, area: shapely.Geometry, grid: Grid, wanted: float | None = None) -> dict:
    blocks = list(coverage_blocks(_in_parts(images), area, grid, wanted=wanted))
    names = ("count", "best", "lowest", "highest", "sun_angle")
    return {name: np.vstack([getattr(each, name) for each in blocks]) for name in names}


def _in_parts(images: Images) -> Iterator[Images]:
    """Yields the images seven at a time."""
    yield from (
        images.take(rows) for rows in np.split(np.arange(len(images)), range(7, len(images), 7))
    )


def _scattered(count: int) -> Images:
    rng = np.random.default_rng(6)
    places = zip(rng.uniform(-3, 3, count), rng.uniform(40, 46, count), strict=True)
    return stereo_images(
        [square(lon, lat) for lon, lat in places],
        incidence=rng.uniform(30, 80, count),
        sun_azimuth=rng.choice([90.0, 265.0], count),
    )


def test_cells_say_what_each_image_says_there() -> None:
    """Every cell, looked at one by one."""
    images, area = _scattered(60), shapely.Polygon([(-3, 40), (3, 40), (2, 46)])
    grid = Grid.over(area, np.radians(0.2))
    found = _map(images, area, grid, wanted=50)
    row, column = np.indices((grid.rows, grid.columns))
    lonlat = grid.lonlat(grid.middles(column.ravel(), row.ravel()))
    lon, lat = sun_places(images)
    for cell, (x, y) in enumerate(lonlat):
        at = divmod(cell, grid.columns)
        border = area.exterior.distance(shapely.Point(x, y))
        edges = shapely.distance(shapely.boundary(images.shapes), shapely.Point(x, y))
        if min(border, edges.min()) < 1e-4:  # edges of the area bend a little in the plane
            continue
        if not shapely.intersects_xy(area, x, y):
            assert found["count"][at] == -1
            continue
        seen = np.flatnonzero(shapely.intersects_xy(images.shapes, x, y))
        assert found["count"][at] == len(seen)
        if not len(seen):
            assert np.isnan(found["best"][at])
            continue
        angles = incidence_at(np.full(len(seen), x), np.full(len(seen), y), lon[seen], lat[seen])
        assert found["lowest"][at] == pytest.approx(angles.min())
        assert found["highest"][at] == pytest.approx(angles.max())
        assert abs(found["best"][at] - 50) == pytest.approx(np.abs(angles - 50).min())
        suns = verticals(lon[seen], lat[seen])
        widest = max(angles_between(suns, each).max() for each in suns)
        assert found["sun_angle"][at] == pytest.approx(widest, abs=1e-6)


def test_blocks_are_the_same_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    images, area = _scattered(60), shapely.box(-3, 40, 3, 46)
    grid = Grid.over(area, np.radians(0.1))
    whole = _map(images, area, grid)
    monkeypatch.setattr(Grid.blocks, "__defaults__", (500,))
    assert len(list(coverage_blocks([images], area, grid))) > 10
    parts = _map(images.take(np.arange(60)[::-1]), area, grid)
    for name, band in whole.items():
        assert np.array_equal(parts[name], band, equal_nan=True), name


def test_areas_of_cells_add_up() -> None:
    """Cells are of one area: counted, they are the area."""
    for area in (shapely.box(10, -60, 40, 55), shapely.box(-180, 70, 180, 90)):
        grid = Grid.over(area, np.radians(0.25))
        cells = _map(stereo_images([]), area, grid)["count"]
        south, north = np.sin(np.radians([area.bounds[1], area.bounds[3]]))
        exact = np.radians(area.bounds[2] - area.bounds[0]) * (north - south)
        assert (cells == 0).sum() * grid.cell_area == pytest.approx(exact, rel=0.01)


def test_across_180_the_grid_is_narrow() -> None:
    area = shapely.MultiPolygon([shapely.box(178, -1, 180, 1), shapely.box(-180, -1, -178, 1)])
    grid = Grid.over(area, np.radians(0.1))
    assert (grid.columns, grid.rows, grid.meridian) == (40, 20, 180)
    images = stereo_images([area, shapely.box(179, -1, 180, 1), shapely.box(-1, -1, 1, 1)])
    counts = _map(images, area, grid)["count"]
    assert (counts[:, 10:20] == 2).all()
    assert (counts[:, :10] == 1).all()
    assert (counts[:, 20:] == 1).all()
    lonlat = grid.lonlat(grid.middles(np.array([0, 39]), np.array([10, 10])))
    assert lonlat[:, 0] == pytest.approx([178.05, -178.05])


def test_gaps_are_the_empty_cells() -> None:
    area = shapely.box(0, -1, 4, 1)
    grid = Grid.over(area, np.radians(0.1))
    images = stereo_images([shapely.box(0, -1, 1, 1), shapely.box(2, -1, 3, 1)])
    empty = _map(images, area, grid)["count"] == 0
    shapes = grid.gaps(empty)
    assert len(shapes) == 2
    assert shapely.area(shapes).sum() == pytest.approx(empty.sum() * grid.cell_area)


def test_sun_angles_of_many_looks() -> None:
    """Runs of more looks than are compared one by one come within a few per cent."""
    rng = np.random.default_rng(8)
    count = np.array([1, 3, 64, 65, 500])
    start = np.cumsum(count) - count
    suns = directions(rng.uniform(0, 80, count.sum()), rng.uniform(0, 360, count.sum()))
    found = widest_angles(suns, start, count)
    for number, (first, size) in enumerate(zip(start, count, strict=True)):
        run = suns[first : first + size]
        widest = max(angles_between(run, each).max() for each in run)
        exact = size <= 64
        assert found[number] == pytest.approx(widest, rel=1e-9 if exact else 0.025, abs=1e-9)


def test_the_normal_is_that_of_the_ellipsoid() -> None:
    """A sphere's is 0.338 degrees off at 45 north on Mars."""
    images = stereo_images([square(0, 45)], sun_lon=[0.0], sun_lat=[0.0])
    area = square(0, 45, 0.1)
    grid = Grid.over(area, np.radians(0.02))
    (sphere,), (mars,) = (
        coverage_blocks([images], area, grid, flattening=each) for each in (0.0, 0.005886)
    )
    off = mars.best - sphere.best
    assert off[sphere.count > 0] == pytest.approx(0.338, abs=0.001)


@pytest.mark.parametrize("seed", range(20))
def test_many_suns_from_about_one_side(seed: int) -> None:
    """Where a single way to the farthest one misses up to 14 % of the angle."""
    rng = np.random.default_rng(seed)
    suns = directions(rng.uniform(40, 60, 65), rng.uniform(80, 100, 65))
    found = widest_angles(suns, np.array([0]), np.array([65]))
    widest = max(angles_between(suns, each).max() for each in suns)
    assert found[0] == pytest.approx(widest, rel=0.01)


def test_refused_and_cancelled() -> None:
    area = shapely.box(0, 0, 10, 10)
    with pytest.raises(InputError, match="cells are too many"):
        Grid.over(area, np.radians(0.01), most=1000)
    with pytest.raises(CancelledError):
        list(
            coverage_blocks([_scattered(3)], area, Grid.over(area, 0.01), is_cancelled=lambda: True)
        )


def test_a_large_image_is_looked_at_in_bands(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no image needs more memory than another, however many cells it shows."""
    images, area = _scattered(20), shapely.box(-3, 40, 3, 46)
    grid = Grid.over(area, np.radians(0.1))
    at_once = _map(images, area, grid)
    for few in (1, 150, 777):
        monkeypatch.setattr(grid_module, "LOOKS_AT_ONCE", few)
        flat = grid.flat(images.shapes)
        assert all(len(cells) <= 2 * max(few, grid.columns) for _, cells in grid.seen(flat))
        in_bands = _map(images, area, grid)
        for name, column in at_once.items():
            np.testing.assert_array_equal(in_bands[name], column)


def test_cancelled_while_one_image_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid_module, "LOOKS_AT_ONCE", 100)
    area = shapely.box(0, 0, 1, 1)
    calls = iter([False, False, False, True])
    looks = coverage_blocks(
        [stereo_images([area])],
        area,
        Grid.over(area, np.radians(0.01)),
        is_cancelled=lambda: next(calls),
    )
    with pytest.raises(CancelledError):
        next(looks)


def test_a_disk_too_small_for_the_looks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_file, "TemporaryFile", partial(open, "/dev/full", "r+b"))
    area = shapely.box(0, 0, 1, 1)
    with pytest.raises(OutputError, match=r"don't fit into the temporary folder .* space left"):
        list(coverage_blocks([stereo_images([area])], area, Grid.over(area, np.radians(0.1))))


def test_a_row_of_too_many_cells_is_refused() -> None:
    with pytest.raises(InputError, match="1,000 in a row"):
        Grid.over(shapely.box(0, 0, 20, 0.01), np.radians(0.01), 100_000)
