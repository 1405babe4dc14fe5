"""Work beside the interface: what is dropped ends, and is never cancelled while it waits."""

from __future__ import annotations

from threading import Event

import pytest
from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QThreadPool

from ard_qgis_plugin.bridge.background_task import BackgroundTask, drop, start
from ard_qgis_plugin.bridge.desktop.finder.layer.columns_task import ColumnsTask
from ard_qgis_plugin.bridge.desktop.finder.layer.features_task import FeaturesTask
from tests.support.in_qgis.desk import wait_until
from tests.support.in_qgis.footprint_layers import footprints


class Waiting(BackgroundTask):
    """A task that lasts until it is let go."""

    def __init__(self) -> None:
        super().__init__("waits")
        self.go_on = Event()

    def run(self) -> bool:
        return self.go_on.wait(120)


@pytest.fixture
def busy(qgis_app):  # noqa: ARG001
    """Gives the one task that QGIS runs; all others wait until its `go_on` is set."""
    pool = QgsApplication.taskManager()
    threads = getattr(pool, "threadPool", QThreadPool.globalInstance)()
    most = threads.maxThreadCount()
    threads.setMaxThreadCount(1)
    task = start(Waiting())
    wait_until(lambda: task.status() == QgsTask.TaskStatus.Running)
    yield task
    task.go_on.set()
    wait_until(lambda: sip.isdeleted(task))
    threads.setMaxThreadCount(most)


@pytest.mark.parametrize("kind", ["columns", "features"])
def test_a_task_that_waits_is_not_cancelled_for_a_thread_may_be_about_to_run_it(busy, kind):
    layer, heard = footprints(20), []
    if kind == "columns":
        task = ColumnsTask(layer)
        task.grown.connect(heard.append)
    else:
        task = FeaturesTask(layer, [1, 2], ["id"], lambda feature: feature["id"])
    task.read.connect(heard.append)
    start(task)
    drop(task)
    assert task.status() == QgsTask.TaskStatus.Queued, "or QGIS would delete it"
    assert task.is_dropped
    busy.go_on.set()
    wait_until(lambda: sip.isdeleted(task), "for its end")
    assert heard == []


def test_what_is_gone_can_be_dropped(qgis_app):  # noqa: ARG001
    task = start(Waiting())
    task.go_on.set()
    wait_until(lambda: sip.isdeleted(task))
    drop(task)
    drop(None)
    assert task.is_dropped
