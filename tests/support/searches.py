"""Short ways to search in a test; each sees to it that no thread and no connection is left."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pytest

from ard_qgis_plugin.core.catalog.request import SearchRequest
from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.errors import ArdError
from ard_qgis_plugin.core.model.network_options import NetworkOptions
from ard_qgis_plugin.core.model.observation import Observation
from ard_qgis_plugin.core.search.pipeline import Search
from ard_qgis_plugin.core.search.report import SearchReport
from tests.support.clock.conditions import wait_until
from tests.support.clock.skipped_time import SkippingLoop
from tests.support.fetches import PATIENT
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, item

GLOBE = (Box(-180.0, -90.0, 180.0, 90.0),)
LABEL = """Object = Caminfo
  Object = Geometry
    IncidenceAngle = {:.6f}
  End_Object
End_Object
End
"""


@dataclass
class Result:
    """What a search gave: observations, its report, and the calls of its progress."""

    observations: list[Observation]
    report: SearchReport
    progress: list[tuple[int, int | None]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [observation.id for observation in self.observations]


def request_of(
    api: StacApi, *collections: str, boxes: tuple[Box, ...] = GLOBE, **changes: object
) -> SearchRequest:
    """Makes a request for all collections of an API, or some."""
    area = Area(body_named("Moon"), boxes)
    return SearchRequest(api.root, collections or tuple(api.items), area, **changes)


def search_of(
    request: SearchRequest,
    options: NetworkOptions = PATIENT,
    is_cancelled: Callable[[], bool] = bool,
    progress: list[tuple[int, int | None]] | None = None,
) -> Search:
    """Makes a search that notes its progress."""
    calls = [] if progress is None else progress
    return Search(request, options, lambda *call: calls.append(call), is_cancelled)


def search(
    api: StacApi,
    *collections: str,
    labels: bool = False,
    options: NetworkOptions = PATIENT,
    **changes: object,
) -> Result:
    """Searches to the end; where a server is silent on purpose, with options that give up soon."""
    progress: list[tuple[int, int | None]] = []
    request = request_of(api, *collections, labels=labels, **changes)
    stream = search_of(request, options, progress=progress)
    try:
        return Result(list(stream), stream.report, progress)
    finally:
        nothing_left(api)


def error_of(
    api: StacApi, *collections: str, root: str | None = None, **changes: object
) -> ArdError:
    """Returns what a search ends in: one sentence, without user, password and key."""
    request = request_of(api, *collections, labels=False, **changes)
    address = (root or api.root).replace("//", "//user:secret@") + "?key=secret"
    with pytest.raises(ArdError) as caught:
        list(search_of(replace(request, api_url=address)))
    nothing_left(api)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "user" not in str(caught.value)
    return caught.value


@contextmanager
def skipping(api: StacApi) -> Iterator[None]:
    """Has searches skip the time in which an API hangs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asyncio, "new_event_loop", lambda: SkippingLoop(api.is_idle))
        yield


def nothing_left(*apis: StacApi) -> None:
    """Asserts that threads and connections of searches are gone, or go now."""
    wait_until(lambda: not any("ard-" in thread.name for thread in threading.enumerate()))
    for api in apis:
        api.wait_until_left()


def add_labels(api: StacApi, collection: str, count: int, *, west: float = 0.0) -> None:
    """Puts items into an API whose labels it serves; incidence is 10, 11, 12... degrees."""
    for number in range(count):
        label = LABEL.format(10 + number).encode()
        url = api.script(f"/{collection}/{number}.pvl", faults.ok(label))
        assets = {"caminfo_pvl": {"href": url, "type": "text/plain"}}
        api.items.setdefault(collection, []).append(item(collection, number, west, assets=assets))
