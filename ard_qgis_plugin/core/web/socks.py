"""SOCKS5 proxies: the one place that knows aiohttp-socks."""

from __future__ import annotations

import asyncio
import errno
import os
from ssl import SSLContext
from typing import Any

from aiohttp_socks import ProxyConnectionError, ProxyConnector, ProxyError, ProxyTimeoutError

from ..model.text import one_line
from .reasons import system_words
from .retry import AttemptError, Failure

# What may pass of the reasons that a proxy gives: general, network, host, port (RFC 1928, 6).
_PASSING = frozenset({1, 3, 4, 5})


def socks_connector(proxy: str, **options: Any) -> ProxyConnector:
    """Makes a connector through the SOCKS5 proxy of an address, which looks up the hosts too.

    `options` are those of aiohttp's TCPConnector. Where the proxy fails, requests raise
    AttemptError, which does not hold its user and password.
    """
    return _Connector.from_url(proxy, rdns=True, **options)


class _Connector(ProxyConnector):
    async def _wrap_create_connection(self, *args: Any, **options: Any) -> Any:
        try:
            return await super()._wrap_create_connection(*args, **options)
        except ProxyConnectionError as error:
            system = error.__cause__ and error.__cause__.__cause__
            reason = f"can't be reached ({system_words(system)})"
        except ProxyTimeoutError:
            reason = "took too long to connect"
        except EOFError:
            reason = "closed the connection without an answer"
        except ProxyError as error:
            again = error.error_code in _PASSING
            reason = f"refused ({one_line(str(error))})"
            raise AttemptError(Failure(f"the proxy {self._proxy_host} {reason}", again)) from None
        raise AttemptError(Failure(f"the proxy {self._proxy_host} {reason}", again=True)) from None

    async def _connect_via_proxy(
        self,
        host: str,
        port: int,
        ssl: SSLContext | None = None,
        timeout: float | None = None,
    ) -> Any:
        transport, protocol = await super()._connect_via_proxy(host, port, None, timeout)
        if ssl:
            # The library's own TLS waits for the server to close when it is cancelled.
            loop = asyncio.get_running_loop()
            name = host.rstrip(".")
            secured = await loop.start_tls(transport, protocol, ssl, server_hostname=name)
            if secured is None:  # closed meanwhile
                raise ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))
            protocol.connection_made(secured)
            return secured, protocol
        return transport, protocol
