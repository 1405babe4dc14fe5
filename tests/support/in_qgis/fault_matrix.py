"""One search of seven observations with labels, whole in QGIS, over a server that fails as told."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

from ard_qgis_plugin.bridge.footprints.layer import KEY_FIELDS
from ard_qgis_plugin.core.model.network_options import NetworkOptions
from tests.support.clock.stopwatch import Stopwatch
from tests.support.fetches import PATIENT
from tests.support.files import contents
from tests.support.in_qgis.layer_files import write
from tests.support.searches import LABEL, nothing_left
from tests.support.servers import faults
from tests.support.servers.closed_port import closed_port
from tests.support.servers.fault_server import Behaviour
from tests.support.servers.stac_api import StacApi, item

COLLECTION = "kaguya_terrain_camera_monoscopic_uncontrolled_observations"
COUNT, PAGE = 7, 3
LONGEST = 15  # seconds that a search may take, whatever the server does

_runs = count()


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong with one answer.

    `act` is what the server does; `words` are what a message must hold. `passes` says that another
    attempt is made. `status` is what becomes of a label, and `label_words` of its message.
    `options` say how long it is borne with; the time in which a server hangs is skipped.
    """

    act: Behaviour
    words: str
    passes: bool = True
    status: str = "failed"
    label_words: str = ""
    options: NetworkOptions = PATIENT


class Scene:
    """The server with its seven observations; paths differ from run to run, as no cache knows.

    `api` is the server, `items` what it lists, in order.
    """

    def __init__(self, api: StacApi) -> None:
        self.api = api
        self.items = api.items[COLLECTION]
        self._run = f"/run-{time.time_ns()}-{next(_runs)}"
        for number in range(COUNT):
            assets = {
                "image": {"href": api.url(f"/bucket/{number}.tif")},
                "caminfo_pvl": {"href": self.label(number, faults.ok(self.text(number)))},
            }
            self.items.append(item(COLLECTION, number, assets=assets))

    def label(self, number: int, *acts: Behaviour) -> str:
        """Has the label of an observation behave so; returns its address."""
        return self.api.script(f"{self._run}/{number}.caminfo.pvl", *acts)

    def second_page(self, *acts: Behaviour) -> None:
        """Has the second page behave so."""
        self.api.script("/api/search", self.api.usual, *acts)

    @staticmethod
    def text(number: int) -> bytes:
        """Returns the text of a label whose incidence is 10, 11, 12... degrees."""
        return LABEL.format(10 + number).encode()


@contextmanager
def scene(**options: Any) -> Iterator[Scene]:
    """Runs the server, and looks afterwards whether a thread or connection was left."""
    with StacApi({COLLECTION: []}, largest_page=PAGE, **options) as api:
        yield Scene(api)
        nothing_left(api)


@dataclass(frozen=True)
class Outcome:
    """What one search gave: its results, the rows of its layer, the lines of its manifest."""

    results: dict[str, Any]
    rows: list[dict[str, Any]]
    manifest: list[str]
    warnings: list[str]

    def values(self, name: str) -> list[Any]:
        """Returns the values of one field, in order."""
        return [row[name] for row in self.rows]


def rows_of(layer: QgsVectorLayer) -> list[dict[str, Any]]:
    """Returns a layer's features as plain values, `shape` as WKT, None for no value."""
    rows = []
    for feature in layer.getFeatures():
        values = feature.attributeMap().items()
        row = {name: None if value == NULL else value for name, value in values}
        shape = None if feature.geometry().isEmpty() else feature.geometry().asWkt(3)
        rows.append({**row, "shape": shape})
    return rows


class Searcher:
    """The runs of ard:search into a GeoPackage and a manifest, with `options` for the network."""

    def __init__(self, folder: Path, feedback: QgsProcessingFeedback) -> None:
        self.folder = folder
        self.options = PATIENT
        self._feedback = feedback
        self.layer, self.manifest = folder / "footprints.gpkg", folder / "images.txt"

    def run(self, api: str, **parameters: Any) -> Outcome:
        """Searches to the end."""
        watch = Stopwatch()
        try:
            results = processing.run(
                "ard:search",
                {
                    "API_URL": api,
                    "COLLECTIONS": COLLECTION,
                    "EXTENT": "-180,180,-90,90 [IAU_2015:30100]",
                    "MAX_ITEMS": 0,
                    "OUTPUT": str(self.layer),
                    "MANIFEST": str(self.manifest),
                    **parameters,
                },
                feedback=self._feedback,
            )
        finally:
            assert watch.seconds() < LONGEST
        layer = QgsVectorLayer(str(self.layer), "footprints", "ogr")
        lines = self.manifest.read_text(encoding="utf-8").splitlines()
        assert layer.isValid()
        return Outcome(results, rows_of(layer), lines, self._feedback.warnings)

    def error(self, api: str) -> str:
        """Returns the one sentence that a search ends in; files of an earlier one are as before."""
        write(self.layer, KEY_FIELDS)
        self.manifest.write_bytes(b"s3_noauth:/astrogeo-ard/of an earlier search.tif\n")
        earlier = contents(self.folder)
        with pytest.raises(QgsProcessingException) as caught:
            self.run(api)
        said = str(caught.value).strip()
        assert "\n" not in said
        assert "Traceback" not in said
        assert contents(self.folder) == earlier
        return said


def leading_to(address: str) -> Behaviour:
    """Answers with a first page whose `next` leads to an address."""
    link = {"rel": "next", "href": address}
    page = {"features": [item(COLLECTION, number) for number in range(PAGE)], "links": [link]}
    return faults.ok(json.dumps(page).encode())


def nowhere() -> str:
    """Returns an address at a port of this machine that nobody listens at."""
    return f"http://127.0.0.1:{closed_port()}/page"


async def circling(exchange: Any) -> None:
    """Redirects to the same place for ever."""
    await exchange.answer(302, b"", {"Location": exchange.request.target})
