"""What rclone is to see of the system: the network's ways, and nothing that changes its answers."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterable
from pathlib import Path

from ..model.network_options import NetworkOptions

# All others of rclone's variables could change what is copied or how it is told.
_KEPT = (
    *("RCLONE_CONFIG_", "RCLONE_S3_", "RCLONE_BWLIMIT", "RCLONE_TPSLIMIT", "RCLONE_BIND"),
    *("RCLONE_CA_CERT", "RCLONE_CLIENT_CERT", "RCLONE_CLIENT_KEY", "RCLONE_HTTP_PROXY"),
)
_CA_CERT = "RCLONE_CA_CERT"
# Where Linux has the authorities that Python's own list leaves to a folder.
_BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")


def rclone_environment(network: NetworkOptions, url: str, work: Path) -> dict[str, str]:
    """Returns the environment for an rclone that reads addresses such as `url`.

    `work` is a folder for a list of certificates. Raises OSError where it can't be written.
    """
    own = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(_KEPT) or not name.startswith("RCLONE_")
    }
    bundle = own.pop("AWS_CA_BUNDLE", "")  # rclone 1.60 stops at it
    if network.ca_pem:
        authorities = work / "authorities.pem"
        named = _texts((*own.get(_CA_CERT, "").split(","), bundle))
        pem = _system_authorities() + named + network.ca_pem
        authorities.write_text(pem, encoding="utf-8")
        own[_CA_CERT] = str(authorities)
    elif os.access(bundle, os.R_OK):
        own.setdefault(_CA_CERT, bundle)
    if proxy := network.proxy_for(url):
        for name in ("HTTP_PROXY", "HTTPS_PROXY"):
            own[name] = own[name.lower()] = proxy
        for name in ("NO_PROXY", "no_proxy"):
            own.pop(name, None)
    return own


def _system_authorities() -> str:
    """Returns the system's certificates as PEM: what rclone is given takes their place."""
    known = ssl.create_default_context().get_ca_certs(binary_form=True)
    if known:
        return "".join(map(ssl.DER_cert_to_PEM_cert, known))
    return _texts([path for path in _BUNDLES if os.access(path, os.R_OK)][:1])


def _texts(paths: Iterable[str]) -> str:
    """Returns what stands in those of the files that can be read."""
    readable = [Path(path) for path in paths if Path(path).is_file() and os.access(path, os.R_OK)]
    return "".join(path.read_text(encoding="utf-8", errors="replace") + "\n" for path in readable)
