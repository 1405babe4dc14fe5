"""The label cache in the options dialog: its size, and clearing it whoever else uses it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import contextmanager

import pytest
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QLabel, QPushButton

from ard_qgis_plugin.bridge.desktop import label_cache_row
from ard_qgis_plugin.bridge.desktop.settings_page import SettingsPage
from ard_qgis_plugin.bridge.inputs.label_cache import cache_path
from ard_qgis_plugin.core.labels.cache import clear, size
from ard_qgis_plugin.core.labels.storage.cache_file import CacheFile
from tests.support.caches import filled
from tests.support.in_qgis.background import Background
from tests.support.in_qgis.desk import wait_until
from tests.support.searches import LABEL, add_labels
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi

_HOLD = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def page(qgis_app):  # noqa: ARG001
    cache_path().parent.mkdir(parents=True, exist_ok=True)
    page = SettingsPage()
    yield page
    page.deleteLater()


@pytest.fixture
def button(page):
    return page.findChild(QPushButton, "clearLabels")


def answer(page):
    """Returns what stands beside the button once its work is done."""
    wait_until(page.findChild(QPushButton, "clearLabels").isEnabled, "for the button")
    return page.findChild(QLabel, "clearLabelsAnswer").text()


@contextmanager
def held_by_another():
    """Has another process write to the cache until the block ends."""
    command = [sys.executable, "-c", _HOLD, str(cache_path())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        yield
        other.stdin.close()


def test_the_size_is_told_each_time_the_page_is_shown(page):
    page.show()
    assert answer(page) == "0 labels on the disk, 0.0 MB."
    filled(cache_path())
    page.hide()
    page.show()
    megabytes = cache_path().stat().st_size / 1e6
    assert answer(page) == f"1,000 labels on the disk, {megabytes:.1f} MB."


def test_the_button_clears_it(page, button):
    filled(cache_path())
    button.click()
    assert not button.isEnabled()
    assert answer(page) == "0 labels on the disk, 0.0 MB."
    assert size(cache_path()).labels == 0


def test_while_another_qgis_writes_it_waits_and_the_dialog_lives(page, button, monkeypatch):
    filled(cache_path())
    monkeypatch.setattr(CacheFile.__init__, "__defaults__", (60.0,))  # seconds that it waits
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(None))
    timer.start(20)
    with held_by_another():
        button.click()
        wait_until(lambda: len(ticks) > 30 or button.isEnabled(), "for the dialog's clock")
        assert not button.isEnabled()
    assert answer(page) == "0 labels on the disk, 0.0 MB."


def test_it_is_cleared_under_a_search(page, button, provider):  # noqa: ARG001
    cleared = threading.Event()
    with StacApi({}) as api:
        add_labels(api, "a", 12)
        parameters = {
            "API_URL": api.root,
            "COLLECTIONS": "a",
            "EXTENT": "-180,180,-90,90 [IAU_2015:30100]",
            "OUTPUT": "memory:",
        }
        label = faults.ok(LABEL.format(21).encode())
        api.script("/a/11.pvl", faults.held(cleared.is_set, label))
        search = Background("ard:search", parameters)
        search.wait_until(lambda: size(cache_path()).labels == 11)
        button.click()
        assert answer(page).startswith("0 labels")
        assert search.is_running
        cleared.set()
        results = search.results()
    assert results["WITH_INCIDENCE"] == 12
    assert size(cache_path()).labels == 1  # what was read after it


def test_what_goes_wrong_is_told(page, button):
    clear(cache_path())
    damaged = cache_path().with_name("labels.sqlite.damaged")
    damaged.mkdir()
    try:
        button.click()
        assert "can't be cleared" in answer(page)
    finally:
        damaged.rmdir()


def test_any_error_gives_the_button_back(page, button, monkeypatch):
    def fail():
        raise sqlite3.Error("no more")

    monkeypatch.setattr(label_cache_row, "_cleared", fail)
    button.click()
    assert answer(page) == "no more"
