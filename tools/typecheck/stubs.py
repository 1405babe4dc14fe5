"""Writes the stubs of `qgis` and of the Qt below it as one tree, put right where they are wrong.

PyPI's qgis-stubs know Qt 5 only and have no `qgis.PyQt`. Their faults stand in corrections/:
never_none.txt lists the methods whose results, and whose arguments where QGIS calls them, the stubs
take for things that may be None, though QGIS never gives that.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

_CORRECTIONS = Path(__file__).with_name("corrections")
_NEVER_NONE = frozenset((_CORRECTIONS / "never_none.txt").read_text("utf-8").split())
_MODULES = "QtCore QtGui QtNetwork QtPrintSupport QtSql QtTest QtWidgets QtXml sip".split()  # noqa: SIM905
_MOVED = ("QAction", "QActionGroup", "QShortcut")  # to QtGui in Qt 6; qgis.PyQt has them here too
_MOVED_BACK = "".join(f"from PyQt6.QtGui import {name} as {name}\n" for name in _MOVED)

_INDENT = 4
_CLASS = re.compile(r"( *)class (\w+)")
_METHOD = re.compile(r" *def (\w+)")
_OPTIONAL = re.compile(r"typing\.Optional\[((?:[^][]|\[[^][]*\])*)\]")
_QT_NONE = re.compile(r"\|None(?! = )")
_OPTIONAL_TEXT = re.compile(r"typing\.Optional\[str\]")
# such a line as "QgsProcessing.SourceType.TypeVector = Qgis.ProcessingSourceType.Vector"
_OLD_NAME = re.compile(r"^Qgs\w+\.(?:\w+\.)*(\w+) = ((?:\w+\.)+)\w+$", re.MULTILINE)
_OLD_CLASS = re.compile(r"^(Qgs\w+ = (?:Qgis\.|Qgs)\w+)$", re.MULTILINE)


def write_tree(tree: Path, qt: str, qgis_stubs: Path, qt_stubs: Path) -> None:
    """Writes `qgis` with `qt` ("PyQt5" or "PyQt6") below it, and that Qt itself."""
    shutil.rmtree(tree, ignore_errors=True)
    _write(tree / qt / "__init__.pyi", "")
    for source in qt_stubs.glob("Qt*.pyi"):
        _write(tree / qt / source.name, _qt(source.read_text("utf-8")))
    for name in _MODULES:
        more = _MOVED_BACK if (qt, name) == ("PyQt6", "QtWidgets") else ""
        _write(tree / "qgis" / "PyQt" / f"{name}.pyi", f"from {qt}.{name} import *\n{more}")
    for package in ("", "PyQt"):
        _write(tree / "qgis" / package / "__init__.pyi", "")
    for name in ("core", "gui"):
        text = (qgis_stubs / f"_{name}.pyi").read_text("utf-8")
        old_names = (qgis_stubs / name / "__init__.py").read_text("utf-8")
        corrections = (_CORRECTIONS / f"{name}.pyi").read_text("utf-8")
        text = _corrected(text, old_names, corrections).replace("PyQt5", qt)
        _write(tree / "qgis" / f"_{name}.pyi", text)
        _write(tree / "qgis" / f"{name}.pyi", f"from qgis._{name} import *\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _qt(text: str) -> str:
    """Returns a Qt stub that mypy can read and that says of None what PyQt5's say.

    PyQt6's mark every pointer as one that may be None, to and from Qt; PyQt5's mark none.
    """
    text = text.replace(", /)", ")")  # some stand behind *args
    return _QT_NONE.sub("", text)


def _corrected(text: str, old_names: str, corrections: str) -> str:
    """Returns a stub of QGIS with its old names, and with `corrections` in their classes."""
    more, end = _parts(corrections)
    for name, holder in _OLD_NAME.findall(old_names):
        more[holder.rstrip(".")].append(f"{name}: {holder.rstrip('.')}")
    lines = ["from typing import Any", *_merged(text, more), *_OLD_CLASS.findall(old_names), end]
    return "\n".join(lines)


def _parts(corrections: str) -> tuple[defaultdict[str, list[str]], str]:
    """Splits corrections into the lines for each class of the stubs, and new classes as text."""
    more = defaultdict[str, list[str]](list)
    known, _, new = corrections.partition("# Classes that the stubs don't have.\n")
    for line, path in _with_classes(known):
        if path and line.strip() and not _CLASS.match(line):
            more[path].append(line.strip())
    return more, new


def _merged(text: str, more: Mapping[str, list[str]]) -> Iterator[str]:
    """Yields the lines of a stub, those of `more` at the head of their classes."""
    # a text of Qt's is never None
    for line, path in _with_classes(_OPTIONAL_TEXT.sub("str", text)):
        method = _METHOD.match(line)
        if method and not _NEVER_NONE.isdisjoint((f"{path}.{method[1]}", f"{path}.*")):
            yield _OPTIONAL.sub(r"\1", line)
        else:
            yield line
        if (head := _CLASS.match(line)) and path in more:
            indent = " " * (len(head[1]) + _INDENT)
            yield from (indent + each for each in more[path])


def _with_classes(text: str) -> Iterator[tuple[str, str]]:
    """Yields each line with the class that it stands in, such as "Qgis.LayerType"."""
    path: list[str] = []
    for line in text.splitlines():
        if line.strip():
            depth = (len(line) - len(line.lstrip())) // _INDENT
            del path[depth:]
            if head := _CLASS.match(line):
                path.append(head[2])
        yield line, ".".join(path)
