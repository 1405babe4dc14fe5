"""What an index knows of one collection: whose it is, how far it was read, and when."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from ...catalog.citation import Provider, Source, SourceLink
from ...catalog.pages.page_request import PageRequest


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of a whole collection that is not finished, and where it goes on.

    `begun` is when it began, `query` which of the places it is at, `rank` how many items went by,
    `first` how many of them for earlier places; `different` are those that came once or more for a
    place, None where nobody counted. `following` asks for the next page, None where the query
    begins.
    """

    begun: str
    query: int = 0
    rank: int = 0
    following: PageRequest | None = None
    first: int = 0
    different: int | None = None


@dataclass(frozen=True, slots=True)
class CollectionState:
    """One collection in an index; times are UTC, ISO 8601.

    `place` is what is kept of it, see place.py; `labels` says whether labels are read. `read_at` is
    when all of it was read last, "" where it was not yet; `checked_at` when it was last brought up
    to date. `matched` is how many the catalogue counted then, `newest` the latest `updated` that
    can't have been missed, in microseconds since 1970.
    """

    id: str
    api_url: str
    place: str = ""
    labels: bool = True
    read_at: str = ""
    checked_at: str = ""
    matched: int | None = None
    newest: int | None = None
    source: Source | None = None
    reading: Reading | None = None

    def text(self) -> str:
        """Returns the state as JSON."""
        return json.dumps(asdict(self))


def state_of(text: str) -> CollectionState:
    """Returns the state that was written.

    Raises ValueError, KeyError, TypeError or AttributeError for what is none.
    """
    found = json.loads(text)
    source, reading = found.pop("source"), found.pop("reading")
    state = CollectionState(
        **found,
        source=_source(source) if source else None,
        reading=_reading(reading) if reading else None,
    )
    begun = state.reading.begun if state.reading else ""
    for time in filter(None, (state.read_at, state.checked_at, begun)):
        datetime.fromisoformat(time.replace("Z", "+00:00"))
    bytes.fromhex(state.place)
    return state


def _reading(found: dict[str, Any]) -> Reading:
    following = found.pop("following")
    return Reading(**found, following=PageRequest(**following) if following else None)


def _source(found: dict[str, Any]) -> Source:
    links = tuple(SourceLink(**each) for each in found.pop("links"))
    providers = tuple(
        Provider(each["name"], tuple(each["roles"])) for each in found.pop("providers")
    )
    citations, dois = tuple(found.pop("citations")), tuple(found.pop("dois"))
    return Source(**found, citations=citations, dois=dois, links=links, providers=providers)
