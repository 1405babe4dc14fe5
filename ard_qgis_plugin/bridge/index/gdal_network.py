"""GDAL's network settings for one file: QGIS's own, in one thread, for as long as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from osgeo import gdal

from ...core.model.network_options import NetworkOptions
from ...core.web.trust import all_authorities

_CURL = "/vsicurl"
# GDAL 3.6 heeds the last of these, and SSL_CERT_FILE may well be in the environment.
_AUTHORITIES = ("GDAL_CURL_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")


@contextmanager
def gdal_network(name: str, network: NetworkOptions) -> Iterator[None]:
    """Has GDAL read the file of that name as QGIS uses the network, and as it is on the server now.

    In this thread, until the block ends.
    """
    with TemporaryDirectory(prefix="ard-") as folder:
        settings = {**_settings(name, network), **_trust(network.ca_pem, Path(folder))}
        before = {each: gdal.GetThreadLocalConfigOption(each) for each in settings}
        try:
            for each, value in settings.items():
                gdal.SetThreadLocalConfigOption(each, value)
            gdal.VSICurlPartialClearCache(name)  # else an index that was replaced is read in part
            yield
        finally:
            for each, earlier in before.items():
                gdal.SetThreadLocalConfigOption(each, earlier)


def _settings(name: str, network: NetworkOptions) -> dict[str, str]:
    settings = {
        "GDAL_HTTP_USERAGENT": network.user_agent,
        "GDAL_HTTP_CONNECTTIMEOUT": f"{network.connect_timeout:.0f}",
        "GDAL_HTTP_LOW_SPEED_TIME": f"{network.read_timeout:.0f}",
        "GDAL_HTTP_MAX_RETRY": "3",
        "GDAL_HTTP_RETRY_DELAY": "1",
        # signed addresses are for GET alone
        "CPL_VSIL_CURL_USE_HEAD": "NO",
    }
    if name.startswith(f"{_CURL}/"):
        url = name.removeprefix(f"{_CURL}/")
        proxy = network.proxy_for(url) or ""
        settings |= {"GDAL_HTTP_PROXY": proxy, "GDAL_HTTPS_PROXY": proxy}
        # where the user lets GDAL read images alone; and no look for files beside it
        settings["CPL_VSIL_CURL_ALLOWED_FILENAME"] = name
    return settings


def _trust(pem: str, folder: Path) -> dict[str, str]:
    if not pem:
        return {}
    path = folder / "authorities.pem"
    named = [gdal.GetConfigOption(each) or "" for each in (*_AUTHORITIES, "AWS_CA_BUNDLE")]
    path.write_text(all_authorities(pem, named), encoding="utf-8")
    return dict.fromkeys(_AUTHORITIES, str(path))
