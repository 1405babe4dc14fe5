"""The plugin's label phase: its own pipeline, with the catalogue's pages read beforehand."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from functools import cache
from unittest.mock import patch

from ard_qgis_plugin.core.catalog.catalog import FIELDS_PAGE_SIZE
from ard_qgis_plugin.core.catalog.request import SearchRequest
from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.network_options import NetworkOptions
from ard_qgis_plugin.core.model.observation import Observation
from ard_qgis_plugin.core.search import pipeline as stream

from .catalogue import COLLECTIONS


def seconds(api: str) -> float:
    """Reads the labels of all observations of an API and returns how long it took."""
    observations = _observations(api)
    with patch.object(stream, "CatalogReader", lambda *_: _KnownObservations(observations)):
        begin = time.perf_counter()
        done = _searched(api, labels=True)
        taken = time.perf_counter() - begin
    assert len(done) == len(observations)
    assert all(each.incidence is not None for each in done)
    return taken


class _KnownObservations:
    """A stand-in for the reader of the catalogue."""

    matched = None

    def __init__(self, observations: list[Observation]) -> None:
        self._observations = observations

    async def __aenter__(self) -> _KnownObservations:
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    def remarks(self) -> list[str]:
        return []

    async def pages(self) -> AsyncIterator[list[Observation]]:
        for start in range(0, len(self._observations), FIELDS_PAGE_SIZE):
            yield self._observations[start : start + FIELDS_PAGE_SIZE]


@cache
def _observations(api: str) -> list[Observation]:
    return _searched(api, labels=False)


def _searched(api: str, *, labels: bool) -> list[Observation]:
    area = Area(body_named("Moon"), (Box(-180.0, -90.0, 180.0, 90.0),))
    request = SearchRequest(api, COLLECTIONS, area, max_items=0, labels=labels)
    return list(stream.Search(request, NetworkOptions(), lambda *_: None, lambda: False))
