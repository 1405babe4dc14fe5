"""Indices: how fast one is made, how large it is, and how fast it answers.

Prints what is measured with its targets. The sample planet of 200,000 observations is put into an
index first, which takes minutes and is kept in build/ for the next time.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from ard_qgis_plugin.core.catalog.item import observations_of
from ard_qgis_plugin.core.catalog.request import SearchRequest
from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.index.open_index import opened_index
from ard_qgis_plugin.core.index.reading import IndexReading, IndexRequest
from ard_qgis_plugin.core.index.search import IndexSearch
from ard_qgis_plugin.core.index.storage.entry import Entry
from ard_qgis_plugin.core.index.storage.state import CollectionState
from ard_qgis_plugin.core.index.storage.store import IndexStore
from ard_qgis_plugin.core.labels.parser import read_angles_fast
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.network_options import NetworkOptions
from ard_qgis_plugin.core.model.observation import LabelStatus, Observation

from ..sample.items import item
from ..sample.labels import caminfo
from ..sample.names import Urls
from ..sample.planet import Planet
from .search import floor, plugin
from .search.catalogue import COLLECTIONS, most_of_each
from .search.server import serving

_ROOT = Path(__file__).parents[2]
_MOON = body_named("Moon")
_API = "https://stac.astrogeology.usgs.gov/api"
_GLOBE = (-180.0, -90.0, 180.0, 90.0)
_VIEW = (-24.0, -30.0, 40.0, 30.0)
_LIGHT = (64.0, 68.0)  # degrees: about 1,000 of the 200,000 are in the view with that incidence
_LATENCY = 50  # ms
_READ = 30_000
_RUNS = 5
_MB = 1e6
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


def main() -> None:
    """Measures, and prints a line for each measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.index", description=__doc__)
    parser.add_argument("--size", type=int, default=200_000, help="observations in the index")
    parser.add_argument("--read", type=int, default=_READ, help="observations that are read")
    options = parser.parse_args()
    path = _planet_index(options.size)
    _print_size(path, options.size)
    in_view = _print_queries(path)
    with _qgis() as qgis:
        _print_runs(qgis, path, in_view)
    _print_reading(options.read)


def _planet_index(size: int) -> Path:
    """Returns an index of a sample planet, made where it isn't there yet."""
    path = _ROOT / "build" / f"bench-index-{size}.gpkg"
    if path.exists():
        return path
    print(f"Making {path} of {size:,} observations", file=sys.stderr, flush=True)
    unfinished = path.with_suffix(".part.gpkg")
    unfinished.unlink(missing_ok=True)
    with IndexStore(unfinished, _MOON) as store:
        for page in _pages(size):
            for collection in COLLECTIONS:
                entries = [Entry(each) for each in page if each.collection == collection]
                store.put(collection, store.compare(collection, entries, ()))
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        for collection in COLLECTIONS:
            store.put(
                collection, [], CollectionState(collection, _API, read_at=now, checked_at=now)
            )
    unfinished.replace(path)
    return path


def _pages(size: int) -> Iterator[list[Observation]]:
    planet = iter(Planet(size))
    while page := list(islice(planet, 500)):
        items = [item(each, Urls()) for each in page]
        labels = [read_angles_fast(caminfo(each)) for each in page]
        yield [
            replace(
                observation,
                angles=angles,
                label_status=LabelStatus.OK,
                label_url=observation.href("caminfo_pvl"),
            )
            for observation, angles in zip(
                observations_of(items, COLLECTIONS[0], "Moon"), labels, strict=True
            )
        ]


def _print_size(path: Path, size: int) -> None:
    with TemporaryDirectory() as folder:
        packed = Path(folder, "moon.zip")
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(path, path.name)
        zipped = packed.stat().st_size / _MB
    scale = 200_000 / size
    _print("Size of 200,000", path.stat().st_size / _MB * scale, "MB", 250)
    _print("The same as a zip", zipped * scale, "MB", 140)


def _print_queries(path: Path) -> int:
    """Returns how many observations the view holds, whatever their light."""
    low, high = _LIGHT
    limits = {"min_incidence": low, "max_incidence": high}
    for name, box, asked, target in (
        ("A view and incidence limits", _VIEW, limits, 0.15),
        ("The view's first 1,000", _VIEW, {"max_items": 1000}, 0.15),
        ("The globe by angle", _GLOBE, {"min_incidence": 70.0, "max_incidence": 71.0}, 1.0),
    ):
        found, taken = _queried(path, box, **asked)
        _print(f"{name}, {found:,} found", taken, "s", target)
    found, taken = _queried(path, _VIEW)
    _print(f"All of the view, {found:,} found", taken, "s")
    return found


