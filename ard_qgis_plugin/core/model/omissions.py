"""Omissions: what is left out of a result for one reason, counted, the first few by name."""

from __future__ import annotations

from .text import one_line

_NAMED = 20
"""What a warning names; the rest is counted."""


class Omissions:
    """What is left out for one reason, counted, such as "observations have no asset 'dtm'"."""

    def __init__(self, reason: str = "", result: str = "not in the manifest") -> None:
        self.count = 0
        self._reason = reason
        self._result = result
        self._named: list[str] = []

    def add(self, name: str) -> None:
        """Counts one more."""
        self.count += 1
        if len(self._named) < _NAMED:
            self._named.append(one_line(name))

    @property
    def names(self) -> str:
        """Returns the first few names, and how many more there are."""
        further = self.count - len(self._named)
        return ", ".join(self._named) + (f" and {further} more" if further else "")

    def __str__(self) -> str:
        return f"{self.count} {self._reason}; {self._result}: {self.names}."
