"""Capabilities: what an API is found to take, and the ways to ask it for a search."""

from __future__ import annotations

from dataclasses import dataclass, field

from .page_error import PageError
from .page_request import Document, PageRequest


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask for the same: by POST or GET, with a shape or with the box around it.

    `members` are those of the search, which by GET stand in the address.
    """

    request: PageRequest
    members: Document = field(default_factory=dict)

    @property
    def has_shape(self) -> bool:
        """Says whether it asks for a shape."""
        return "intersects" in self.members

    @property
    def is_open(self) -> bool:
        """Says whether it asks for an interval with an open end."""
        return ".." in str(self.members.get("datetime"))

    def may_replace(self, other: Way, error: PageError) -> bool:
        """Says whether an API may take this way where it refused another."""
        if self.request.method != other.request.method:
            return error.refuses_method
        if error.refuses_open_end and other.is_open and not self.is_open:
            return self.has_shape == other.has_shape
        return error.refuses_shape and self.is_simpler_than(other)

    def is_simpler_than(self, other: Way) -> bool:
        """Says whether it asks for the box around the shape that another asks for."""
        is_same = self.request.method == other.request.method and self.is_open == other.is_open
        return is_same and other.has_shape and not self.has_shape


class Capabilities:
    """What an API is found to take: how many items at once, and which methods.

    The number of items never grows: where a token is the number of a page, a larger page would pass
    items over; a smaller one only brings some again.
    """

    def __init__(self, items: int) -> None:
        self.items = items
        self._methods: set[str] = set()
        self._most = 0  # items asked for in what was answered

    def takes(self, method: str) -> bool:
        """Says whether something was answered that was asked for by this method."""
        return method in self._methods

    def has_sent(self, limit: int) -> bool:
        """Says whether a page of so many items was asked for and came."""
        return limit <= self._most

    def note(self, request: PageRequest) -> None:
        """Takes note that a page came."""
        self._methods.add(request.method)
        self._most = max(self._most, request.limit or 0)

    def lower_to(self, items: int) -> None:
        """Takes note that so many items at once came where more did not."""
        self.items = min(self.items, items)
