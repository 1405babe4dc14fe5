"""Which servers are trusted: the system's authorities, and others besides."""

from __future__ import annotations

import contextlib
import os
import ssl
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

# Where Linux has the authorities that Python's own list leaves to a folder.
_BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")


class _TlsClosedAtOnce(ssl.SSLObject):
    """A TLS connection that ends without waiting, so that cancelling leaves no socket."""

    def unwrap(self) -> None:
        """Ends the secure connection."""
        with contextlib.suppress(ssl.SSLWantReadError, ssl.SSLWantWriteError):
            super().unwrap()


class _Trust(ssl.SSLContext):
    """A TLS context that reads its authorities at the first secure connection (it takes 0.1 s)."""

    sslobject_class = _TlsClosedAtOnce

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


def all_authorities(pem: str, files: Iterable[str]) -> str:
    """Returns the system's authorities, those of files and those of a PEM text as one such text.

    For programs and libraries where what they are given takes the place of the system's.
    """
    return _system_authorities() + _texts(files) + pem


def _system_authorities() -> str:
    known = ssl.create_default_context().get_ca_certs(binary_form=True)
    if known:
        return "".join(map(ssl.DER_cert_to_PEM_cert, known))
    return _texts([path for path in _BUNDLES if os.access(path, os.R_OK)][:1])


def _texts(paths: Iterable[str]) -> str:
    """Returns what stands in those of the files that can be read."""
    readable = [Path(path) for path in paths if Path(path).is_file() and os.access(path, os.R_OK)]
    return "".join(path.read_text(encoding="utf-8", errors="replace") + "\n" for path in readable)
