"""QGIS's network settings as plain NetworkOptions."""

from __future__ import annotations

from qgis.core import Qgis, QgsNetworkAccessManager, QgsSettings

from ..core.network_options import NetworkOptions

_MILLISECONDS = 1000


def network_options(concurrency: int) -> NetworkOptions:
    """Returns how the network is to be used: QGIS's timeout and user agent, so many at once."""
    agent = QgsSettings().value("qgis/networkAndProxy/userAgent", "Mozilla/5.0")
    return NetworkOptions(
        concurrency=concurrency,
        read_timeout=max(QgsNetworkAccessManager.timeout() / _MILLISECONDS, 1.0),
        user_agent=f"{agent} QGIS/{Qgis.QGIS_VERSION_INT} PlanetaryARD",
    )
