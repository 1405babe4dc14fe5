"""QGIS's network settings, each kind of them, and one search through proxy and TLS as they say."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsNetworkAccessManager,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsSettings,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery

from ard_qgis_plugin.bridge.inputs.label_cache import cache_path
from ard_qgis_plugin.bridge.inputs.network import network_options
from ard_qgis_plugin.core.model.errors import InputError
from tests.support.in_qgis.fault_matrix import COLLECTION, COUNT, PAGE, Scene, Searcher
from tests.support.servers.certificates import Authority
from tests.support.servers.proxies import HttpProxy, Proxy, SocksProxy
from tests.support.servers.stac_api import StacApi

USER, PASSWORD = "jane@institute", "s3cr:t/%@"
URLS = [
    "https://stac.example.org/api",
    "http://stac.example.org/api",
    "https://intranet/maps/1.lbl",
    "https://intranet/other",
    "https://old/1.lbl",
    "http://127.0.0.1:8000/x",
]
OWN = {"proxyEnabled": True, "proxyHost": "proxy.example.org", "proxyPort": "3128"}
SECRET = {"proxyUser": USER, "proxyPassword": PASSWORD}
DIRECT = {"noProxyUrls": ["https://intranet/maps", " ", ""], "proxyExcludedUrls": ["https://old"]}
KINDS = {
    "never set": {},
    "switched off": {**OWN, "proxyEnabled": False, "proxyType": "HttpProxy"},
    "http": {**OWN, **SECRET, "proxyType": "HttpProxy"},
    "http with exclusions": {**OWN, **DIRECT, "proxyType": "HttpProxy"},
    "http caching": {**OWN, "proxyType": "HttpCachingProxy"},
    "socks": {**OWN, **SECRET, **DIRECT, "proxyType": "Socks5Proxy"},
    "no type": OWN,
    "system": {"proxyEnabled": True, "proxyType": "DefaultProxy"},
    "system with exclusions": {"proxyEnabled": True, "proxyType": "DefaultProxy", **DIRECT},
}

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Sees to it that neither settings nor the system name a proxy, before and after a test."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    yield
    for group in ("proxy", "qgis/networkAndProxy"):
        QgsSettings().remove(group)
    QgsNetworkAccessManager.setTimeout(60_000)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    # QGIS hands the proxy to GDAL at the first raster or vector file, and never takes it back.
    for name in ("GDAL_HTTP_PROXY", "GDAL_HTTP_PROXYUSERPWD", "GDAL_PROXY_AUTH"):
        gdal.SetConfigOption(name, None)


def set_proxy(settings: dict[str, object]) -> None:
    for key, value in settings.items():
        QgsSettings().setValue(f"proxy/{key}", value)


def proxy_of_qgis(url: str) -> QNetworkProxy:
    """Returns what QGIS itself would go through."""
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    query = QNetworkProxyQuery(QUrl(url))
    return QgsNetworkAccessManager.instance().proxyFactory().queryProxy(query)[0]


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("kind", KINDS)
def test_each_address_goes_the_way_that_qgis_goes(kind, url, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://system.example.org:8080")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    set_proxy(KINDS[kind])
    expected = proxy_of_qgis(url)
    proxy = network_options(4).proxy_for(url)
    if expected.type() in (QNetworkProxy.ProxyType.DefaultProxy, QNetworkProxy.ProxyType.NoProxy):
        assert proxy is None
    else:
        assert proxy.endswith(f"{expected.hostName()}:{expected.port()}")
        assert proxy.startswith("socks5://" if kind == "socks" else "http://")


def test_the_expected_ways_are_not_all_the_same(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://system.example.org:8080")
    ways = set()
    for settings in KINDS.values():
        QgsSettings().remove("proxy")
        set_proxy(settings)
        ways |= {network_options(4).proxy_for(url) for url in URLS}
    assert len(ways) == 5


@pytest.mark.parametrize(("kind", "scheme"), [("HttpProxy", "http"), ("Socks5Proxy", "socks5")])
def test_user_and_password_are_written_as_an_address_has_them(kind, scheme):
    set_proxy({**OWN, **SECRET, "proxyType": kind})
    options = network_options(4)
    quoted = "jane%40institute:s3cr%3At%2F%25%40"
    assert options.proxy == f"{scheme}://{quoted}@proxy.example.org:3128"
    assert "s3cr" not in repr(options)


def test_the_address_of_a_proxy_can_be_a_number_of_ipv6():
    set_proxy({**OWN, "proxyType": "HttpProxy", "proxyHost": "fd00::1"})
    assert network_options(4).proxy == "http://[fd00::1]:3128"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"proxyType": "FtpCachingProxy"}, "for FTP alone"),
        ({"proxyType": "HttpProxy", "proxyHost": ""}, "no host or no port"),
        ({"proxyType": "Socks5Proxy", "proxyPort": "x"}, "no host or no port"),
    ],
)
def test_a_proxy_that_can_not_be_used_is_told(changes, words):
    set_proxy({**OWN, **SECRET, **changes})
    with pytest.raises(InputError, match=words) as caught:
        network_options(4)
    assert "s3cr" not in str(caught.value)


def test_a_change_holds_at_once_in_another_thread_too():
    found = []

    def look_twice() -> None:
        QgsNetworkAccessManager.instance()  # keeps what is set when the thread first asks
        for port in ("1111", "2222"):
            set_proxy({**OWN, "proxyType": "HttpProxy", "proxyPort": port})
            found.append(network_options(4).proxy)

    thread = threading.Thread(target=look_twice)
    thread.start()
    thread.join(30)
    assert [proxy[-4:] for proxy in found] == ["1111", "2222"]


@pytest.mark.parametrize(
    ("milliseconds", "connect", "read", "total"),
    [
        (60_000, 15.0, 60.0, 300.0),
        (5_000, 5.0, 5.0, 300.0),
        (120_000, 30.0, 120.0, 300.0),
        (600_000, 150.0, 600.0, 600.0),
        (0, 75.0, 300.0, 300.0),  # QGIS's word for none
    ],
)
def test_the_timeout_is_qgis_s(milliseconds, connect, read, total):
    QgsNetworkAccessManager.setTimeout(milliseconds)
    options = network_options(4)
    assert (options.connect_timeout, options.read_timeout) == (connect, read)
    assert options.total_timeout == total


@pytest.mark.parametrize(
    ("own", "start"),
    [
        (None, "Mozilla/5.0 QGIS/"),
        ("Me 1.0", "Me 1.0 QGIS/"),
        ("", "QGIS/"),
        ("a\r\nb", "ab QGIS/"),
    ],
)
def test_the_user_agent_names_user_qgis_and_plugin(own, start):
    if own is not None:
        QgsSettings().setValue("qgis/networkAndProxy/userAgent", own)
    agent = network_options(4).user_agent
    assert agent.startswith(start)
    assert agent.endswith(" PlanetaryARD/0.1.0")


def test_the_system_s_authorities_are_trusted():
    assert network_options(4).ca_pem.count("BEGIN CERTIFICATE") == len(
        QgsApplication.authManager().trustedCaCerts()
    )


@pytest.fixture(scope="module")
def master_password(qgis_app: QgsApplication) -> None:  # noqa: ARG001
    """Opens QGIS's store of passwords."""
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("master", True):
        pytest.skip("QGIS's authentication database can't be opened here")


