"""The plugin in QGIS: what it loads, what it lists, what it leaves behind."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.PyQt.QtGui import QIcon

from ard_qgis_plugin import classFactory, dependencies
from ard_qgis_plugin.algorithms.search.search import SearchAlgorithm
from ard_qgis_plugin.bridge.desktop.first_view import menu
from ard_qgis_plugin.core.model.errors import MissingDependencyError
from ard_qgis_plugin.plugin import Plugin
from ard_qgis_plugin.provider import ICON_PATH

ALGORITHMS = ("search.search", "download.manifest", "download.download", "download.addimages")
# What of the core the declarations, the actions and the settings need.
LIGHT = (
    "download.rclone_program",
    "manifest.asset_file",
    "manifest.parts",
    "manifest.rclone_path",
    "model.bodies",
    "model.errors",
    "model.known_collections",
    "model.object_path",
    "model.observation",
    "model.places",
    "model.slurm_job",
    "model.text",
)


@pytest.fixture
def probe(tmp_path):
    """Returns what plugin_probe.py prints, from a QGIS with a profile of its own."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path),
        "HOME": str(tmp_path),
    }

    def run(what):
        script = Path(__file__).parents[1] / "support" / "in_qgis" / "plugin_probe.py"
        done = subprocess.run(
            [sys.executable, script, what],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    return run


def test_qgis_gets_a_plugin_without_a_desktop_too():
    assert isinstance(classFactory(None), Plugin)


def test_starting_loads_none_of_the_libraries_and_nothing_that_works(probe):
    seen = probe("startup")
    assert (seen["libraries"], seen["processing"]) == ([], False)
    declared = {f"algorithms.{name}_declaration" for name in ALGORITHMS}
    assert declared <= set(seen["own"])
    assert not {f"algorithms.{name}" for name in ALGORITHMS}.intersection(seen["own"])
    core = {name for name in seen["own"] if re.fullmatch(r"core\.\w+\.\w+", name)}
    assert core <= {f"core.{name}" for name in LIGHT}


def test_the_provider_lists_its_algorithms_without_the_libraries(probe):
    seen = probe("bare")
    assert seen["name"] == "Planetary ARD"
    can_execute = {id_: (can, why) for id_, can, why in seen["algorithms"]}
    can, why = can_execute["ard:search"]
    assert not can
    for name in ("pystac-client", "pvl", "aiohttp", "shapely", "qpip"):
        assert name in why


def test_reloading_leaves_nothing_behind(probe):
    seen = probe("reload")
    assert "ard" in seen["loaded"]["providers"]
    loaded = seen["loaded"]
    assert (loaded["buttons"], loaded["submenus"], loaded["docks"]) == (1, 1, 1)
    first, *_, last = seen["after"]
    assert first == last == seen["before"]


def test_the_icon_can_be_drawn():
    assert not QIcon(str(ICON_PATH)).pixmap(16, 16).isNull()


@pytest.fixture
def begun(monkeypatch):
    """Keeps whose maps would get a first view."""
    found = []
    monkeypatch.setattr(menu, "begin", found.append)
    return found


def test_the_search_button_opens_the_dialog_of_the_search(qgis_iface, monkeypatch, begun):
    opened = []
    stand_in = type(sys)("processing")
    stand_in.execAlgorithmDialog = lambda id_, values: opened.append((id_, values))
    monkeypatch.setitem(sys.modules, "processing", stand_in)
    Plugin(qgis_iface).open_search()
    assert opened == [("ard:search", {})]
    assert begun == [qgis_iface]


@pytest.mark.parametrize(
    ("absent", "says"), [("processing", "Processing is switched off"), ("pvl", "library pvl that")]
)
@pytest.mark.usefixtures("begun")
def test_the_search_button_says_why_it_can_not(absent, says, qgis_iface, monkeypatch):
    monkeypatch.setitem(sys.modules, absent, None)
    said = []
    monkeypatch.setattr(
        qgis_iface.messageBar(), "pushWarning", lambda *text: said.append(text), raising=False
    )
    Plugin(qgis_iface).open_search()
    ((title, text),) = said
    assert title == "Planetary ARD"
    assert says in text
    assert "plugin manager" in text


def test_libraries_that_are_here_are_not_called_missing():
    assert dependencies.missing_libraries() == []
    dependencies.require_libraries()


def test_a_missing_library_ends_in_a_sentence_that_names_it_and_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "pvl", None)
    with pytest.raises(MissingDependencyError) as caught:
        dependencies.require_libraries()
    said = str(caught.value)
    assert "library pvl that" in said
    assert "shapely" not in said
    assert str(dependencies.REQUIREMENTS) in said
    assert said.count("\n") == 0


def test_several_missing_libraries_stand_in_one_sentence():
    assert "libraries pvl, aiohttp and shapely that" in dependencies.how_to_install(
        ["pvl", "aiohttp", "shapely"]
    )


def test_the_interpreter_in_the_sentence_is_python_even_inside_the_desktop(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/opt/qgis/bin/qgis.bin")
    said = dependencies.how_to_install(["pvl"])
    assert "qgis.bin" not in said
    assert "python3" in said


@pytest.mark.parametrize(
    "damage", ["raise OSError('libgeos_c.so: file too short')", "def (", "1 / 0"]
)
def test_a_broken_library_ends_in_a_sentence_with_the_reason(damage, tmp_path, monkeypatch):
    (tmp_path / "pvl.py").write_text(damage)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "pvl", raising=False)
    with pytest.raises(MissingDependencyError) as caught:
        dependencies.require_libraries()
    said = str(caught.value)
    assert "library pvl" in said
    assert "can't be loaded" in said
    assert said.count("\n") == 0
    assert SearchAlgorithm().canExecute() == (False, said)


def test_an_old_shapely_of_the_system_ends_in_a_sentence_with_its_place(tmp_path, monkeypatch):
    (tmp_path / "shapely.py").write_text("__version__ = '1.8.5'")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "shapely", raising=False)
    with pytest.raises(MissingDependencyError) as caught:
        dependencies.require_libraries()
    said = str(caught.value)
    assert "version 2 or newer of the Python library shapely" in said
    assert f"1.8.5 in {tmp_path} " in said
    assert said.count("\n") == 0


def test_libraries_that_came_with_the_plugin_stand_last_and_once(tmp_path, monkeypatch):
    monkeypatch.setattr(dependencies, "EXTLIBS", tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    mine = tmp_path / f"cpython-{sys.version_info[0]}{sys.version_info[1]}-linux-x86_64"
    for folder in (mine, tmp_path / "cpython-39-win32-amd64"):
        folder.mkdir()
    before = list(sys.path)
    dependencies.enable_extlibs()
    dependencies.enable_extlibs()
    assert sys.path == [*before, str(mine), str(tmp_path)]


def test_without_such_a_folder_the_path_stays_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(dependencies, "EXTLIBS", tmp_path / "none")
    before = list(sys.path)
    dependencies.enable_extlibs()
    assert sys.path == before
