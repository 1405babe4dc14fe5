"""Which index answers for a collection, as far as one can, and how old it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from enum import Enum
from pathlib import Path

from ..catalog.api_url import shown_url
from ..catalog.request import SearchRequest
from ..model.bodies import BODIES
from ..model.errors import IndexFileError, InputError
from .open_index import Opener, OpenIndex, opened_index
from .place import holds, place_of
from .storage.state import CollectionState


class Online(str, Enum):
    """When a search asks the API."""

    AUTO = "auto"  # where no index answers, or only an old one
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class IndexOptions:
    """Which indices a search may use, and how.

    `given` was named for this search, "" for none, `known` are the user's others; both are paths
    or addresses. From `oldest` days on the API is asked instead, if it can be. Zips are unpacked
    in the folder `unpacked`; `elsewhere` opens what is no file.
    """

    given: str
    known: tuple[str, ...]
    online: Online
    oldest: int
    unpacked: Path
    elsewhere: Opener

    @property
    def places(self) -> list[str]:
        """Returns the indices to look at, in the order in which they are preferred."""
        if self.online is Online.ALWAYS:
            return []
        return list(dict.fromkeys(place for place in (self.given, *self.known) if place))


@dataclass(frozen=True, slots=True)
class Answer:
    """An index that can answer for a collection; `lack` says what it lacks, "" where nothing."""

    index: OpenIndex
    state: CollectionState
    lack: str = ""

    @property
    def age(self) -> int:
        """Returns how many days ago the collection was last brought up to date."""
        return max(self._days, 0)

    @property
    def _days(self) -> int:
        moment = datetime.fromisoformat(_date(self.state))
        return (datetime.now(timezone.utc).replace(tzinfo=None) - moment).days

    def is_old(self, oldest: int) -> bool:
        """Says whether it is so many days old, or of a day to come, by a clock that was wrong."""
        return self._days >= oldest or self._days < -1

    def __str__(self) -> str:
        days = "1 day" if self.age == 1 else f"{self.age} days"
        return f"index {self.index.shown} of {_date(self.state)}, {days} old"


@contextmanager
def opened_indices(options: IndexOptions, warnings: list[str]) -> Iterator[list[OpenIndex]]:
    """Opens the indices that a search may use; one of the user's list that can't be is a warning.

    Raises IndexFileError where the one that was named for this search can't be opened.
    """
    with ExitStack() as stack:

        def opened(place: str) -> OpenIndex | None:
            try:
                index = opened_index(place, options.unpacked, options.elsewhere)
                return stack.enter_context(index)
            except IndexFileError as error:
                if place == options.given:
                    raise
                warnings.append(f"An index of the settings isn't used. {error}")
                return None

        found = [opened(place) for place in options.places]
        yield [index for index in found if index]


def kept_bodies(options: IndexOptions, collections: Sequence[str]) -> dict[str, list[str]]:
    """Returns the body of each collection that an index holds; nobody need be asked for it."""
    names = {body.iau_code: body.name for body in BODIES}
    bodies: dict[str, list[str]] = {}
    with opened_indices(options, []) as indices:
        for index in indices:
            for collection in index.states.keys() & set(collections):
                bodies.setdefault(collection, [names[index.body_code]])
    return bodies


def answer_for(
    collection: str, request: SearchRequest, indices: Sequence[OpenIndex], options: IndexOptions
) -> Answer | None:
    """Returns the index that answers for a collection, None where it is for the API to do.

    Where the API must not be asked one that lacks something answers too. Raises InputError where
    none does.
    """
    answers = [
        Answer(index, state, _lack(state, request))
        for index in indices
        if (state := index.states.get(collection))
        and index.body_code == request.area.body.iau_code
        and _is_of(state, index, request, options)
    ]
    whole = next((answer for answer in answers if not answer.lack), None)
    if whole or options.online is not Online.NEVER:
        return whole
    placed = next((answer for answer in answers if _holds_place(answer.state, request)), None)
    if placed:
        return placed
    raise InputError(
        f"No index holds what is searched of {collection}, and ONLINE is never: run ard:index for "
        "it, name another INDEX, or set ONLINE to auto."
    )


def _lack(state: CollectionState, request: SearchRequest) -> str:
    """Returns what keeps a collection's index from an answer like the API's."""
    if not state.read_at:
        return "it was not read to its end"
    if request.labels and not state.labels:
        return "its labels were not read"
    if not _holds_place(state, request):
        return "it holds another place"
    return ""


def _holds_place(state: CollectionState, request: SearchRequest) -> bool:
    return holds(state.place, place_of(request.area))


def _is_of(
    state: CollectionState, index: OpenIndex, request: SearchRequest, options: IndexOptions
) -> bool:
    """Says whether an index is of the API that is searched; who names one may know better."""
    return index.place == options.given or state.api_url == shown_url(request.api_url)


def _date(state: CollectionState) -> str:
    reading = state.reading.begun if state.reading else ""
    return (state.checked_at or reading)[:10] or "1970-01-01"
