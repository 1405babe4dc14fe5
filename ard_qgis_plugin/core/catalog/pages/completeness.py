"""Completeness: whether all that a catalogue counts has come, or the same comes again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from ...model.text import one_line

_NAMED = 5
"""Collections that a sentence names; the rest is counted."""


_REPEATS = 3
"""Pages that may come again one after the other; single ones do where an item is listed twice."""

_MOST_ITEMS = 10**12
"""Items that a catalogue can hold: a count above is a mistake."""

_DIGITS = 15  # of a count that is a text


def matched_in(page: Mapping[str, Any]) -> int | None:
    """Returns how many items a page says that there are in all, None where it says no number."""
    counts = [page.get("numberMatched"), *_of_search(page, "matched", "found")]
    return next((count for count in map(_number, counts) if count is not None), None)


def limit_in(page: Mapping[str, Any]) -> int | None:
    """Returns how many items a page says that it can hold, None where it says no number."""
    return next((limit for limit in map(_number, _of_search(page, "limit")) if limit), None)


def _of_search(page: Mapping[str, Any], *names: str) -> Iterator[Any]:
    """Yields what a page says about its search, wherever versions of STAC since 0.6 have it."""
    for place in ("context", "search:metadata", "meta"):
        if isinstance(known := page.get(place), Mapping):
            yield from map(known.get, names)


def _number(value: Any) -> int | None:
    """Returns a number of items, None where it is none."""
    if isinstance(value, str) and value.isdecimal() and value.isascii():
        value = float(value[:_DIGITS])
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return int(value) if 0 <= value <= _MOST_ITEMS and value == int(value) else None


class Trail:
    """The pages that went by, to notice links that lead round in a circle."""

    def __init__(self) -> None:
        self._seen: set[bytes] = set()
        self._repeats = 0
        self.different = 0  # members of new pages

    def leads_round(self, listed: Sequence[Any]) -> bool:
        """Takes note of a page; says whether it and those before it came before."""
        # the links say nothing: there are APIs that make a new one for the same page; nor does
        # the order, where others shuffle what they send
        names = "\n".join(sorted(map(_identity, listed)))
        mark = blake2b(names.encode("utf-8", "replace"), digest_size=16).digest()
        is_new = mark not in self._seen
        self._repeats = 0 if is_new else self._repeats + 1
        self.different += len(listed) if is_new else 0
        self._seen.add(mark)
        return self._repeats >= _REPEATS


def _identity(member: Any) -> str:
    name = member.get("id") if isinstance(member, dict) else None
    return name if name and isinstance(name, str) else json.dumps(name or member)


@dataclass
class Completeness:
    """What came of one collection in one box or region, against what the catalogue counts.

    `sent` counts all items, `different` those that did not come before; `matched` is what the
    catalogue says, None where it doesn't. `may_repeat` says that items came again because they were
    asked for again, `is_read` that the reading came to its end, `is_open_ended` that it ended
    before the catalogue's own end, `is_full` that the last page was full and led to no other,
    `fails_at_end` that a page behind all that is counted could not be read.
    """

    collection: str
    matched: int | None = None
    sent: int = 0
    different: int = 0
    may_repeat: bool = False
    is_read: bool = False
    is_open_ended: bool = False
    is_full: bool = False
    fails_at_end: bool = False

    @property
    def came(self) -> int:
        """Returns how many items came; one that is listed twice counts twice, as it does there."""
        return self.different if self.may_repeat else self.sent

    @property
    def is_short(self) -> bool:
        """Says whether fewer came than the catalogue counts."""
        return self.is_read and self.matched is not None and self.came < self.matched

    @property
    def is_cut(self) -> bool:
        """Says whether there may be more that nothing tells of."""
        return self.is_read and self.is_full and self.matched is None

    @property
    def is_repeated(self) -> bool:
        """Says whether as many came as are counted, but some of them twice: others may be missing.

        That an item is listed twice in the catalogue itself would look the same.
        """
        counted = self.matched if self.is_read and not self.may_repeat else None
        return counted is not None and self.different < counted <= self.sent

    @property
    def is_doubtful(self) -> bool:
        """Says whether something may be missing of what was read, counted or not."""
        came_again = not self.may_repeat and self.different < self.sent
        return self.is_short or self.is_open_ended or self.is_cut or came_again


def remarks_on(parts: Iterable[Completeness]) -> list[str]:
    """Returns a sentence for each way in which less came than is counted, or the end is unknown."""
    parts = list(parts)
    sentences = []
    if short := [part for part in parts if part.is_short]:
        sentences.append(
            "The catalogue counts more observations than it sent: "
            f"{_counts(short, 'sent', lambda part: part.came)}; the others are missing here: "
            "search again later, or report it to those who run the API."
        )
    if repeated := [part for part in parts if part.is_repeated]:
        sentences.append(
            "The catalogue sent some observations more than once: "
            f"{_counts(repeated, 'sent different ones:', lambda part: part.different)}; unless "
            "it lists some twice, others are missing here: search again later, or report it to "
            "those who run the API."
        )
    for said, has_it in _ENDS:
        if names := dict.fromkeys(one_line(part.collection) for part in parts if has_it(part)):
            sentences.append(said.format(_listed(names)))
    return sentences


_EMPTY_PAGES = (
    "The catalogue sent many empty pages in a row and named a further one each time ({}): what may "
    "come behind them is missing here."
)
_FULL_PAGE = (
    "The catalogue sent as many observations as a page of it holds, counts none and names no "
    "further page ({}): others may be missing here: search a smaller extent, or in parts by time."
)
_FAILED_PAGE = (
    "The catalogue names a page behind all the observations that it counts, which could not be "
    "read ({}): if it counts right, nothing is missing."
)
_ENDS: tuple[tuple[str, Callable[[Completeness], bool]], ...] = (
    (_EMPTY_PAGES, lambda part: part.is_open_ended),
    (_FULL_PAGE, lambda part: part.is_cut),
    (_FAILED_PAGE, lambda part: part.fails_at_end),
)


def _counts(parts: Iterable[Completeness], what: str, came: Callable[[Completeness], int]) -> str:
    """Returns what is counted and what came of each collection."""
    of_names: dict[str, list[Completeness]] = {}
    for part in parts:
        of_names.setdefault(part.collection, []).append(part)
    return _listed(
        f"of {one_line(name)} it counts {sum(part.matched or 0 for part in of_name)} and {what} "
        f"{sum(map(came, of_name))}"
        for name, of_name in of_names.items()
    )


def _listed(texts: Iterable[str]) -> str:
    texts = list(texts)
    further = len(texts) - _NAMED
    return ", ".join(texts[:_NAMED]) + (f" and {further} more" if further > 0 else "")
