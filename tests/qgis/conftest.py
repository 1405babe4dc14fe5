"""QGIS with the provider in it, and the sample planet's servers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsLayerTreeModel,
    QgsProcessingFeedback,
    QgsProject,
    QgsSettings,
)
from qgis.gui import QgsLayerTreeView
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtNetwork import QSslCertificate

from ard_qgis_plugin.bridge.inputs.label_cache import cache_path
from ard_qgis_plugin.bridge.versions import keep_worker_threads
from ard_qgis_plugin.core.labels.cache import clear
from ard_qgis_plugin.dependencies import require_libraries
from ard_qgis_plugin.provider import ArdProvider
from ard_qgis_plugin.settings import GROUP
from tests.sample.servers import SamplePlanetServers
from tests.support.qgis_process import ROOT
from tests.support.servers.certificates import Authority, make_authority

require_libraries()  # before a test imports shapely without keeping it apart from QGIS's GEOS


class RecordingFeedback(QgsProcessingFeedback):
    """A feedback that keeps what an algorithm says."""

    def __init__(self) -> None:
        super().__init__(logFeedback=False)
        self.warnings: list[str] = []
        self.infos: list[str] = []
        self.texts: list[str] = []

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.warnings.append(warning)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.infos.append(info)

    def setProgressText(self, text: str) -> None:  # noqa: N802
        self.texts.append(text)


@pytest.fixture
def feedback() -> RecordingFeedback:
    """Returns a feedback that keeps what it is told."""
    return RecordingFeedback()


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Gives the tests a home of their own: what a user downloaded there is not taken for theirs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session", autouse=True)
def lasting_threads(qgis_app: QgsApplication) -> None:  # noqa: ARG001
    """Keeps the threads of tasks, as the plugin does: no test takes a CRS from the next."""
    keep_worker_threads()


@pytest.fixture(autouse=True)
def own_project_crs(qgis_app: QgsApplication) -> Iterator[None]:  # noqa: ARG001
    """Leaves the project in the CRS in which a test found it."""
    before = QgsProject.instance().crs()
    yield
    QgsProject.instance().setCrs(before)


@pytest.fixture(autouse=True)
def no_label_is_kept(qgis_app: QgsApplication) -> None:  # noqa: ARG001
    """Has each test begin without labels of earlier ones, whose servers had the same ports."""
    clear(cache_path())


@pytest.fixture(autouse=True)
def nothing_is_remembered(qgis_app: QgsApplication) -> None:  # noqa: ARG001
    """Has each test begin with default settings, and without an index that another has made."""
    QgsSettings().remove(GROUP)
    shutil.rmtree(cache_path().with_name("indices"), ignore_errors=True)


@pytest.fixture(scope="session")
def provider(qgis_app: QgsApplication, qgis_processing: None) -> Iterator[ArdProvider]:  # noqa: ARG001
    """Registers the provider, as the plugin does."""
    provider = ArdProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture(scope="session")
def planet() -> Iterator[SamplePlanetServers]:
    """Serves the sample planet, the one of the demo."""
    with SamplePlanetServers(ROOT / "build" / "sample", 60) as servers:
        yield servers


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def added(authority: Authority) -> Iterator[None]:
    """Adds the institute's authority in QGIS, as its user would in the options."""
    manager = QgsApplication.authManager()
    certificate = QSslCertificate(authority.pem.encode())
    assert manager.storeCertAuthority(certificate)
    manager.initSslCaches()
    yield
    manager.removeCertAuthority(certificate)
    manager.initSslCaches()


@pytest.fixture
def tree_view(qgis_iface: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Gives the desktop a view of the layer tree, which newer versions add layers through."""
    view = QgsLayerTreeView()
    view.setModel(QgsLayerTreeModel(QgsProject.instance().layerTreeRoot(), view))
    monkeypatch.setattr(qgis_iface, "layerTreeView", lambda: view, raising=False)
    yield
    view.deleteLater()  # and its model with it
    QgsApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
