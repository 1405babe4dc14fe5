"""What a source file uses of QGIS, and of Qt through it: the facts that the rules for Qt 6 read."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any, NamedTuple

QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtXml")
QGIS_MODULES = ("qgis.core", "qgis.gui")


class Use(NamedTuple):
    """One use of something imported from QGIS: `chain` from `module`, in a line."""

    line: int
    module: str
    chain: tuple[str, ...]

    @property
    def qt(self) -> str:
        """Returns the module of Qt, such as QtCore; "" where it is something of QGIS's own."""
        return self.module.partition("qgis.PyQt.")[2]


def uses(tree: ast.AST) -> Iterator[Use]:
    """Yields what a file imports from qgis, and each dotted use of it."""
    imported = {name: (line, path) for name, line, path in _imported(tree)}
    for line, path in imported.values():
        yield _use(line, path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            root, *chain = ast.unparse(node).split(".")
            if root in imported:
                yield _use(node.lineno, ".".join((imported[root][1], *chain)))


def _imported(tree: ast.AST) -> Iterator[tuple[str, int, str]]:
    """Yields the names that a file gives to what it imports from qgis: (name, line, path)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for each in node.names:
                name = each.asname or each.name.partition(".")[0]
                path = each.name if each.asname else name
                if path.startswith("qgis"):
                    yield name, node.lineno, path
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis"):
            for each in node.names:
                yield each.asname or each.name, node.lineno, f"{node.module}.{each.name}"


def _use(line: int, path: str) -> Use:
    parts = path.split(".")
    end = len(parts)
    while not _is_module(".".join(parts[:end])):
        end -= 1
    return Use(line, ".".join(parts[:end]), tuple(parts[end:]))


@cache
def _is_module(path: str) -> bool:
    try:
        return find_spec(path) is not None
    except ModuleNotFoundError:  # what stands before the last dot is no package
        return False


def unscoped(use: Use) -> bool:
    """Says whether a use names a member of an enum on the class that holds the enum."""
    holder: Any = importlib.import_module(use.module)
    for part in use.chain:
        if not hasattr(holder, part):
            return False
        value = getattr(holder, part)
        if isinstance(holder, type) and _is_member(value) and type(value) is not holder:
            return True
        holder = value
    return False


@cache
def enum_members() -> frozenset[str]:
    """Returns the names of all members of enums that QGIS and Qt 5 have on classes."""
    return frozenset(
        name
        for holder in (*classes_of_qt(), *classes_of_qgis())
        for name, value in vars(holder).items()
        if name[0].isupper() and _is_member(value) and type(value) is not holder
    )


def _is_member(value: Any) -> bool:
    kind = type(value)
    return isinstance(value, int) and kind.__module__.startswith(("qgis", "PyQt", "enum"))


@cache
def classes_of_qt() -> tuple[type, ...]:
    """Returns all classes of Qt 5 that a plugin of this kind can meet."""
    return _classes([f"qgis.PyQt.{name}" for name in QT_MODULES])


@cache
def classes_of_qgis() -> tuple[type, ...]:
    """Returns all classes of QGIS."""
    return _classes(QGIS_MODULES)


def _classes(modules: list[str] | tuple[str, ...]) -> tuple[type, ...]:
    found = (vars(importlib.import_module(name)).values() for name in modules)
    return tuple(value for values in found for value in values if isinstance(value, type))
