"""What the updates of all collections of one index share: network, cache, progress."""

from __future__ import annotations

from dataclasses import dataclass

from ..labels.cache import LabelCache
from ..web.fetch import Fetcher
from .cluster.index_parts import IndexParts
from .cluster.share import Share
from .item_pages import ItemPages
from .page_writer import PageWriter


@dataclass(frozen=True, slots=True)
class UpdateContext:
    """What an update reads with; `refresh` has each label read again.

    `share` is the part of the items that is kept, None for all; `parts` have what was read already.
    """

    items: ItemPages
    writer: PageWriter
    fetcher: Fetcher
    cache: LabelCache | None
    refresh: bool
    share: Share | None = None
    parts: IndexParts | None = None
