"""The real qgis_process in each language: other words, the same ids, parameters and outputs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.qgis_process import QgisProcess
from tools.i18n import LANGUAGES


def told(language: str, folder: Path) -> dict:
    """Returns what qgis_process says of ard:search where QGIS speaks a language."""
    ini = folder / language / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True)
    ini.write_text(f"[locale]\noverrideFlag=true\nuserLocale={language}\n")
    said = QgisProcess(folder / language).call("--json", "help", "ard:search").stdout
    return json.loads(said[said.index("{") :])


def test_only_the_words_change(tmp_path: Path) -> None:
    english = told("en_US", tmp_path)
    assert english["algorithm_details"]["name"] == "Search analysis ready data"
    for language in LANGUAGES:
        other = told(language, tmp_path)
        assert other["algorithm_details"]["id"] == english["algorithm_details"]["id"]
        assert other["algorithm_details"]["name"] != english["algorithm_details"]["name"]
        for kind in ("parameters", "outputs"):
            assert list(other[kind]) == list(english[kind])
        for name, parameter in english["parameters"].items():
            theirs = other["parameters"][name]
            assert theirs.get("default_value") == parameter.get("default_value")
            assert theirs["type"]["id"] == parameter["type"]["id"]
