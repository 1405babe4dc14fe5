"""The collections' documents, read beside a search for what they say is to be cited."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from ..model.errors import ArdError
from ..model.network_options import NetworkOptions
from ..web.fetch import Fetcher
from .api_url import url_below
from .citation import Source, source_of

_LARGEST = 4 * 1024 * 1024  # bytes of a collection's document
_PATIENCE = 2.0  # seconds to wait for documents that are still under way when the search is done


class CitationReader:
    """The reader of what collections are to be cited as; an async context manager around a search.

    The search neither waits for it, but for a moment at its end, nor fails with it: it has
    connections of its own and asks once. Where a catalogue has no answer, what is known stays.
    """

    def __init__(self, api_url: str, collections: Sequence[str], options: NetworkOptions) -> None:
        self._api_url = api_url
        self._options = replace(options, retries=0)
        self._sources = {each: source_of(each) for each in collections}

    @property
    def sources(self) -> list[Source]:
        """Returns the collections' sources, as far as they are known by now, in their order."""
        return list(self._sources.values())

    async def __aenter__(self) -> CitationReader:
        self._reading = asyncio.create_task(self._read_all())
        return self

    async def __aexit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                await asyncio.wait({self._reading}, timeout=_PATIENCE)
        finally:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)

    async def _read_all(self) -> None:
        async with Fetcher(self._options) as fetcher:
            await asyncio.gather(*(self._read(fetcher, each) for each in self._sources))

    async def _read(self, fetcher: Fetcher, collection: str) -> None:
        try:
            url = url_below(self._api_url, f"collections/{quote(collection, safe='')}")
            reply = await fetcher.read(url, max_bytes=_LARGEST)
            self._sources[collection] = source_of(collection, reply.json())
        except (ArdError, ValueError):
            return
