"""What the files of the package import, read from their source: anywhere in them, and for types."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath

from ..libraries import ROOT

PACKAGE = ROOT / "ard_qgis_plugin"


@cache
def trees() -> dict[str, ast.Module]:
    """Returns the parsed files by their paths in the package, such as "core/web/fetch.py"."""
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def folder(name: str) -> str:
    """Returns the folder of a file; "." for the package's own."""
    return PurePosixPath(name).parent.as_posix()


def imported(name: str, tree: ast.AST | None = None) -> Iterator[str]:
    """Yields what a file imports, or a part of it, each name in full: "qgis.core.QgsProject"."""
    package = PurePosixPath(name).parent.parts
    for node in ast.walk(tree or trees()[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = (PACKAGE.name, *package[: len(package) - node.level + 1]) if node.level else ()
            start = [*above, *([node.module] if node.module else [])]
            yield from (".".join([*start, alias.name]) for alias in node.names)


@cache
def used_files(name: str) -> frozenset[str]:
    """Returns the files of the package that a file imports from, itself left out.

    Raises LookupError for an import of the package that leads to no file.
    """
    own = (one for one in imported(name) if one.partition(".")[0] == PACKAGE.name)
    return frozenset(map(_file, own)) - {name}


def _file(imported_name: str) -> str:
    path = PurePosixPath(*imported_name.split(".")[1:])
    module, holder = path.as_posix(), path.parent.as_posix()
    for place in (f"{module}.py", f"{holder}.py", f"{module}/__init__.py", f"{holder}/__init__.py"):
        if PurePosixPath(place).as_posix() in trees():
            return PurePosixPath(place).as_posix()
    raise LookupError(f"{imported_name} is in no file")
