"""Brings the translations in resources/i18n up to date with the texts of the plugin.

A text is a literal in a call of `tr`, the name of a body, or a paragraph of a help file. What is
new waits for its translation in the .ts files, what is no longer said is dropped.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from ard_qgis_plugin.core.model.bodies import BODIES

from .stage import SOURCE
from .stage import TRANSLATIONS as FOLDER

HELP = SOURCE / "resources" / "help"
CONTEXT = "PlanetaryArd"
_BODIES = "core/model/bodies.py"
_OF_OTHERS = ("base.py", "body_names.py", "translation.py")  # what tr gets there, others list
LANGUAGES = ("es", "fr", "ja")


class NotLiteralError(ValueError):
    """Text that `tr` gets and no translator can see, and where."""


def texts() -> dict[str, list[str]]:
    """Returns each text of the plugin with the places where it stands, in the order of files."""
    found: dict[str, list[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for text, line in _literals(path):
            found.setdefault(text, []).append(f"{path.relative_to(SOURCE).as_posix()}:{line}")
    for body in BODIES:
        found.setdefault(body.name, []).append(_BODIES)
    for path in sorted(HELP.glob("*.md")):
        for paragraph in paragraphs(path.read_text(encoding="utf-8")):
            found.setdefault(paragraph, []).append(path.relative_to(SOURCE).as_posix())
    return found


def paragraphs(markdown: str) -> list[str]:
    """Splits a help file where the plugin does."""
    return re.split(r"\n\s*\n", markdown.strip())


def _literals(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _is_tr(node.func):
            (argument,) = node.args
            if isinstance(argument, ast.Constant):
                yield str(argument.value), node.lineno
            elif path.name not in _OF_OTHERS:
                raise NotLiteralError(f"{path}:{node.lineno}: tr takes a literal")


def _is_tr(function: ast.expr) -> bool:
    return "tr" in (getattr(function, "id", ""), getattr(function, "attr", ""))


def translations(language: str) -> dict[str, str]:
    """Returns what a language's .ts file has; nothing for a text that waits."""
    path = FOLDER / f"{language}.ts"
    if not path.is_file():
        return {}
    messages = ET.parse(path).getroot().iter("message")  # noqa: S314 (our own file)
    return {one.findtext("source", ""): one.findtext("translation", "") for one in messages}


def update(language: str) -> int:
    """Writes a language's .ts file anew; returns how many texts wait for a translation."""
    known = translations(language)
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in texts():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(text) or None
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    (FOLDER / f"{language}.ts").write_text(f"{head}{body}\n", encoding="utf-8")
    return sum(not known.get(text) for text in texts())


def main() -> None:
    """Updates all languages."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        waiting = update(language)
        print(f"{language}.ts: {len(texts())} texts, {waiting} without a translation")


if __name__ == "__main__":
    main()
