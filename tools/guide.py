"""Makes the user guide that comes with the plugin: HTML and pictures, read without a network."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

from .libraries import ROOT

DOCS = ROOT / "docs"
# The pages, in the order of their list; NAME.LANGUAGE.md is the same in another language.
PAGES = {
    "user-guide": "User guide",
    "light": "Light",
    "index": "A collection in a file",
    "cluster": "On a cluster",
}
# Where the help of an algorithm begins. Each has a page of its own that leads there, since systems
# that are to open a file lose what stands behind “#”.
ALGORITHMS = {
    "search": "user-guide.html#search",
    "index": "index.html",
    "manifest": "user-guide.html#manifest",
    "download": "user-guide.html#download",
    "addimages": "user-guide.html#images-on-the-map",
    "looks": "light.html#incidence-anywhere",
    "stereopairs": "light.html#stereo-pairs",
    "lightgroups": "light.html#groups-of-like-light",
    "cover": "light.html#fewest-images",
    "coverage": "light.html#coverage-map",
}
_WIDTH, _QUALITY = 720, 60  # of a picture: eight take a third of a megabyte
_LINK = re.compile(r"([\w-]+)\.md(#.*)?")
_PICTURE = re.compile(r"images/([\w-]+)\.(?:png|svg)")
_STYLE = """
body { font: 16px/1.5 sans-serif; color: #222; background: #fff; margin: 0 auto; padding: 1em 2em;
       max-width: 46em; }
nav { border-bottom: 1px solid #ccc; padding-bottom: .5em; }
nav a { margin-right: 1.2em; }
code, pre { font-family: monospace; background: #f3f3f3; }
pre { padding: .6em; overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid #ccc; padding: .2em .6em; text-align: left; vertical-align: top; }
img { max-width: 100%; height: auto; }
"""


def write_guide(target: Path, docs: Path = DOCS) -> None:
    """Writes the guide's pages and pictures into a folder, which is made."""
    target.mkdir(parents=True, exist_ok=True)
    pictures: set[str] = set()
    for path in sorted(docs.glob("*.md")):
        name, _, language = path.stem.partition(".")
        if name in PAGES:
            folder = target / language
            folder.mkdir(exist_ok=True)
            _write_page(path, folder, pictures)
    for folder in (target, *(each for each in target.iterdir() if each.is_dir())):
        _write_signposts(folder)
    for name in sorted(pictures):
        _write_picture(docs / "images" / f"{name}.png", target / "images" / f"{name}.jpg")


def _write_page(path: Path, folder: Path, pictures: set[str]) -> None:
    name, _, language = path.stem.partition(".")
    tokens = _markdown().parse(path.read_text(encoding="utf-8"))
    above = "../" if language else ""
    for token in _all(tokens):
        if token.type == "link_open":
            _set_link(token, _address(str(token.attrGet("href")), folder, above))
        elif token.type == "image" and (found := _PICTURE.fullmatch(str(token.attrGet("src")))):
            pictures.add(found[1])
            token.attrSet("src", f"{above}images/{found[1]}.jpg")
    _name_headings(tokens)
    body = _markdown().renderer.render(tokens, _markdown().options, {})
    (folder / f"{name}.html").write_text(_page(PAGES[name], body, language), encoding="utf-8")


def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _all(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or ())


def _address(href: str, folder: Path, above: str) -> str:
    """Returns where a link leads: to the guide's page, "" where that is not in the guide."""
    found = _LINK.fullmatch(href)
    if not found:
        return href
    if found[1] not in PAGES:
        return ""
    there = (folder / f"{found[1]}.html").exists() or not above
    return f"{'' if there else above}{found[1]}.html{found[2] or ''}"


def _set_link(token: Token, href: str) -> None:
    """Gives a link its address; one that leads nowhere stays as a mere anchor."""
    token.attrs.pop("href", None)
    if href:
        token.attrSet("href", href)


def _name_headings(tokens: list[Token]) -> None:
    """Gives headings the names by which links find them."""
    for opening, text in pairwise(tokens):
        if opening.type == "heading_open":
            words = re.sub(r"[^\w\s-]", "", text.content.lower())
            opening.attrSet("id", "-".join(words.split()))


def _page(title: str, body: str, language: str) -> str:
    links = " ".join(
        f'<a href="{name}.html">{html.escape(each)}</a>' for name, each in PAGES.items()
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{language or "en"}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>Planetary ARD: {html.escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<nav>{links}</nav>\n{body}</body>\n</html>\n"
    )


def _write_signposts(folder: Path) -> None:
    for name, place in ALGORITHMS.items():
        page = place.partition("#")[0]
        if (folder / page).exists() and f"{name}.html" != page:
            (folder / f"{name}.html").write_text(
                f'<!DOCTYPE html>\n<meta charset="utf-8">\n<title>Planetary ARD</title>\n'
                f'<meta http-equiv="refresh" content="0; url={place}">\n'
                f'<a href="{place}">{place}</a>\n',
                encoding="utf-8",
            )


def _write_picture(source: Path, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    picture = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB888)
    if picture.isNull():
        raise FileNotFoundError(f"{source} is no picture")
    smooth = Qt.TransformationMode.SmoothTransformation
    small = picture.scaledToWidth(min(_WIDTH, picture.width()), smooth)
    small.save(str(target), "JPG", _QUALITY)
