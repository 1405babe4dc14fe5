"""Foreign text, made fit for a message."""

from __future__ import annotations

_MAX_WORDS = 300  # characters of a server's own words in a message


def one_line(text: str, most: int = _MAX_WORDS) -> str:
    """Returns foreign text as one line of printable characters, cut off after `most` of them."""
    line = "".join(c if c.isprintable() else " " for c in text[:most])
    return " ".join(line.split()) + ("..." if len(text) > most else "")
