"""The stubs that the types are checked with: what is put right in them is in them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path

import pytest

from tests.support.qgis_process import ROOT
from tools.typecheck.stubs import write_tree

NEVER_NONE = (ROOT / "tools/typecheck/corrections/never_none.txt").read_text("utf-8").split()


def _folder(package: str, name: str) -> Path:
    return next(Path(each.locate()).parent for each in files(package) if each.name == name)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns stubs of QGIS over Qt 6."""
    tree = tmp_path_factory.mktemp("stubs")
    write_tree(tree, "PyQt6", _folder("qgis-stubs", "_core.pyi"), _folder("PyQt6", "QtCore.pyi"))
    return tree


@pytest.fixture(scope="module")
def methods(tree: Path) -> dict[str, set[str]]:
    """Returns the members of each class of QGIS."""
    return {
        node.name: set(_members(node))
        for name in ("_core", "_gui")
        for node in ast.parse((tree / "qgis" / f"{name}.pyi").read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    }


def _members(node: ast.ClassDef) -> Iterator[str]:
    for each in node.body:
        if isinstance(each, ast.FunctionDef | ast.ClassDef):
            yield each.name
        elif isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            yield each.target.id


@pytest.mark.parametrize("line", NEVER_NONE)
def test_what_is_never_none_is_there(methods, line):
    holder, name = line.split(".")
    assert holder in methods
    assert name == "*" or name in methods[holder]


def test_the_stubs_know_the_names_of_older_versions(methods, tree):
    assert "QGIS_VERSION_INT" in methods["Qgis"]
    assert "QgsProcessingException" in methods
    text = (tree / "qgis" / "_core.pyi").read_text("utf-8")
    assert "        TypeVectorPolygon: Qgis.ProcessingSourceType\n" in text
    assert "PyQt5" not in text
