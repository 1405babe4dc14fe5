"""Cancelling ard:search at every moment: at once, without a trace, and earlier files stay."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingOutputLayerDefinition, QgsProject

from ard_qgis_plugin.bridge.footprints import writer
from ard_qgis_plugin.bridge.footprints.layer import KEY_FIELDS
from ard_qgis_plugin.bridge.inputs.label_cache import cache_path
from ard_qgis_plugin.core.labels.cache import size
from ard_qgis_plugin.core.web import host
from tests.support.caches import read_labels
from tests.support.clock.conditions import wait_until
from tests.support.clock.stopwatch import Stopwatch
from tests.support.files import contents
from tests.support.in_qgis.background import Background
from tests.support.in_qgis.layer_files import write
from tests.support.in_qgis.row_gate import RowGate
from tests.support.searches import add_labels, nothing_left
from tests.support.servers import faults
from tests.support.servers.large_catalogue import serve_large_catalogue
from tests.support.servers.stac_api import StacApi

pytestmark = [pytest.mark.usefixtures("provider"), pytest.mark.proc]

BUSY = faults.status(503, retry_after="60")
LIMITED = faults.status(429, retry_after="60")
MOMENTS = {  # what the server does, and to which request of a target
    "connecting": ("/api", [faults.hang]),
    "at the root, dripping": ("/api", [faults.drip(0.02)]),
    "at the root, backing off": ("/api", [LIMITED]),
    "at the list of collections": ("/api/collections", [faults.hang]),
    "at the first page": ("/api/search", [faults.hang]),
    "in the middle of a page": ("/api/search", [faults.drip(0.02)]),
    "at a later page": ("/api/search", [None, None, faults.hang]),
    "at a later page, backing off": ("/api/search", [None, None, BUSY]),
    "between two attempts": ("/api/search", [None, None, faults.hang_up]),
    "at a label": ("/a/9.pvl", [faults.hang]),
    "in the middle of a label": ("/a/9.pvl", [faults.drip(0.02)]),
    "at a label, backing off": ("/a/9.pvl", [LIMITED]),
}
ENDINGS = ("gpkg", "shp", "geojson", "fgb", "memory")
EARLIER = b"s3_noauth:/astrogeo-ard/of an earlier search.tif\n"


def sockets() -> set[Path]:
    """Returns the open sockets of this process."""
    found = set()
    for one in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the listing itself is one of them
            found.add(one.readlink())
    return {one for one in found if one.name.startswith("socket:")}


class Run:
    """A search in the background, over files of an earlier one where there are `earlier`."""

    def __init__(
        self,
        api: str,
        folder: Path,
        ending: str = "gpkg",
        *,
        earlier: bool = True,
        labels: bool = True,
    ):
        layer, manifest = folder / f"footprints.{ending}", folder / "images.txt"
        if earlier:
            manifest.write_bytes(EARLIER)
        if earlier and ending != "memory":
            write(layer, KEY_FIELDS)
        output = "TEMPORARY_OUTPUT" if ending == "memory" else str(layer)
        self._folder, self._before = folder, contents(folder)
        self._threads = set(threading.enumerate())
        self.background = Background(
            "ard:search",
            {
                "API_URL": api,
                "COLLECTIONS": "a",
                "EXTENT": "-180,180,-90,90 [IAU_2015:30100]",
                "LABELS": labels,
                "MAX_ITEMS": 0,
                "OUTPUT": QgsProcessingOutputLayerDefinition(output, QgsProject.instance()),
                "MANIFEST": str(manifest),
            },
        )

    def cancel_when(self, condition: Callable[[], bool], then: Callable[[], None] = tuple) -> None:
        """Cancels a moment after something holds; asserts that all is as before within 1 s.

        `then` is called once it is cancelled.
        """
        self.background.wait_until(condition)
        end = time.monotonic() + 0.05  # so that it is well under way
        self.background.wait_until(lambda: time.monotonic() > end)
        assert self.background.is_running
        watch = Stopwatch()
        self.background.feedback.cancel()
        then()
        assert self.background.results() == {}
        assert watch.seconds() < 1
        assert contents(self._folder) == self._before
        assert self.background.to_load() == []
        self.background.wait_until(lambda: not self._left())

    def _left(self) -> set[str]:
        """Returns the threads that there were not before, but for those of QGIS's own pool."""
        names = {one.name for one in set(threading.enumerate()) - self._threads}
        return {name for name in names if not name.startswith("Dummy")}


@pytest.fixture
def api():
    with StacApi({}, largest_page=4) as api:
        add_labels(api, "a", 12)
        yield api


@pytest.fixture(scope="module")
def large_catalogue():
    with serve_large_catalogue() as root:
        yield f"{root}/3000"


@pytest.fixture
def gate(monkeypatch) -> RowGate:
    """Holds up the layer's rows."""
    gate = RowGate()
    monkeypatch.setattr(writer, "feature_of", gate)
    return gate


@pytest.mark.parametrize("moment", MOMENTS)
def test_cancelling_while_it_reads_ends_at_once(moment, api, tmp_path, monkeypatch):
    monkeypatch.setattr(host, "backoff_delay", lambda *_: 60.0)  # it would be that by chance
    target, acts = MOMENTS[moment]
    if target == "/api/collections":
        api.items["a"] = []  # nothing found: is the name right?
    api.script(target, *(act or api.usual for act in acts))
    before = sockets()
    Run(api.root, tmp_path).cancel_when(lambda: len(api.asked(target)) >= len(acts))
    nothing_left(api)
    wait_until(lambda: sockets() <= before)


def test_what_was_read_is_kept(api, tmp_path, monkeypatch):
    api.script("/a/9.pvl", faults.hang)
    read = read_labels(monkeypatch)
    Run(api.root, tmp_path).cancel_when(lambda: len(read) == 11)
    assert size(cache_path()).labels == 11


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("earlier", [True, False])
def test_cancelling_while_it_writes_ends_at_once(ending, earlier, large_catalogue, tmp_path, gate):
    before = sockets()
    run = Run(large_catalogue, tmp_path, ending, earlier=earlier, labels=False)
    run.cancel_when(gate.began.is_set, gate.open)
    wait_until(lambda: sockets() <= before)


def test_after_the_end_nothing_can_be_cancelled(api, tmp_path):
    search = Run(api.root, tmp_path).background
    assert search.results()["WITH_INCIDENCE"] == 12
    search.feedback.cancel()
    QgsApplication.processEvents()
    assert len(search.to_load()) == 1
    assert (tmp_path / "images.txt").read_bytes() != EARLIER
