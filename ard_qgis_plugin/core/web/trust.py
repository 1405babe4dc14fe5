"""Which servers are trusted: the system's authorities, and others besides."""

from __future__ import annotations

import contextlib
import ssl
from functools import lru_cache
from threading import Lock
from typing import Any


class _BriefGoodbye(ssl.SSLObject):
    """A TLS connection that ends without waiting, so that cancelling leaves no socket."""

    def unwrap(self) -> None:
        """Ends the secure connection."""
        with contextlib.suppress(ssl.SSLWantReadError, ssl.SSLWantWriteError):
            super().unwrap()


class _Trust(ssl.SSLContext):
    """A TLS context that reads its authorities at the first secure connection (it takes 0.1 s)."""

    sslobject_class = _BriefGoodbye

    def __new__(cls, _pem: str) -> _Trust:
        return super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)

    def __init__(self, pem: str) -> None:
        self.set_alpn_protocols(["http/1.1"])
        # Whoever adds a server's own certificate, or one between, means it.
        self.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        self._pem = pem
        self._lock = Lock()
        self._ready = False

    def wrap_bio(self, *buffers: Any, **options: Any) -> ssl.SSLObject:
        """Begins a secure connection."""
        with self._lock:
            if not self._ready:
                self.load_default_certs()
                # One that can't be read is one that isn't trusted, which its servers' errors say.
                with contextlib.suppress(ssl.SSLError, ValueError):
                    self.load_verify_locations(cadata=self._pem)
                self._ready = True
        return super().wrap_bio(*buffers, **options)


@lru_cache(maxsize=2)
def trust(pem: str) -> ssl.SSLContext:
    """Returns trust in the system's authorities and those in a PEM text, the same each time."""
    return _Trust(pem)
