"""(a) The published tutorial's way, step by step, in plain Python.

It is helped where there is a doubt: no GeoDataFrame is made of the items and nothing is drawn.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pvl
from pystac_client import Client

from .catalogue import COLLECTIONS

_EVERYWHERE = [-180.0, -90.0, 180.0, 90.0]


def seconds(api: str, per_collection: int) -> float:
    """Runs it once and returns how long it took."""
    with TemporaryDirectory() as folder:
        begin = time.perf_counter()
        found = _run(api, per_collection, Path(folder) / "manifest.txt")
        taken = time.perf_counter() - begin
    assert found == per_collection * len(COLLECTIONS), found
    return taken


def _run(api: str, per_collection: int, manifest: Path) -> int:
    client = Client.open(api)
    items: list[dict[str, Any]] = []
    for name in COLLECTIONS:
        search = client.search(collections=[name], bbox=_EVERYWHERE, max_items=per_collection)
        items += search.item_collection_as_dict()["features"]
    labels = [item["assets"]["caminfo_pvl"]["href"] for item in items]
    angles = asyncio.run(_angles(labels))
    images = [item["assets"]["image"]["href"] for item in items]
    manifest.write_text("".join(f"s3_noauth:{urlsplit(image).path}\n" for image in images))
    return sum(isinstance(angle, float) for angle in angles)


async def _angles(labels: list[str]) -> list[float]:
    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*(_angle(session, label) for label in labels))


async def _angle(session: aiohttp.ClientSession, label: str) -> float:
    async with session.get(label) as response:
        text = await response.text()
    return pvl.loads(text)["Caminfo"]["Geometry"]["IncidenceAngle"]
