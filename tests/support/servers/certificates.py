"""An authority of a test's own, as an institute has one, and a server's certificate by it."""

from __future__ import annotations

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

NAMES = "IP:127.0.0.1,DNS:far.invalid"
_KEY = ("-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "2")


@dataclass(frozen=True, slots=True)
class Authority:
    """A folder with the authority's certificate and what it has signed."""

    folder: Path

    @property
    def pem(self) -> str:
        """Returns the authority's own certificate."""
        return (self.folder / "ca.pem").read_text()

    def server_context(self) -> ssl.SSLContext:
        """Returns what a TLS server needs that is reached as one of NAMES."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / "server.pem", self.folder / "server.key")
        return context


def make_authority(folder: Path) -> Authority:
    """Makes an authority that nobody trusts yet, and a server's certificate, in a folder."""
    _request(folder, "ca", "/CN=Institute CA", "basicConstraints=critical,CA:TRUE")
    signer = ("-CA", "ca.pem", "-CAkey", "ca.key")
    _request(folder, "server", "/CN=server", f"subjectAltName={NAMES}", *signer)
    return Authority(folder)


def _request(folder: Path, name: str, subject: str, extension: str, *more: str) -> None:
    files = ("-keyout", f"{name}.key", "-out", f"{name}.pem")
    command = ("openssl", "req", "-x509", *_KEY, "-subj", subject, "-addext", extension)
    subprocess.run([*command, *files, *more], cwd=folder, check=True, capture_output=True)
