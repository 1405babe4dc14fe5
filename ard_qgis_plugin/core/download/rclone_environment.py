"""What rclone is to see of the system: the network's ways, and nothing that changes its answers."""

from __future__ import annotations

import os
from pathlib import Path

from ..model.network_options import NetworkOptions
from ..web.trust import all_authorities

# All others of rclone's variables could change what is copied or how it is told.
_KEPT = (
    *("RCLONE_CONFIG_", "RCLONE_S3_", "RCLONE_BWLIMIT", "RCLONE_TPSLIMIT", "RCLONE_BIND"),
    *("RCLONE_CA_CERT", "RCLONE_CLIENT_CERT", "RCLONE_CLIENT_KEY", "RCLONE_HTTP_PROXY"),
)
_CA_CERT = "RCLONE_CA_CERT"


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
        named = (*own.get(_CA_CERT, "").split(","), bundle)
        authorities.write_text(all_authorities(network.ca_pem, named), encoding="utf-8")
        own[_CA_CERT] = str(authorities)
    elif os.access(bundle, os.R_OK):
        own.setdefault(_CA_CERT, bundle)
    if proxy := network.proxy_for(url):
        for name in ("HTTP_PROXY", "HTTPS_PROXY"):
            own[name] = own[name.lower()] = proxy
        for name in ("NO_PROXY", "no_proxy"):
            own.pop(name, None)
    return own