@pytest.mark.usefixtures("master_password")
def test_user_and_password_can_be_in_qgis_s_store():
    stored = QgsAuthMethodConfig("Basic")
    stored.setName("proxy")
    stored.setConfigMap({"username": USER, "password": PASSWORD, "realm": ""})
    assert QgsApplication.authManager().storeAuthenticationConfig(stored)
    set_proxy({**OWN, "proxyType": "HttpProxy", "authcfg": stored.id()})
    try:
        assert network_options(4).proxy.startswith("http://jane%40institute:s3cr%3At%2F%25%40@")
    finally:
        QgsApplication.authManager().removeAuthenticationConfig(stored.id())


class FarApi(StacApi):
    """A catalogue that speaks TLS and is found through the proxy alone."""

    def url(self, path: str, user: str = "") -> str:
        assert not user
        return f"https://far.invalid{path}"


@pytest.fixture
def far(authority: Authority) -> Iterator[Scene]:
    """Serves catalogue and labels."""
    api = FarApi({COLLECTION: []}, largest_page=PAGE)
    api._tls = authority.server_context()
    with api:
        yield Scene(api)
        api.wait_until_left()


def use(proxy: Proxy, password: str = PASSWORD) -> None:
    kind = "Socks5Proxy" if isinstance(proxy, SocksProxy) else "HttpProxy"
    where = {"proxyHost": "127.0.0.1", "proxyPort": str(proxy.port)}
    secret = {"proxyUser": USER, "proxyPassword": password}
    set_proxy({"proxyEnabled": True, "proxyType": kind, **where, **secret})


