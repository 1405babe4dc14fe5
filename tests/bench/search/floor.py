"""(c) The floor: the same pages and labels by bare aiohttp; nothing of them is parsed.

Labels of a page are under way as soon as the page is there, as in the plugin. Which labels that
are is known beforehand, from a reading that is not measured.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import aiohttp

from ard_qgis_plugin.core.catalog.catalog import FIELDS_PAGE_SIZE
from ard_qgis_plugin.core.catalog.item_fields import used_fields
from ard_qgis_plugin.core.model.network_options import NetworkOptions

from .catalogue import COLLECTIONS

_CONCURRENCY = NetworkOptions().concurrency  # labels at once

_Pages = dict[str, list[list[str]]]  # collection -> page -> addresses of labels


def seconds(api: str, side_by_side: bool) -> float:
    """Reads root, pages and labels, the collections side by side or one after the other."""
    return _timed(_whole(api, _pages(api), side_by_side=side_by_side))


def label_seconds(api: str) -> float:
    """Reads the labels alone."""
    pages = _pages(api)
    return _timed(_labels([label for name in pages for page in pages[name] for label in page]))


def _timed(work: Coroutine[Any, Any, None]) -> float:
    begin = time.perf_counter()
    asyncio.run(work)
    return time.perf_counter() - begin


@cache
def _pages(api: str) -> _Pages:
    return asyncio.run(_listed(api))


async def _listed(api: str) -> _Pages:
    pages: _Pages = {name: [] for name in COLLECTIONS}
    async with _session() as session:
        for name in COLLECTIONS:
            async for page in _each_page(session, api, name):
                items = json.loads(page)["features"]
                pages[name].append([item["assets"]["caminfo_pvl"]["href"] for item in items])
    return pages


async def _whole(api: str, pages: _Pages, *, side_by_side: bool) -> None:
    async with _session() as session, _downloads(session) as queue:
        await _bytes(session, "GET", api)
        lines = [_line(session, api, name, pages[name], queue) for name in COLLECTIONS]
        if side_by_side:
            await asyncio.gather(*lines)
        else:
            for line in lines:
                await line


async def _labels(labels: list[str]) -> None:
    async with _session() as session, _downloads(session) as queue:
        for label in labels:
            queue.put_nowait(label)


async def _line(
    session: aiohttp.ClientSession,
    api: str,
    name: str,
    pages: list[list[str]],
    queue: asyncio.Queue[str | None],
) -> None:
    labels = iter(pages)
    async for _ in _each_page(session, api, name):
        for label in next(labels):
            queue.put_nowait(label)


async def _each_page(session: aiohttp.ClientSession, api: str, name: str) -> AsyncIterator[bytes]:
    body = {"collections": [name], "limit": FIELDS_PAGE_SIZE, "fields": used_fields(name)}
    while body:
        page = await _bytes(session, "POST", f"{api}/search", body)
        yield page
        body = _next_body(page)


def _next_body(page: bytes) -> dict[str, Any] | None:
    """Returns what the link at the page's end asks to send, without reading the page."""
    links = json.loads(page[page.rindex(b'"links": ') + len(b'"links": ') : -1])
    return links[0]["body"] if links else None


def _session() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))


async def _bytes(session: aiohttp.ClientSession, method: str, url: str, body: Any = None) -> bytes:
    async with session.request(method, url, json=body) as response:
        return await response.read()


@asynccontextmanager
async def _downloads(
    session: aiohttp.ClientSession,
) -> AsyncIterator[asyncio.Queue[str | None]]:
    """Gives a queue whose addresses are read, so many at once, until the block's end and empty."""
    queue: asyncio.Queue[str | None] = asyncio.Queue()

    async def work() -> None:
        while (label := await queue.get()) is not None:
            await _bytes(session, "GET", label)

    workers = [asyncio.create_task(work()) for _ in range(_CONCURRENCY)]
    yield queue
    for _ in workers:
        queue.put_nowait(None)
    await asyncio.gather(*workers)
