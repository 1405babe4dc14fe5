"""The plugin's sources are ready for Qt 6 and QGIS 4, of which Debian has no build to run."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest
import tomllib

from tests.qgis_process import ROOT
from tests.static import qt6

PACKAGE = ROOT / "ard_qgis_plugin"
TREES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text())
    for path in sorted(PACKAGE.rglob("*.py"))
}
USES = [use for name, tree in TREES.items() for use in qt6.uses(name, tree)]
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtXml")
# The one place that may name what only Qt 5 has, behind a look at the version.
VERSIONS = "bridge/versions.py"


def attributes():
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                yield name, node


def test_qt_comes_through_qgis_alone():
    modules = {
        (name, module.partition(".")[0])
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        for module in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    foreign = {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip", "qtpy"}
    assert [pair for pair in modules if pair[1] in foreign] == []


def test_qt_6_has_all_that_is_used():
    qt = [use for use in USES if use.module.startswith("qgis.PyQt.")]
    assert len(qt) > 50
    missing = [
        use
        for use in qt
        if not qt6.has(use.module.rpartition(".")[2], use.chain)
        and not use.place.startswith(VERSIONS)
    ]
    assert missing == []


def test_every_enum_is_fully_scoped():
    assert [use for use in USES if qt6.unscoped(use)] == []


def test_no_method_is_called_that_only_qt_5_has():
    five = {
        attribute
        for module in QT_MODULES
        for value in vars(importlib.import_module(f"qgis.PyQt.{module}")).values()
        if isinstance(value, type)
        for attribute in dir(value)
    }
    six = {name for module in QT_MODULES for name in qt6.module(module).names()}
    assert "exec_" in five - six
    of_qgis = {
        name
        for module in ("qgis.core", "qgis.gui")
        for value in vars(importlib.import_module(module)).values()
        if isinstance(value, type)
        for name in vars(value)
    }
    said_by_qgis = of_qgis - {"exec_", "print_"}  # QGIS has these as long as it stands on Qt 5
    removed = {name for name in five - six - said_by_qgis if not name.startswith("__")}
    with_qt = {use.place.partition(":")[0] for use in USES} - {VERSIONS}
    called = [
        (f"{name}:{node.lineno}", node.attr)
        for name, node in attributes()
        if name in with_qt and node.attr in removed
    ]
    assert called == []


def test_variant_types_stand_in_one_file():
    found = {
        name
        for name, node in attributes()
        if isinstance(node.value, ast.Name) and node.value.id == "QVariant"
    }
    assert found <= {VERSIONS}


def test_the_version_is_asked_for_in_one_file():
    asked = {
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and "QGIS_VERSION" in ast.unparse(node)
    }
    assert asked == {VERSIONS}


def test_nothing_is_compiled_and_no_form_is_loaded():
    assert not [path for path in PACKAGE.rglob("*") if path.suffix in {".qrc", ".ui"}]
    assert "uic" not in {use.chain[0] for use in USES}


def test_python_3_10_is_declared_and_enough():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert declared["project"]["requires-python"] == ">=3.10"
    assert declared["tool"]["ruff"]["target-version"] == "py310"
    command = [
        Path(sys.executable).with_name("vermin"),
        "--no-tips",
        "--violations",
        "-t=3.10-",
        PACKAGE,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("line", "use"),
    [
        ("Qt.UserRole", ("qgis.PyQt.QtCore", "Qt", "UserRole")),
        ("Qt.ItemDataRole.NoSuchRole", ("qgis.PyQt.QtCore", "Qt", "ItemDataRole", "NoSuchRole")),
        ("QRegExp", ("qgis.PyQt.QtCore", "QRegExp")),
        ("QLineEdit.NoSuchEnum", ("qgis.PyQt.QtWidgets", "QLineEdit", "NoSuchEnum")),
    ],
)
def test_it_would_be_seen(line, use):
    module, *chain = use
    source = f"from {module} import {chain[0]}\n{line}\n"
    found = list(qt6.uses("x.py", ast.parse(source)))
    assert not all(qt6.has(module.rpartition(".")[2], use.chain) for use in found)


@pytest.mark.parametrize(
    ("line", "is_unscoped"),
    [
        ("from qgis.core import Qgis\nQgis.Warning", True),
        ("from qgis.core import Qgis\nQgis.MessageLevel.Warning", False),
        ("from qgis.core import QgsFeatureSink as S\nS.FastInsert", True),
        ("from qgis.core import QgsFeatureSink as S\nS.Flag.FastInsert", False),
        ("from qgis.PyQt.QtCore import Qt\nQt.UserRole + 1", True),
        ("from qgis.PyQt.QtWidgets import QLineEdit\nQLineEdit.TrailingPosition", True),
        ("from qgis.PyQt.QtWidgets import QLineEdit\nQLineEdit.ActionPosition.TrailingPosition", 0),
        ("from qgis.core import Qgis\nQgis.QGIS_VERSION_INT", False),
    ],
)
def test_a_scope_that_is_missing_would_be_seen(line, is_unscoped):
    assert any(map(qt6.unscoped, qt6.uses("x.py", ast.parse(line)))) == bool(is_unscoped)


def test_the_stubs_are_beside_the_tests():
    assert Path(qt6.find_spec("PyQt6").origin).is_file()
