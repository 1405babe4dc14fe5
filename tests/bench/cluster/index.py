"""An index read in parts, measured: 1, 2 and 4 readings side by side, far from the catalogue."""

from __future__ import annotations

import argparse
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from ard_qgis_plugin.core.index.cluster.share import Share, part_path
from ard_qgis_plugin.core.index.reading import IndexReading, IndexRequest
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.network_options import NetworkOptions

from ..search.catalogue import COLLECTIONS, most_of_each
from ..search.server import serving

_LATENCY = 200  # ms
_TASKS = (1, 2, 4)


def main() -> None:
    """Prints the seconds of the readings and of putting them together, by readings at a time."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.cluster.index")
    parser.add_argument("--size", type=int, default=30_000, help="observations in all")
    size = parser.parse_args().size
    each = most_of_each(size)
    with serving(each) as server, TemporaryDirectory() as folder:
        server.set_latency(_LATENCY)
        found = {
            tasks: _seconds(server.api(each, tasks), Path(folder) / f"{tasks}.gpkg", tasks)
            for tasks in _TASKS
        }
    json.dump({"observations": size, "seconds_by_tasks": found}, sys.stdout, indent=2)


def _seconds(api: str, path: Path, tasks: int) -> dict[str, float]:
    """Returns how long the parts took, and putting them together; one reading is the whole."""
    begun = time.monotonic()
    if tasks == 1:
        _read(path, api, None, 0)
        return {"read": round(time.monotonic() - begun, 1)}
    with ProcessPoolExecutor(tasks, mp_context=get_context("spawn")) as pool:
        shares = [Share(number, tasks) for number in range(1, tasks + 1)]
        jobs = [pool.submit(_read, part_path(path, one.number), api, one, 0) for one in shares]
        for job in jobs:
            job.result()
    read = time.monotonic()
    _read(path, api, None, tasks)
    put_together = time.monotonic() - read
    return {"read": round(read - begun, 1), "put_together": round(put_together, 1)}


def _read(path: Path, api: str, share: Share | None, parts: int) -> None:
    request = IndexRequest(path, api, COLLECTIONS, body_named("Moon"), share=share, parts=parts)
    IndexReading(request, NetworkOptions(), lambda *_: None, bool).run()


if __name__ == "__main__":
    main()
