"""Addresses of the web: what can be read, through which proxy, and how one is shown."""

from __future__ import annotations

import re

from yarl import URL

from ..model.errors import FetchError
from ..model.network_options import NetworkOptions
from ..model.text import one_line

_WEB = {"http", "https"}

# Addresses that can be sent as they are. With a query: yarl would decode some of what that has
# encoded. And plain ones, as of most labels, with which yarl has less to do (5 microseconds each).
_HOST = "https?://[a-z0-9.-]+"
_SENT = r"[A-Za-z0-9._~:@!$&'()*+,;=-]*"
_QUERY = r"[A-Za-z0-9._~:@!$&'()*+,;=/?-]*"
_CODE = "%[0-9A-Fa-f]{2}"
_PLAIN = re.compile(rf"{_HOST}(?::[1-9]\d*)?(?:/(?!\.){_SENT})+")
_ENCODED = re.compile(
    rf"{_HOST}(?::\d+)?(?:/(?!\.){_SENT}(?:{_CODE}{_SENT})*)+\?{_QUERY}(?:{_CODE}{_QUERY})*"
)


def http_url(url: str) -> URL:
    """Returns the parsed URL; raises FetchError where it is no http or https address."""
    try:
        parsed = _url(url)
        is_of_web = parsed.scheme in _WEB and parsed.host and url.isprintable()
    except ValueError:
        is_of_web = False
    if not is_of_web:
        # It can't be taken apart, so all up to the last @ might be a password.
        shown_as = one_line(re.sub(r"//.*@", "//", url, flags=re.DOTALL))
        raise FetchError(f"Could not read {shown_as}: it is no http or https address.")
    return parsed


def target(url: URL, location: str) -> URL | None:
    """Returns where a reply sends on to; None where that is no http or https address."""
    try:
        named = _url(location)
        found = named if named.scheme else url.with_user(None).join(named)
        is_of_web = found.scheme in _WEB and found.host
    except ValueError:
        return None
    return found if is_of_web else None


def _url(text: str) -> URL:
    """Returns an address; what its query has percent-encoded stays so, since it may be signed."""
    return URL(text, encoded=bool(_PLAIN.fullmatch(text) or _ENCODED.fullmatch(text)))


class Proxies:
    """The proxies of the servers, each looked up once."""

    def __init__(self, options: NetworkOptions) -> None:
        self._options = options
        self._known: dict[tuple[str, str | None], tuple[str, str | None]] = {}

    def of(self, url: URL) -> tuple[str, str | None]:
        """Returns the addresses of the SOCKS and the HTTP proxy of a URL: "", None for none."""
        if self._options.proxy_exclusions:  # which may be of a part of a server
            return self._looked_up(url)
        server = url.scheme, url.host_port_subcomponent
        if server not in self._known:
            self._known[server] = self._looked_up(url)
        return self._known[server]

    def _looked_up(self, url: URL) -> tuple[str, str | None]:
        proxy = self._options.proxy_for(without_user(url)) or None
        return (proxy, None) if proxy and proxy.startswith("socks5:") else ("", proxy)


def shown(url: URL) -> str:
    """Returns an address for a message: without user, password and query, which may hold a key."""
    return one_line(str(url.with_user(None).with_query(None).with_fragment(None)))


def without_user(url: URL) -> str:
    """Returns an address as lists of addresses have it: whole, but for user and password."""
    return str(url.with_user(None) if "@" in url.raw_authority else url)
