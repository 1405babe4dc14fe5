"""The reader of pages: what is taken apart when, of collections that are read side by side."""

from __future__ import annotations

import asyncio

import pytest

from ard_qgis_plugin.core.catalog import line, reader
from ard_qgis_plugin.core.catalog.reader import CatalogReader
from ard_qgis_plugin.core.model.errors import InputError
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.support.clock.conditions import until
from tests.support.fetches import PATIENT
from tests.support.searches import request_of
from tests.support.servers.stac_api import StacApi, item

PAGE, PAGES = 2, 6
COLLECTIONS = ("a", "b", "c")


@pytest.fixture
def api():
    items = {name: [item(name, n) for n in range(PAGE * PAGES)] for name in COLLECTIONS}
    with StacApi(items, largest_page=PAGE) as api:
        yield api


@pytest.fixture
def taken_apart(monkeypatch) -> list[str]:
    """Returns what gets the collection of each page that is taken apart from now on."""
    seen: list[str] = []
    real = reader.observations_of

    def noted(items, collection, body):
        seen.append(collection)
        return real(items, collection, body)

    monkeypatch.setattr(reader, "observations_of", noted)
    return seen


def read(api, look):
    """Runs `look` on the reader of all collections and the pages that it gives."""

    async def main():
        async with Fetcher(PATIENT) as fetcher, CatalogReader(request_of(api), fetcher) as catalog:
            await look(catalog, catalog.pages())

    asyncio.run(main())


def test_pages_that_nobody_waits_for_stay_as_they_came_while_labels_are_read(
    api, taken_apart, monkeypatch
):
    monkeypatch.setattr(reader, "_IDLE", 3600.0)

    async def look(catalog, pages):
        for number in range(1, 4):
            assert len(await anext(pages)) == PAGE
            await until(lambda: catalog.matched == 3 * PAGE * PAGES)  # the first of each is there
            assert taken_apart == ["a"] * number
        rest = [page async for page in pages]
        assert len(rest) == 3 * PAGES - 3
        assert taken_apart == [name for name in COLLECTIONS for _ in range(PAGES)]

    read(api, look)


def test_where_the_reader_waits_for_a_page_the_others_are_taken_apart(api, taken_apart):
    most = line._PAGES_AHEAD

    async def search_page(exchange):
        if b'"a"' in exchange.request.body and b'"token"' in exchange.request.body:
            await until(lambda: min(map(taken_apart.count, ("b", "c"))) >= most)
        await api.usual(exchange)

    async def look(_, pages):
        assert len(await anext(pages)) == PAGE
        assert taken_apart == ["a"]
        assert len(await anext(pages)) == PAGE
        assert (taken_apart.count("b"), taken_apart.count("c")) == (most, most)
        assert len([page async for page in pages]) == 3 * PAGES - 2
        assert sorted(taken_apart) == sorted(COLLECTIONS * PAGES)

    api.script("/api/search", search_page)
    read(api, look)


def test_the_first_page_of_each_collection_is_handed_on_in_two_parts(api, monkeypatch):
    monkeypatch.setattr(reader, "_FIRST", 1)

    async def look(_, pages):
        sizes = [len(page) async for page in pages]
        assert sizes == 3 * [1, PAGE - 1, *[PAGE] * (PAGES - 1)]

    read(api, look)


def test_a_collection_that_is_not_there_is_told_before_its_turn(api, monkeypatch):
    monkeypatch.setattr(reader, "_IDLE", 3600.0)
    del api.items["c"]
    seen = []

    async def main():
        request = request_of(api, *COLLECTIONS)
        async with Fetcher(PATIENT) as fetcher, CatalogReader(request, fetcher) as catalog:
            async for page in catalog.pages():
                seen.append(page)
                await until(catalog._lines[-1].job.done)

    with pytest.raises(InputError, match="no collection 'c'"):
        asyncio.run(main())
    assert len(seen) <= 1