def _queried(path: Path, box: tuple[float, ...], **asked: float) -> tuple[int, float]:
    """Returns how many a search in the index finds, and the median of its seconds."""
    area = Area(_MOON, (Box(*box),))
    request = SearchRequest(_API, COLLECTIONS, area, **{"max_items": 0, **asked})
    taken = []
    for _ in range(_RUNS):
        begin = time.perf_counter()
        with opened_index(str(path), path.parent, _no_address) as index:
            found = sum(1 for _ in IndexSearch(request, index, lambda *_: None, bool))
        taken.append(time.perf_counter() - begin)
    return found, median(taken)


def _no_address(place: str) -> None:
    raise AssertionError(place)


@contextmanager
def _qgis() -> Iterator[ProcessPoolExecutor]:
    context, start = get_context("spawn"), plugin.start_qgis
    with (
        TemporaryDirectory(prefix="ard-bench-") as profile,
        ProcessPoolExecutor(1, context, initializer=start, initargs=(profile,)) as process,
    ):
        yield process


def _print_runs(qgis: ProcessPoolExecutor, path: Path, in_view: int) -> None:
    """Prints how long whole runs take; without an index all labels of the view have to be read."""
    taken, found = qgis.submit(_run_seconds, str(path)).result()
    _print(f"processing.run to layer and manifest, {found:,} found", taken, "s", 1.0)
    size = in_view // len(COLLECTIONS)
    with serving(size) as server:
        server.set_latency(_LATENCY)
        online = qgis.submit(plugin.seconds, server.api(size), size).result()
    _print(f"The {in_view:,} of the view from an API at {_LATENCY} ms, nothing kept", online, "s")
    _print("That many times as fast", online / taken, "", 50, is_least=True)


def _run_seconds(path: str) -> tuple[float, int]:
    """Runs ard:search on an index in this QGIS; returns the median of its seconds."""
    from qgis import processing  # noqa: PLC0415 (not before QGIS runs)

    low, high = _LIGHT
    taken = []
    for number in range(_RUNS):
        with TemporaryDirectory() as folder:
            west, south, east, north = _VIEW
            begin = time.perf_counter()
            result = processing.run(
                "ard:search",
                {
                    "COLLECTIONS": ",".join(COLLECTIONS),
                    "EXTENT": f"{west},{east},{south},{north} [IAU_2015:30100]",
                    "MIN_INCIDENCE": low,
                    "MAX_INCIDENCE": high,
                    "MAX_ITEMS": 0,
                    "INDEX": path,
                    "ONLINE": "never",
                    "OUTPUT": str(Path(folder, f"footprints{number}.gpkg")),
                    "MANIFEST": str(Path(folder, "images.txt")),
                },
            )
            taken.append(time.perf_counter() - begin)
    return median(taken), result["FOUND"]


def _print_reading(count: int) -> None:
    each = most_of_each(count)
    with (
        serving(each) as server,
        TemporaryDirectory(prefix="ard-bench-") as folder,
        _plain() as plain,
    ):
        server.set_latency(_LATENCY)
        path = Path(folder, "moon.gpkg")
        plain.submit(floor.seconds, server.api(100), True).result()  # warmed
        bare = plain.submit(floor.seconds, server.api(each), True).result()
        before = plain.submit(_index_seconds, path, server.api(100)).result()[1]
        taken, after = plain.submit(_index_seconds, path, server.api(each)).result()
        again, _ = plain.submit(_index_seconds, path, server.api(each), True).result()
    _print(f"{count:,} observations by bare aiohttp at {_LATENCY} ms", bare, "s")
    _print("The same into an index", taken, "s", 1.5 * bare)
    _print("Brought up to date, nothing new", again, "s")
    _print("Memory above that of 300", after - before, "MB", 200)


def _index_seconds(path: Path, api: str, is_kept: bool = False) -> tuple[float, float]:
    """Reads an API into an index; returns the seconds and this process's peak in MB."""
    if not is_kept:
        path.unlink(missing_ok=True)
    request = IndexRequest(path, api, COLLECTIONS, _MOON)
    begin = time.perf_counter()
    IndexReading(request, NetworkOptions(), lambda *_: None, bool).run()
    taken = time.perf_counter() - begin
    status = Path("/proc/self/status").read_text()
    return taken, int(_PEAK.search(status)[1]) / 1024


def _plain() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"))


def _print(
    name: str, value: float, unit: str, target: float | None = None, *, is_least: bool = False
) -> None:
    text = f"{name}: {value:.3g} {unit}".rstrip()
    if target is not None:
        met = value >= target if is_least else value <= target
        sign = ">=" if is_least else "<="
        text += f" (target {sign} {target:.3g}: {'met' if met else 'missed'})"
    print(text, flush=True)


if __name__ == "__main__":
    main()
