"""Pages and single fields against pgstac, which conforms to Fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest

from ard_qgis_plugin.core.catalog import catalog
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.e2e.search.planted import COLLECTION, collection
from tests.sample.items import item
from tests.sample.names import Urls
from tests.sample.planet import Planet
from tests.support.searches import PATIENT, harvest_of, request_of
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


def found(api):
    with StacApi({}) as unused:
        request = request_of(unused, COLLECTION, labels=False, max_items=0)
    return list(harvest_of(replace(request, api_url=api), PATIENT))


def test_with_fields_or_without_the_observations_are_the_same(pgstac, asked, monkeypatch):
    with_fields = found(pgstac)
    assert ["fields" in body for body in asked] == [False, True, True]  # the root, two pages
    asked.clear()
    monkeypatch.setattr(catalog, "conforms_to_fields", lambda _: False)
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
