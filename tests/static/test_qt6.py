"""The plugin's sources are ready for Qt 6 and QGIS 4, of which Debian has no build to run."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import tomllib

from tests.static import qt6, qt6_rules, sources
from tests.support.qgis_process import ROOT

PACKAGE = ROOT / "ard_qgis_plugin"
TREES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text())
    for path in sorted(PACKAGE.rglob("*.py"))
}
# The line that names what Qt 6 doesn't have, or has elsewhere; and the rule that must see it.
BAD = [
    ("import PyQt5.QtCore", "foreign_qt"),
    ("from PyQt6.QtCore import Qt", "foreign_qt"),
    ("import sip", "foreign_qt"),
    ("__import__('PyQt5.QtCore')", "foreign_qt"),
    ("from qgis.PyQt.QtCore import *", "foreign_qt"),
    ("from qgis.PyQt.QtCore import QRegExp", "unknown_to_qt_6"),
    ("from qgis.PyQt.QtCore import QObject, SIGNAL", "unknown_to_qt_6"),
    ("from qgis.PyQt.QtWidgets import QDesktopWidget", "unknown_to_qt_6"),
    ("from qgis.PyQt.QtWebKitWidgets import QWebView", "unknown_to_qt_6"),
    ("from qgis.PyQt.QtGui import QFontMetrics\nQFontMetrics.width", "unknown_to_qt_6"),
    ("from qgis.PyQt.QtCore import Qt\nQt.UserRole", "unknown_to_qt_6"),
    ("from qgis.PyQt.QtCore import Qt\nQt.ItemDataRole.NoSuchRole", "unknown_to_qt_6"),
    ("from qgis.PyQt.QtWidgets import QLineEdit\nQLineEdit.NoSuchEnum", "unknown_to_qt_6"),
    ("from qgis.PyQt import QtCore\nQtCore.Qt.UserRole", "unknown_to_qt_6"),
    ("import qgis.PyQt.QtCore\nqgis.PyQt.QtCore.QTextCodec", "unknown_to_qt_6"),
    ("from qgis.PyQt.QtCore import Qt\nQt.UserRole + 1", "unscoped_enums"),
    ("from qgis.PyQt.QtWidgets import QLineEdit\nQLineEdit.TrailingPosition", "unscoped_enums"),
    ("from qgis.core import Qgis\nQgis.Warning", "unscoped_enums"),
    ("from qgis.core import QgsFeatureSink as S\nS.FastInsert", "unscoped_enums"),
    ("from qgis import core\ncore.Qgis.Warning", "unscoped_enums"),
    ("import qgis.core as c\nc.Qgis.Warning", "unscoped_enums"),
    ("super().flags() | self.FlagNoThreading", "unscoped_enums"),
    ("from qgis.PyQt.QtWidgets import QDialog\nQDialog().exec_()", "removed_methods"),
    ("from qgis.PyQt.QtCore import QDateTime\nmoment.toTime_t()", "removed_methods"),
    ("box.currentIndexChanged[str].connect(print)", "signals_by_type"),
    ("from qgis.PyQt.QtCore import QVariant\nQVariant.Type.String", "variant_types"),
    ("from qgis.PyQt import QtCore\nQtCore.QVariant.Int", "variant_types"),
    ("from qgis.PyQt.QtCore import QVariant\nQVariant()", "variant_types"),
    ("from qgis.PyQt import uic\nuic.loadUiType('form')", "forms"),
]
GOOD = [
    "from qgis.PyQt.QtCore import Qt\nQt.ItemDataRole.UserRole",
    "from qgis.PyQt.QtWidgets import QAction, QDialog\nQDialog().exec()",
    "from qgis.PyQt.QtWidgets import QLineEdit\nQLineEdit.ActionPosition.TrailingPosition",
    "from qgis.PyQt import sip\nsip.isdeleted(layer)",
    "from qgis.core import Qgis\nQgis.MessageLevel.Warning, Qgis.QGIS_VERSION_INT",
    "from qgis.core import QgsFeatureSink as S\nS.Flag.FastInsert",
    "box.currentIndexChanged.connect(print)",
    "a = QMetaType.Type.Int if _META_TYPES else QVariant.Type.Int",
]


def found(rule: qt6_rules.Rule, source: str) -> list[qt6_rules.Finding]:
    return list(rule(ast.parse(source)))


@pytest.mark.parametrize("rule", qt6_rules.RULES, ids=lambda rule: rule.__name__)
def test_nothing_keeps_it_from_qt_6(rule):
    seen = [(name, line, what) for name, tree in TREES.items() for line, what in rule(tree)]
    if rule is qt6_rules.unknown_to_qt_6:  # the one file that also serves Qt 5
        seen = [each for each in seen if (each[0], each[2][:8]) != (qt6_rules.VERSIONS, "QVariant")]
    assert seen == []


def test_much_of_qt_and_qgis_is_looked_at():
    seen = [use for tree in TREES.values() for use in sources.uses(tree)]
    assert len([use for use in seen if use.qt]) > 50
    assert len([use for use in seen if use.module == "qgis.core"]) > 200


@pytest.mark.parametrize(("source", "name"), BAD)
def test_what_is_bad_is_seen(source, name):
    assert found(getattr(qt6_rules, name), source)


@pytest.mark.parametrize("source", GOOD)
def test_what_is_good_passes(source):
    assert [found(rule, source) for rule in qt6_rules.RULES if found(rule, source)] == []


def test_the_version_is_asked_for_in_one_file():
    asked = {
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and "QGIS_VERSION" in ast.unparse(node)
    }
    assert asked == {qt6_rules.VERSIONS}


def test_nothing_is_compiled_and_no_form_is_inside():
    assert not [path for path in PACKAGE.rglob("*") if path.suffix in {".qrc", ".ui"}]


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


def test_the_stubs_are_beside_the_tests():
    assert Path(qt6.find_spec("PyQt6").origin).is_file()
