"""How an API is asked for nothing but items that are new or have changed, where it can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from ..catalog.catalog import Query
from ..model.times import span_of
from .storage.entry import Change, Entry

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_MICRO = timedelta(microseconds=1)
# After so long all is read again: where one is gone and another came with an earlier `updated`, or
# with none, neither that nor the count tells.
_WHOLE = timedelta(days=30)
_AHEAD = timedelta(days=1)  # by which another machine's clock may be


@dataclass
class NewerItems:
    """What came of asking for newer items alone: which, new and changed, and whether it worked."""

    entries: list[Entry] = field(default_factory=list)
    worked: bool = True

    @property
    def added(self) -> int:
        """Returns how many of them are new."""
        return sum(entry.change is Change.NEW for entry in self.entries)


def microseconds_of(time: object) -> int | None:
    """Returns a time in microseconds since 1970; None for what is none."""
    span = span_of(time) if isinstance(time, str) else None
    return (span[0] - _EPOCH) // _MICRO if span else None


def newer_query(classes: Sequence[str], since: int | None) -> Query | None:
    """Returns what of a request asks for items updated after a time (microseconds since 1970).

    None where no item bears such a time or the API can't filter by it.
    """
    if since is None:
        return None
    moment = _text(since)
    if _conforms(classes, "#query"):
        return {"query": {"updated": {"gt": moment}}}
    if _conforms(classes, "#filter") and _conforms(classes, "/basic-cql2"):
        compared: list[Any] = [{"property": "updated"}, moment]
        return {"filter": {"op": ">", "args": compared}, "filter_lang": "cql2-json"}
    return None


def is_recent(read_at: str, now: datetime) -> bool:
    """Says whether all was read so lately, UTC ISO 8601, that asking for newer items will do."""
    if not read_at:
        return False
    return -_AHEAD <= now - datetime.fromisoformat(read_at.replace("Z", "+00:00")) < _WHOLE


def are_newer(page: Sequence[Entry], since: int) -> bool:
    """Says whether all items of a page are as new as was asked: some APIs don't mind that."""
    return all(entry.updated is not None and entry.updated >= since for entry in page)


def _conforms(classes: Sequence[str], ending: str) -> bool:
    return any(each.endswith(ending) for each in classes)


def _text(microseconds: int) -> str:
    """Returns a time as catalogues write it, for some compare the texts."""
    moment = _EPOCH + microseconds * _MICRO
    digits = "microseconds" if microseconds % 1000 else "milliseconds"
    return moment.isoformat(timespec=digits).replace("+00:00", "Z")
