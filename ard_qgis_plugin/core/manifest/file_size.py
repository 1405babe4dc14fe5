"""How large a file is, as the catalogue's item says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def file_size(item: bytes, href: str) -> int | None:
    """Returns the bytes of the asset at an address; None where a STAC item doesn't tell.

    The number is `file:size` of STAC's file extension; in the item's text an address may be
    relative, which counts where its last part is the same.
    """
    try:
        assets = json.loads(item)["assets"].values()
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None
    name = href.rpartition("/")[2]
    for asset in assets:
        if isinstance(asset, Mapping) and _name(asset) == name:
            octets = asset.get("file:size")
            known = isinstance(octets, int) and not isinstance(octets, bool) and octets >= 0
            return octets if known else None
    return None


def _name(asset: Mapping[str, Any]) -> str:
    return str(asset.get("href", "")).rpartition("/")[2]
