"""NetworkOptions: how requests are made, as plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """Holds how requests are made: how many, how patiently, as whom and through what.

    Times are in seconds. `concurrency` is the number of requests at once to one host, `retries` the
    number of attempts after the first. `total_timeout` bounds one attempt as a whole, so that a
    body that drips ends. `proxy` is an http address, may hold user and password, and is passed by
    for URLs that begin with one of `proxy_exclusions`. `ca_file` is a PEM file of authorities that
    are trusted besides the system's.
    """

    concurrency: int = 64
    connect_timeout: float = 15.0
    read_timeout: float = 60.0
    total_timeout: float = 300.0
    retries: int = 4
    backoff: float = 0.5
    user_agent: str = "Planetary-ARD-QGIS-plugin"
    proxy: str | None = None
    proxy_exclusions: tuple[str, ...] = ()
    ca_file: str | None = None