@pytest.fixture
def log() -> Iterator[list[str]]:
    """Keeps what is written to QGIS's log."""
    lines: list[str] = []

    def keep(text: str, *_: object) -> None:
        lines.append(text)

    QgsApplication.messageLog().messageReceived.connect(keep)
    yield lines
    QgsApplication.messageLog().messageReceived.disconnect(keep)


def said(feedback, log: list[str]) -> str:
    return "\n".join([*feedback.warnings, *feedback.infos, *feedback.texts, *log])


@pytest.mark.usefixtures("provider", "added")
@pytest.mark.parametrize("kind", [HttpProxy, SocksProxy])
def test_a_search_goes_through_proxy_and_tls_and_tells_no_password(
    far, kind, tmp_path, feedback, log
):
    with kind({"far.invalid": far.api.port}, USER, PASSWORD) as proxy:
        use(proxy)
        outcome = Searcher(tmp_path, feedback).run(far.api.root)
    assert outcome.values("incidence_angle") == [10.0 + number for number in range(COUNT)]
    assert {host for host, _ in proxy.asked_for} == {"far.invalid"}
    assert proxy.refused == 0
    agents = {request.headers["user-agent"] for request in far.api.requests}
    assert agents == {network_options(1).user_agent}
    assert not holds_secret(said(feedback, log).encode())
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"footprints.gpkg", "images.txt"} <= {path.name for path in files}
    kept = profile_files()
    assert cache_path() in kept
    assert not [path for path in (*files, *kept) if holds_secret(path.read_bytes())]


@pytest.mark.usefixtures("provider", "added")
@pytest.mark.parametrize("kind", [HttpProxy, SocksProxy])
def test_a_search_in_the_background_goes_the_same_way(far, kind, tmp_path):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ard:search")
    parameters = {
        "API_URL": far.api.root,
        "COLLECTIONS": COLLECTION,
        "EXTENT": "-180,180,-90,90 [IAU_2015:30100]",
        "OUTPUT": str(tmp_path / "footprints.gpkg"),
    }
    context, feedback, ended = QgsProcessingContext(), QgsProcessingFeedback(False), []
    loop = QEventLoop()
    with kind({"far.invalid": far.api.port}, USER, PASSWORD) as proxy:
        use(proxy)
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        task.executed.connect(lambda *outcome: (ended.append(outcome), loop.quit()))
        QTimer.singleShot(60_000, loop.quit)
        QgsApplication.taskManager().addTask(task)
        loop.exec()
    ((successful, results),) = ended
    assert successful
    assert results["WITH_INCIDENCE"] == COUNT
    assert {host for host, _ in proxy.asked_for} == {"far.invalid"}


@pytest.mark.usefixtures("provider", "added")
@pytest.mark.parametrize("kind", [HttpProxy, SocksProxy])
def test_a_wrong_password_ends_the_search_and_is_not_told(far, kind, tmp_path, feedback, log):
    with kind({"far.invalid": far.api.port}, USER, PASSWORD) as proxy:
        use(proxy, "s3cr, but wrong")
        with pytest.raises(QgsProcessingException, match="proxy") as caught:
            Searcher(tmp_path, feedback).run(far.api.root)
    assert not far.api.requests
    assert not holds_secret(f"{caught.value}\n{said(feedback, log)}".encode())


@pytest.mark.usefixtures("provider")
def test_an_authority_that_is_not_added_is_not_trusted(far, tmp_path, feedback):
    with HttpProxy({"far.invalid": far.api.port}, USER, PASSWORD) as proxy:
        use(proxy)
        with pytest.raises(QgsProcessingException, match=r"certificate of far\.invalid is not tru"):
            Searcher(tmp_path, feedback).run(far.api.root)
    assert not far.api.requests


def profile_files() -> list[Path]:
    """Returns what is in QGIS's profile, but for where QGIS itself keeps passwords."""
    return [
        path
        for path in Path(QgsApplication.qgisSettingsDirPath()).rglob("*")
        if path.is_file() and path.suffix != ".ini" and not path.name.startswith("qgis-auth")
    ]


def holds_secret(content: bytes) -> bool:
    return b"s3cr" in content or b"jane" in content
