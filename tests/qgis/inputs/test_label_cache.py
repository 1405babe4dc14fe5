"""The label cache as QGIS's users have it: in the profile, ignored by REFRESH, off by a setting."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis import processing
from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsSettings

from ard_qgis_plugin.bridge.inputs.label_cache import cache_path
from ard_qgis_plugin.core.labels.cache import clear, size
from ard_qgis_plugin.settings import GROUP, Settings, save_settings
from tests.support.searches import add_labels
from tests.support.servers.stac_api import StacApi

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def api():
    with StacApi({}) as api:
        add_labels(api, "a", 12)
        yield api


def parameters(api, **more):
    extent = "-180,180,-90,90 [IAU_2015:30100]"
    return {
        "API_URL": api.root,
        "COLLECTIONS": "a",
        "EXTENT": extent,
        "OUTPUT": "memory:",
        **more,
    }


def labels_asked(api, **more):
    """Searches, and returns how many labels were asked for."""
    before = len(api.requests)
    result = processing.run("ard:search", parameters(api, **more))
    assert result["WITH_INCIDENCE"] == 12
    return sum(one.target.endswith(".pvl") for one in api.requests[before:])


def test_a_second_search_asks_for_no_label_unless_it_is_told_to(api):
    assert labels_asked(api) == 12
    assert size(cache_path()).labels == 12
    assert labels_asked(api) == 0
    assert labels_asked(api, REFRESH=True) == 12
    assert labels_asked(api, MIN_INCIDENCE=0) == 0
    clear(cache_path())
    assert labels_asked(api) == 12


def test_the_cache_is_in_the_users_profile():
    assert Path(QgsApplication.qgisSettingsDirPath()) in cache_path().parents


def test_a_setting_switches_it_off(api):
    save_settings(Settings(labels_kept=0))
    try:
        assert [labels_asked(api) for _ in range(2)] == [12, 12]
        assert size(cache_path()).labels == 0
    finally:
        QgsSettings().remove(GROUP)


kept: list = []  # what a task refers to lives until QGIS deletes the task


def test_a_search_in_the_background_uses_it_too(api, feedback):
    for asked in (12, 0):
        before = len(api.requests)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("ard:search")
        context = QgsProcessingContext()
        task = QgsProcessingAlgRunnerTask(algorithm, parameters(api), context, feedback)
        kept.extend([algorithm, context, task, feedback])
        ended = []
        task.executed.connect(lambda *outcome, ended=ended: ended.append(outcome))
        QgsApplication.taskManager().addTask(task)
        while not ended:
            QgsApplication.processEvents()
        ((ok, results),) = ended
        assert ok
        assert results["WITH_INCIDENCE"] == 12
        labels = [one for one in api.requests[before:] if one.target.endswith(".pvl")]
        assert len(labels) == asked
