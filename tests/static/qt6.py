"""What Qt 6 has, read from PyQt6's stubs, and what the sources of the plugin use of Qt and QGIS."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# qgis.PyQt of a Qt 6 build puts these back where Qt 5 had them.
MOVED_BACK = {"QtWidgets": {"QAction", "QActionGroup", "QShortcut"}}


@dataclass
class Stub:
    """Is a class of Qt 6: its bases by name, and its members; enums and classes are stubs too."""

    bases: list[str] = field(default_factory=list)
    members: dict[str, Stub | None] = field(default_factory=dict)

    @classmethod
    def of(cls, body: list[ast.stmt], bases: list[str]) -> Stub:
        """Reads the body of a class or module."""
        stub = cls(bases)
        for node in body:
            if isinstance(node, ast.ClassDef):
                stub.members[node.name] = cls.of(
                    node.body, [ast.unparse(one) for one in node.bases]
                )
            elif isinstance(node, ast.FunctionDef):
                stub.members.setdefault(node.name, None)
            elif isinstance(node, ast.Assign):
                stub.members |= {one.id: None for one in node.targets if isinstance(one, ast.Name)}
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                stub.members[node.target.id] = None
        return stub

    def names(self) -> Iterator[str]:
        """Yields the names of all members, theirs too."""
        for name, member in self.members.items():
            yield name
            if member:
                yield from member.names()


@cache
def module(name: str) -> Stub:
    """Returns a module of Qt 6, such as QtCore."""
    (folder,) = find_spec("PyQt6").submodule_search_locations
    text = Path(folder, f"{name}.pyi").read_text().replace(", /)", ")")  # some stand behind *args
    return Stub.of(ast.parse(text).body, [])


def has(module_name: str, chain: tuple[str, ...]) -> bool:
    """Says whether Qt 6 has `chain` in a module: ("Qt", "ItemFlag", "ItemIsUserCheckable")."""
    first, *rest = chain
    if first in MOVED_BACK.get(module_name, ()):
        return True
    found = module(module_name).members.get(first, ...)
    return found is not ... and _has(module_name, found, rest)


def _has(module_name: str, stub: Stub | None, rest: list[str]) -> bool:
    if not rest or stub is None:
        return True
    if rest[0] in stub.members:
        return _has(module_name, stub.members[rest[0]], rest[1:])
    if not stub.bases:
        return False
    return any(_inherits(module_name, base, rest) for base in stub.bases)


def _inherits(module_name: str, base: str, rest: list[str]) -> bool:
    *home, name = base.split(".")
    where = home[-1] if home else module_name
    if not where.startswith("Qt"):
        return where == "enum" and rest[0] in {"name", "value"}
    found = module(where).members.get(name)
    return found is not None and _has(where, found, rest)


@dataclass(frozen=True)
class Use:
    """Is one use of something imported from QGIS: `chain` from `module`, in `place`."""

    place: str
    module: str
    chain: tuple[str, ...]


def uses(name: str, tree: ast.AST) -> Iterator[Use]:
    """Yields what a file imports from qgis, and each dotted use of it."""
    imported = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis"):
            for alias in node.names:
                imported[alias.asname or alias.name] = (node.module, alias.name)
                yield Use(f"{name}:{node.lineno}", node.module, (alias.name,))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            root, chain = _chain(node)
            if root in imported:
                home, first = imported[root]
                yield Use(f"{name}:{node.lineno}", home, (first, *chain))


def _chain(node: ast.Attribute) -> tuple[str, tuple[str, ...]]:
    parts = [node.attr]
    value = node.value
    while isinstance(value, ast.Attribute):
        parts.append(value.attr)
        value = value.value
    return getattr(value, "id", ""), tuple(reversed(parts))


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


def _is_member(value: Any) -> bool:
    kind = type(value)
    return isinstance(value, int) and kind.__module__.startswith(("qgis", "PyQt", "enum"))
