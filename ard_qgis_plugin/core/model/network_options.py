"""NetworkOptions: how requests are made, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """How requests are made: how many, how patiently, as whom and through what.

    Times are in seconds. `concurrency` is the number of requests at once to one host, `retries` the
    number of attempts after the first. `total_timeout` bounds one attempt as a whole, so that a
    body that drips ends; a label that comes too slowly over `drip_window` is given up before that.
    `longest_silence` is how long a host of labels may answer nothing before it is given up, two
    read timeouts at least. `proxy` is an http or socks5 address and may hold user and password;
    where there is none, `system_proxy` says which one the system has for the server of a URL. Both
    are passed by for URLs that begin with one of `proxy_exclusions`. `ca_pem` has the certificates
    of authorities that are trusted besides the system's, as PEM.
    """

    concurrency: int = 64
    connect_timeout: float = 15.0
    read_timeout: float = 60.0
    total_timeout: float = 300.0
    drip_window: float = 30.0
    longest_silence: float = 300.0
    retries: int = 4
    backoff: float = 0.5
    user_agent: str = "Planetary-ARD-QGIS-plugin"
    proxy: str | None = field(default=None, repr=False)  # not to be logged: it may hold a password
    proxy_exclusions: tuple[str, ...] = ()
    system_proxy: Callable[[str], str | None] | None = field(default=None, repr=False)
    ca_pem: str = field(default="", repr=False)

    def proxy_for(self, url: str) -> str | None:
        """Returns the address of the proxy that a URL is read through, or None."""
        if url.startswith(self.proxy_exclusions):
            return None
        return self.proxy or (self.system_proxy(url) if self.system_proxy else None)

    @property
    def longest_beginning(self) -> float:
        """Returns how long an answer may take until its body begins: longer than any silence."""
        return self.connect_timeout + 1.1 * self.read_timeout
