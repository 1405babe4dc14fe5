"""From rows of a footprint layer to the files of their assets; the catalogue tells the rest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from urllib.parse import quote

from ..catalog.api_url import shown_url, url_below
from ..catalog.item import observation_of
from ..catalog.pages.links import give_base
from ..model.errors import CatalogError, FetchError
from ..model.network_options import NetworkOptions
from ..model.observation import Asset
from ..web.fetch import Fetcher
from ..web.streams import step_through
from .asset_file import IMAGE, AssetFile, FootprintRow

_LARGEST_ITEM = 4 * 1024 * 1024  # bytes; the largest real ones have some 20 kB
_BATCH = 256  # rows whose items are read side by side


def asset_files(
    rows: Sequence[FootprintRow],
    keys: Sequence[str],
    api_url: str,
    network: NetworkOptions,
    is_cancelled: Callable[[], bool],
) -> Iterator[AssetFile]:
    """Yields a file for each row and key, in this order.

    The layer itself knows the image (the asset that was searched for), the thumbnail and the label
    that was read; what else is asked for is looked up in the item of the STAC API. Raises
    CatalogError where the API can't be reached.
    """
    stream = _stream(rows, keys, api_url.rstrip("/"), network)
    return step_through(stream, is_cancelled)


async def _stream(
    rows: Sequence[FootprintRow], keys: Sequence[str], api_url: str, network: NetworkOptions
) -> AsyncGenerator[list[AssetFile], None]:
    async with Fetcher(network) as fetcher:
        for start in range(0, len(rows), _BATCH):
            batch = rows[start : start + _BATCH]
            found = await asyncio.gather(*(_files(row, keys, api_url, fetcher) for row in batch))
            yield [file for files in found for file in files]


async def _files(
    row: FootprintRow, keys: Sequence[str], api_url: str, fetcher: Fetcher
) -> list[AssetFile]:
    hrefs = {key: _kept_href(row, key) for key in keys}
    if all(hrefs.values()):
        return [AssetFile(row, key, href) for key, href in hrefs.items()]
    try:
        assets = await _read_assets(row, api_url, fetcher)
    except FetchError as error:
        if error.status is None:  # it would be the same for all the others
            raise CatalogError(f"The catalogue can't be asked for assets: {error}") from error
        problem = f"the catalogue can't be asked for its assets: {error}"
        return [AssetFile(row, key, href, "" if href else problem) for key, href in hrefs.items()]
    return [
        AssetFile(row, key, href) if href else _looked_up(row, key, assets)
        for key, href in hrefs.items()
    ]


def _kept_href(row: FootprintRow, key: str) -> str:
    if key == IMAGE:
        return row.image_url or _s3_href(row.rclone_path)
    if key == "thumbnail":
        return row.thumbnail_url
    name = row.label_url.rpartition("/")[2]
    return row.label_url if "caminfo" in key.lower() and "caminfo" in name.lower() else ""


def _s3_href(rclone_path: str) -> str:
    """Returns the address of what a manifest's line names, in the region that is assumed."""
    remote, colon, path = rclone_path.partition(":/")
    return f"s3://{path}" if remote and colon else ""


async def _read_assets(row: FootprintRow, api_url: str, fetcher: Fetcher) -> Mapping[str, Asset]:
    collection, identifier = quote(row.collection, safe=""), quote(row.id, safe="")
    url = url_below(api_url, f"collections/{collection}/items/{identifier}")
    reply = await fetcher.read(url, max_bytes=_LARGEST_ITEM)
    try:
        item = reply.json()
    except ValueError:
        item = None
    if not isinstance(item, dict):
        raise FetchError(f"{shown_url(url)} holds no STAC item.", reply.status)
    give_base(item, reply.url)
    return observation_of(item, row.collection, row.body).assets


def _looked_up(row: FootprintRow, key: str, assets: Mapping[str, Asset]) -> AssetFile:
    if key in assets:
        return AssetFile(row, key, assets[key].href)
    have = ", ".join(assets) or "none"
    return AssetFile(row, key, problem=f"it has no asset {key!r} (it has: {have})")
