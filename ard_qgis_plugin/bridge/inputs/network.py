"""QGIS's network settings as plain NetworkOptions."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote, urlsplit

from qgis.core import Qgis, QgsApplication, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from ...core.model.errors import InputError
from ...core.model.network_options import NetworkOptions
from ..plugin_version import plugin_version

_MILLISECONDS = 1000
_LONGEST = 300.0  # seconds without a word where QGIS's timeout is 0, which is none
_TYPES = QNetworkProxy.ProxyType
_SCHEMES = {
    _TYPES.HttpProxy: "http",
    _TYPES.HttpCachingProxy: "http",
    _TYPES.Socks5Proxy: "socks5",
}


def network_options(concurrency: int) -> NetworkOptions:
    """Returns how QGIS uses the network in the calling thread, with so many requests at once.

    That is its proxy, its trusted authorities, its timeout and its user agent. Raises InputError
    where its proxy can't be used. Certificate errors that the user told QGIS to ignore are errors
    all the same. Where the proxy's password is in QGIS's store, QGIS may ask for the master
    password, else never.
    """
    # The thread's own instance keeps the settings of the day when it was made, a fresh one doesn't.
    manager = QgsNetworkAccessManager()
    manager.setupDefaultProxyAndCache()
    patience = QgsNetworkAccessManager.timeout() / _MILLISECONDS or _LONGEST
    by_system = manager.useSystemProxy()
    # QGIS goes direct to both: only their names are from different times.
    direct = (*manager.noProxyList(), *manager.excludeList())
    return NetworkOptions(
        concurrency=concurrency,
        connect_timeout=min(patience, max(NetworkOptions().connect_timeout, patience / 4)),
        read_timeout=patience,
        total_timeout=max(_LONGEST, patience),
        user_agent=_user_agent(),
        proxy=None if by_system else _address(manager.fallbackProxy()),
        proxy_exclusions=tuple(direct),
        system_proxy=_system_proxy() if by_system else None,
        ca_pem=_authorities(),
    )


def _address(proxy: QNetworkProxy) -> str | None:
    """Returns the address of a proxy with user and password, None for none; raises InputError."""
    if proxy.type() in (_TYPES.DefaultProxy, _TYPES.NoProxy):
        return None
    where = "see Settings › Options › Network"
    if proxy.type() not in _SCHEMES:
        raise InputError(f"QGIS's proxy is for FTP alone, so nothing can be read: {where}.")
    if not proxy.hostName() or not proxy.port():
        raise InputError(f"QGIS's proxy has no host or no port: {where}.")
    host = f"[{proxy.hostName()}]" if ":" in proxy.hostName() else proxy.hostName()
    user = f"{quote(proxy.user(), '')}:{quote(proxy.password(), '')}@" if proxy.user() else ""
    return f"{_SCHEMES[proxy.type()]}://{user}{host}:{proxy.port()}"


def _system_proxy() -> Callable[[str], str | None]:
    """Returns what says which proxy the system has for a URL; it is asked once for each server."""

    @lru_cache(maxsize=1024)
    def for_server(address: str) -> str | None:
        # Types that can't be used are passed over, as Qt does: the system may name several.
        found = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(address)))
        usable = (one for one in found if one.type() in (*_SCHEMES, _TYPES.NoProxy))
        return _address(next(usable, QNetworkProxy(_TYPES.NoProxy)))

    def for_url(url: str) -> str | None:
        parts = urlsplit(url)
        return for_server(f"{parts.scheme}://{parts.netloc}/")

    return for_url


def _authorities() -> str:
    """Returns the certificates that QGIS trusts: the system's, and what the user added to them."""
    manager = QgsApplication.authManager()
    if manager is None or manager.isDisabled():
        return ""
    return bytes(manager.trustedCaCertsPemText()).decode("ascii", "ignore")


def _user_agent() -> str:
    """Returns the user's own agent, QGIS and the plugin, with their versions."""
    own = QgsSettings().value("qgis/networkAndProxy/userAgent", "Mozilla/5.0")
    agent = f"{own} QGIS/{Qgis.QGIS_VERSION_INT} PlanetaryARD/{plugin_version()}"
    return "".join(c for c in agent.strip() if c.isprintable())
