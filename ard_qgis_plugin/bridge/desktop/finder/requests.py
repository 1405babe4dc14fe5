"""Requests through QGIS's own network manager: its proxy, certificates, timeout and user agent."""

from __future__ import annotations

from typing import Any, cast

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest


def network() -> QgsNetworkAccessManager:
    """Returns the network manager of the main thread."""
    return cast("QgsNetworkAccessManager", QgsNetworkAccessManager.instance())


def request_of(url: str) -> QNetworkRequest:
    """Makes a request that follows redirects, but not from https to http."""
    request = QNetworkRequest(QUrl(url))
    policy = QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
    request.setAttribute(QNetworkRequest.Attribute.RedirectPolicyAttribute, policy)
    return request


def failure(reply: Any) -> QNetworkReply.NetworkError:
    """Returns how a reply failed, or that it didn't; Qt 5 has a signal of the same name."""
    return cast("QNetworkReply.NetworkError", reply.error())
