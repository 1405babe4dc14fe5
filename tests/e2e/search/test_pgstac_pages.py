"""Pages and single fields against pgstac, which conforms to Fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timezone
from itertools import islice

import pytest
import shapely

from ard_qgis_plugin.core.catalog import catalog, landing
from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.region import Region
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.e2e.search.planted import COLLECTION, collection
from tests.sample.items import item
from tests.sample.names import Urls
from tests.sample.planet import Planet
from tests.support.fetches import PATIENT
from tests.support.searches import request_of, search_of
from tests.support.servers.pgstac import serve_pgstac
from tests.support.servers.postgres import serve_postgres
from tests.support.servers.stac_api import StacApi

COUNT = 600


@pytest.fixture(scope="module")
def pgstac(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    urls = Urls(images="http://host/images", api="http://host")
    items = [{**item(one, urls), "collection": COLLECTION} for one in islice(Planet(1000), COUNT)]
    folder = tmp_path_factory.mktemp("pgstac")
    with serve_postgres() as postgres, serve_pgstac(postgres, [collection()], items, folder) as api:
        yield api


@pytest.fixture
def asked(monkeypatch) -> list[dict]:
    """Returns what is posted, as it is posted."""
    bodies = []
    read = Fetcher.read

    async def noted(self, url, **request):
        bodies.append(request["json"] or {})
        return await read(self, url, **request)

    monkeypatch.setattr(Fetcher, "read", noted)
    return bodies


def found(api, **changes):
    with StacApi({}) as unused:
        request = request_of(unused, COLLECTION, labels=False, max_items=0)
    stream = search_of(replace(request, api_url=api, **changes), PATIENT)
    observations = list(stream)
    assert stream.report.warnings() == []
    return observations


def test_with_fields_or_without_the_observations_are_the_same(pgstac, asked, monkeypatch):
    with_fields = found(pgstac)
    assert ["fields" in body for body in asked] == [False, True, True]  # the root, two pages
    asked.clear()
    monkeypatch.setattr(landing, "conforms_to_fields", lambda _: False)
    assert found(pgstac) == with_fields
    assert not any("fields" in body for body in asked)
    assert len(with_fields) == COUNT
    assert {one.body for one in with_fields} == {"Moon"}


def test_smaller_pages_have_the_same_observations_in_the_same_order(pgstac, asked, monkeypatch):
    all_at_once = found(pgstac)
    asked.clear()
    monkeypatch.setattr(catalog, "FIELDS_PAGE_SIZE", 70)
    assert found(pgstac) == all_at_once
    assert [body["limit"] for body in asked[1:]] == [70] * 9
    assert len({json.dumps(body) for body in asked}) == len(asked)


def test_by_get_the_observations_are_the_same(pgstac, asked, monkeypatch):
    """Of a shape and a time too, which stand in the address then."""
    shape = shapely.from_wkt("POLYGON ((-60 -60, 70 -50, 0 60, -60 -60))")
    asks = [
        {},
        {
            "area": Area(body_named("Moon"), (), Region(shape)),
            "start": datetime(2008, 1, 1, tzinfo=timezone.utc),
            "end": datetime(2008, 12, 31, tzinfo=timezone.utc),
        },
    ]
    by_post = [found(pgstac, **changes) for changes in asks]
    asked.clear()
    monkeypatch.setattr(landing, "_METHODS", ("GET",))
    assert [found(pgstac, **changes) for changes in asks] == by_post
    assert not any(asked)
    assert len(by_post[0]) == COUNT > len(by_post[1]) > 0
