"""The page in QGIS's options dialog: what it shows, what it stores, what it refuses."""

from __future__ import annotations

from dataclasses import fields

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from ard_qgis_plugin.bridge.desktop.settings_page import SettingsPageFactory, described
from ard_qgis_plugin.provider import ICON_PATH
from ard_qgis_plugin.settings import Settings, load_settings, save_settings
from tests.support.in_qgis.desk import wait_until


@pytest.fixture
def make_page(qgis_app):  # noqa: ARG001
    """Returns what opens the page, as the options dialog does."""
    parent = QWidget()
    factory = SettingsPageFactory(str(ICON_PATH))
    yield lambda: factory.createWidget(parent)
    parent.deleteLater()


def child(page, name, kind):
    return page.findChild(kind, name)


def test_the_dialog_can_list_it():
    factory = SettingsPageFactory(str(ICON_PATH))
    assert factory.title() == "Planetary ARD"
    assert not factory.icon().isNull()


def test_each_setting_is_there_under_its_own_name(make_page):
    texts = described()
    assert set(texts) == {one.name for one in fields(Settings)}
    labels = [label.text() for label in make_page().findChildren(QLabel)]
    for one in fields(Settings):
        assert texts[one.name][0] == one.metadata["title"]  # errors call it so
        assert set(texts[one.name]) <= set(labels)  # where the dialog's search looks


def test_it_shows_what_is_stored(make_page):
    save_settings(Settings("https://example.org/stac", "other", 3, "/opt/rclone"))
    page = make_page()
    assert child(page, "api_url", QLineEdit).text() == "https://example.org/stac"
    assert child(page, "remote", QLineEdit).text() == "other"
    assert child(page, "concurrency", QSpinBox).value() == 3
    assert child(page, "rclone", QgsFileWidget).filePath() == "/opt/rclone"


def test_what_is_typed_is_stored_with_its_type_and_only_when_asked(make_page):
    page = make_page()
    child(page, "api_url", QLineEdit).setText("http://127.0.0.1:8080/")
    child(page, "concurrency", QSpinBox).setValue(8)
    child(page, "rclone", QgsFileWidget).setFilePath("/opt/rclone")
    assert load_settings() == Settings()
    assert page.isValid()
    page.apply()
    assert load_settings() == Settings("http://127.0.0.1:8080", concurrency=8, rclone="/opt/rclone")


def test_a_bad_value_is_marked_and_the_stored_one_stays(make_page):
    page = make_page()
    child(page, "api_url", QLineEdit).setText("ftp://example.org")
    child(page, "remote", QLineEdit).setText("other")
    fault = child(page, "api_urlFault", QLabel)
    assert not fault.isHidden()
    assert "“Catalogue address” can't be 'ftp://example.org'" in fault.text()
    assert child(page, "remoteFault", QLabel).isHidden()
    assert not page.isValid()
    page.apply()
    assert load_settings() == Settings(remote="other")
    child(page, "api_url", QLineEdit).setText("https://example.org")
    assert fault.isHidden()
    assert page.isValid()


@pytest.mark.parametrize(
    ("says", "answer"),
    [("rclone v1.71.0", "1.71"), ("rclone v1.50.2", "1.60"), ("something else", "rclone")],
)
def test_the_button_says_whether_rclone_can_be_used(says, answer, make_page, tmp_path):
    program = tmp_path / "rclone"
    program.write_text(f"#!/bin/sh\necho '{says}'\n")
    program.chmod(0o755)
    page = make_page()
    child(page, "rclone", QgsFileWidget).setFilePath(str(program))
    button = child(page, "testRclone", QPushButton)
    button.click()
    assert not button.isEnabled()
    text = _wait_for(button, page)
    assert answer in text
    assert ("can be used" in text) == (says == "rclone v1.71.0")


def test_a_page_that_is_gone_does_no_harm(make_page, tmp_path):
    page = make_page()
    child(page, "rclone", QgsFileWidget).setFilePath(str(tmp_path / "none"))
    child(page, "testRclone", QPushButton).click()
    page.deleteLater()
    wait_until(lambda: not QgsApplication.taskManager().countActiveTasks())


def _wait_for(button, page):
    wait_until(button.isEnabled)
    return child(page, f"{button.objectName()}Answer", QLabel).text()
