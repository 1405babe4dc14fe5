"""Which wing of the package imports which, and what each is for."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from ..libraries import ROOT

PACKAGE = ROOT / "ard_qgis_plugin"
LAYERS = ("core", "bridge", "algorithms")
EVERYWHERE = "core/model"  # all the others use it

Uses = Mapping[str, frozenset[str]]
"""For each wing, such as "core/web", those that it imports from."""


def wings() -> dict[str, str]:
    """Returns the first line of each wing's docstring, the wings in alphabetical order."""
    found = sorted(path for layer in LAYERS for path in (PACKAGE / layer).glob("*/__init__.py"))
    texts = {path: ast.get_docstring(_tree(path)) or "" for path in found}
    return {
        path.parent.relative_to(PACKAGE).as_posix(): text.partition("\n")[0]
        for path, text in texts.items()
    }


def uses() -> Uses:
    """Returns what each wing imports from, those left out that follow from the others."""
    names = frozenset(wings())
    direct = {
        name: frozenset(
            other
            for path in (PACKAGE / name).rglob("*.py")
            for other in _imported(path)
            if other in names and other not in (name, EVERYWHERE)
        )
        for name in names - {EVERYWHERE}
    }
    return {name: _less_what_follows(name, direct) for name in direct}


def _less_what_follows(name: str, direct: Uses) -> frozenset[str]:
    nearest = direct[name]
    return frozenset(
        each
        for each in nearest
        if not any(each in _reached(other, direct) for other in nearest - {each})
    )


def _reached(name: str, direct: Uses) -> frozenset[str]:
    found = direct.get(name, frozenset())
    return found.union(*(_reached(each, direct) for each in found))


def _imported(path: Path) -> Iterator[str]:
    """Yields the wings that a file imports from, whatever stands in between."""
    folder = path.parent.relative_to(PACKAGE)
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and node.level:
            parts = folder.parts[: len(folder.parts) - node.level + 1]
            target = PurePosixPath(*parts, *(node.module or "").split("."))
            yield "/".join(target.parts[:2])


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))
