"""A catalogue of any number of observations, each made when it is asked for; a process of its own.

with serve_large_catalogue() as root:
    ... f"{root}/1000" is an API with 1,000 observations in each collection, labels and all ...
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from subprocess import PIPE, Popen
from typing import Any

from tests.sample.items import item
from tests.sample.labels import caminfo
from tests.sample.names import BUCKET, Urls
from tests.sample.planet import Planet

_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)


@contextmanager
def serve_large_catalogue() -> Iterator[str]:
    """Runs the server until the end of the block and gives its address."""
    with Popen(
        [sys.executable, "-m", "tests.support.servers.large_catalogue"],
        stdin=PIPE,
        stdout=PIPE,
        text=True,
    ) as run:
        yield run.stdout.readline().strip()
        run.stdin.close()


class _Catalogue:
    """A catalogue and a bucket like the USGS ones; observations differ in their ids alone."""

    def __init__(self, base: str) -> None:
        self._base = base
        model = next(islice(Planet(1000), 20, None))
        self._collection, self._id = model.collection, model.id
        self._label = caminfo(model).encode()
        entry = item(model, Urls(images=f"{base}/{BUCKET}", api=base))
        self._item = json.dumps(entry, separators=(",", ":"))

    def answer(self, target: str, body: bytes) -> bytes:
        """Returns the body of an answer."""
        if BUCKET in target:
            return self._label
        count, _, rest = target.removeprefix("/").partition("/")
        if rest == "search":
            return self._page(int(count), json.loads(body)).encode()
        return json.dumps(self._root(target)).encode()

    def _page(self, count: int, asked: dict[str, Any]) -> str:
        start = asked.get("next", 0)
        numbers = range(start, min(start + asked["limit"], count))
        (collection,) = asked["collections"]
        template = self._item.replace(self._collection, collection)
        name = f"{collection}_{{}}".format
        items = (template.replace(self._id, name(number)) for number in numbers)
        link = {
            "rel": "next",
            "href": f"{self._base}/{count}/search",
            "method": "POST",
            "body": {**asked, "next": start + asked["limit"]},
        }
        tail = json.dumps({"numberMatched": count, "links": [link] if numbers else []})
        return f'{{"type":"FeatureCollection","features":[{",".join(items)}],{tail[1:]}'

    def _root(self, target: str) -> dict[str, Any]:
        search = {"rel": "search", "href": f"{self._base}{target}/search", "method": "POST"}
        return {
            "type": "Catalog",
            "stac_version": "1.0.0",
            "id": self._collection,
            "description": "Plenty.",
            "conformsTo": ["https://api.stacspec.org/v1.0.0/item-search"],
            "links": [search],
        }


async def _serve() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = _LENGTH.search(head)
                body = await reader.readexactly(int(length[1]) if length else 0)
                reply = catalogue.answer(head.split(b" ", 2)[1].decode(), body)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(reply) + reply)
                await writer.drain()
        except (asyncio.IncompleteReadError, OSError):
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    catalogue = _Catalogue(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    print(catalogue._base, flush=True)
    await asyncio.to_thread(sys.stdin.read)  # the server ends with the process that started it


if __name__ == "__main__":
    asyncio.run(_serve())
