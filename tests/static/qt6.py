"""What Qt 6 has, read from PyQt6's stubs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# qgis.PyQt of a Qt 6 build puts these back where Qt 5 had them.
MOVED_BACK = {"QtWidgets": {"QAction", "QActionGroup", "QShortcut"}}


@dataclass
class Stub:
    """A class of Qt 6: its bases by name, and its members; enums and classes are stubs too."""

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
    """Returns a module of Qt 6, such as QtCore; an empty one for what Qt 6 doesn't have."""
    (folder,) = find_spec("PyQt6").submodule_search_locations
    path = Path(folder, f"{name}.pyi")
    text = path.read_text() if path.exists() else ""
    text = text.replace(", /)", ")")  # some stand behind *args
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
