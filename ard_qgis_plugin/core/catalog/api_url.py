"""Addresses below the root of an API, and how one is shown."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..model.server import same_server
from ..model.text import one_line

# Up to the last @ all may be a user and a password, if the address is not well formed.
_URL = re.compile(r"([a-z][a-z0-9+.-]*://)?(?:.*@)?([^?#]*)", re.IGNORECASE | re.DOTALL)


def shown_url(url: str) -> str:
    """Returns an address for a message: without user, password and query, which may hold a key."""
    found = _URL.match(url)  # it takes any text
    return one_line("".join(part or "" for part in found.groups())) if found else ""


def url_below(root: str, path: str, query: str = "") -> str:
    """Returns the address of a path below the root of an API; the root's query, a key, stays."""
    root, _, key = root.partition("?")
    query = "&".join(filter(None, (key, query)))
    return f"{root.rstrip('/')}/{path}" + (query and f"?{query}")


def with_user_of(root: str, url: str) -> str:
    """Returns an address with the user and password of an API's root, if it is of that server."""
    user = urlsplit(root).netloc.rpartition("@")[0]
    if not user or not same_server(root, url):
        return url
    here = urlsplit(url)
    return here._replace(netloc=f"{user}@{here.netloc.rpartition('@')[2]}").geturl()
