"""Which server an address is on: what is secret to one goes to no other."""

from __future__ import annotations

from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}


def same_server(one: str, other: str) -> bool:
    """Says whether secrets for one address may go to another: the same server, or it with TLS."""
    try:
        here, there = urlsplit(one), urlsplit(other)
        ports = [parts.port or _PORTS.get(parts.scheme) for parts in (here, there)]
    except ValueError:
        return False
    schemes = (here.scheme, there.scheme)
    if not here.hostname or here.hostname != there.hostname:
        return False
    with_tls = schemes == ("http", "https") and ports == [_PORTS["http"], _PORTS["https"]]
    return with_tls or (schemes[0] == schemes[1] and ports[0] == ports[1])
