"""The Help buttons and the menu's entry: they open a file that came with the plugin."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl

from ard_qgis_plugin.bridge import guide
from ard_qgis_plugin.bridge.guide import guide_url
from tools.guide import write_guide

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Returns the folder of a guide, whose path is one that addresses must encode."""
    folder = tmp_path / "á guide #1"
    write_guide(folder)
    monkeypatch.setattr(guide, "_FOLDER", folder)
    return folder


def test_each_algorithm_s_help_opens_a_file(written):
    for algorithm in QgsApplication.processingRegistry().providerById("ard").algorithms():
        url = QUrl(algorithm.helpUrl())
        assert url.scheme() == "file"
        assert url.toLocalFile() == str(written / f"{algorithm.name()}.html")
        assert algorithm.helpUrl().isascii()
        assert not url.hasFragment()  # systems that open files lose it


@pytest.mark.parametrize(
    ("locale", "place"),
    [("fr_CA", "fr"), ("es", "es"), ("ja_JP", "ja"), ("de", ""), ("xx", ""), ("", "")],
)
def test_the_guide_is_in_the_user_s_language_where_there_is_one(
    written, locale, place, monkeypatch
):
    monkeypatch.setattr(QgsApplication, "locale", lambda: locale)
    assert QUrl(guide_url()).toLocalFile() == str(written / place / "start.html")
    assert QUrl(guide_url("light")).toLocalFile() == str(written / "light.html")


def test_in_the_sources_there_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(guide, "_FOLDER", tmp_path)
    assert guide_url() == ""
