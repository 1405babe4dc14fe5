"""What would keep a source file from running on Qt 6: rules, each of which yields what it finds."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache

from tests.static import qt6, sources

# The one file that may name what only Qt 5 has, behind a look at the version.
VERSIONS = "bridge/versions.py"
_FOREIGN = re.compile(r"(PyQt\d|PySide\d?|sip|qtpy)(\.|$)")
_LOOK = "_META_TYPES"

Finding = tuple[int, str]  # line and name
Rule = Callable[[ast.AST], Iterator[Finding]]


def foreign_qt(tree: ast.AST) -> Iterator[Finding]:
    """Yields what doesn't come through qgis.PyQt, and what is not imported by name."""
    for node in ast.walk(tree):
        names = [each.name for each in getattr(node, "names", ()) if isinstance(each, ast.alias)]
        modules = names if isinstance(node, ast.Import) else [getattr(node, "module", None) or ""]
        loaded = [node.value] if isinstance(getattr(node, "value", None), str) else []
        yield from ((node.lineno, name) for name in (*modules, *loaded) if _FOREIGN.match(name))
        if "*" in names:
            yield node.lineno, "*"


def unknown_to_qt_6(tree: ast.AST) -> Iterator[Finding]:
    """Yields the classes, enums and methods that are named and that Qt 6 doesn't have."""
    for use in sources.uses(tree):
        if use.qt and use.chain and not qt6.has(use.qt, use.chain):
            yield use.line, ".".join(use.chain)


def unscoped_enums(tree: ast.AST) -> Iterator[Finding]:
    """Yields members of enums that are named on the class that holds the enum, or on self."""
    for use in sources.uses(tree):
        if sources.unscoped(use):
            yield use.line, ".".join(use.chain)
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and ast.unparse(node.value) in {"self", "cls", "type(self)", "super()"}
            and node.attr in sources.enum_members()
        ):
            yield node.lineno, ast.unparse(node)


def removed_methods(tree: ast.AST) -> Iterator[Finding]:
    """Yields attributes that classes of Qt 5 have and none of Qt 6 or QGIS: exec_ and the like."""
    if any(use.qt for use in sources.uses(tree)):
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in _removed():
                yield node.lineno, node.attr


@cache
def _removed() -> frozenset[str]:
    five = {name for each in sources.classes_of_qt() for name in dir(each)}
    six = {name for module in sources.QT_MODULES for name in qt6.module(module).names()}
    of_qgis = {name for each in sources.classes_of_qgis() for name in vars(each)}
    of_qgis -= {"exec_", "print_"}  # QGIS has these as long as it stands on Qt 5
    return frozenset(name for name in five - six - of_qgis if not name.startswith("__"))


def signals_by_type(tree: ast.AST) -> Iterator[Finding]:
    """Yields signals that are picked among several by type: Qt 6 has one each."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in {"connect", "disconnect", "emit"}
            and isinstance(node.value, ast.Subscript)
            and isinstance(node.value.value, ast.Attribute)
        ):
            yield node.lineno, ast.unparse(node.value)


def variant_types(tree: ast.AST) -> Iterator[Finding]:
    """Yields QVariant wherever it stands, but for the part of a choice where QMetaType is undue."""
    undue = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.IfExp) and ast.unparse(node.test) == _LOOK
        for inner in ast.walk(node.orelse)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and id(node) not in undue:
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name == "QVariant":
                yield node.lineno, name


def forms(tree: ast.AST) -> Iterator[Finding]:
    """Yields what loads forms made for Qt 5."""
    for use in sources.uses(tree):
        if use.module == "qgis.PyQt.uic":
            yield use.line, "uic"


RULES: tuple[Rule, ...] = (
    foreign_qt,
    unknown_to_qt_6,
    unscoped_enums,
    removed_methods,
    signals_by_type,
    variant_types,
    forms,
)
