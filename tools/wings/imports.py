"""Which wing of the package imports which, and what each is for."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from .sources import folder, trees, used_files

LAYERS = ("core", "bridge", "algorithms")
EVERYWHERE = "core/model"  # all the others use it

Uses = Mapping[str, frozenset[str]]
"""For each wing, such as "core/web", those that it imports from."""


def wings() -> dict[str, str]:
    """Returns the first line of each wing's docstring, the wings in alphabetical order."""
    texts = {
        _wing(name): ast.get_docstring(tree) or ""
        for name, tree in trees().items()
        if name.endswith("/__init__.py") and folder(name) == _wing(name)
    }
    return {name: text.partition("\n")[0] for name, text in texts.items() if name}


def uses() -> Uses:
    """Returns what each wing imports from, those left out that follow from the others."""
    names = frozenset(wings())
    direct = {
        name: frozenset(
            other
            for file in trees()
            if _wing(file) == name
            for other in map(_wing, used_files(file))
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


def _wing(name: str) -> str:
    """Returns the wing that a file is in, "core/web" for those of wings in it too; or ""."""
    layer, *inner = folder(name).split("/")
    return f"{layer}/{inner[0]}" if layer in LAYERS and inner else ""
