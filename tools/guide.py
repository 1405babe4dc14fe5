"""Makes the user guide that comes with the plugin: HTML and pictures, read without a network."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

from .libraries import ROOT

DOCS = ROOT / "docs"
README = ROOT / "README.md"
# The pages, in the order of their list; LANGUAGE/NAME.md is the same in another language.
PAGES = {
    "start": "Five minutes with it",  # which is a section of the README
    "user-guide": "User guide",
    "light": "Light",
    "index": "A collection in a file",
    "cluster": "On a cluster",
}
TITLES = {
    "es": ("Cinco minutos", "Guía del usuario", "Luz", "Colección en un archivo", "En un clúster"),
    "fr": (
        *("Cinq minutes", "Guide de l’utilisateur", "Lumière"),
        *("Collection dans un fichier", "Sur une grappe"),
    ),
    "ja": ("最初の 5 分", "ユーザーガイド", "光", "1 つのファイルに", "クラスターで"),
}
ENGLISH = {"es": "en inglés", "fr": "en anglais", "ja": "英語"}
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
_WIDTH, _QUALITY = 800, 75  # of a picture: fifteen take nine tenths of a megabyte
_LINK = re.compile(r"(?:docs/|\.\./)?([\w-]+)\.md(#.*)?")
_PICTURE = re.compile(r"(?:docs/|\.\./)?images/([\w-]+)\.(?:png|svg)")
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


@dataclass(frozen=True)
class _Language:
    """The pages that there are in one language, "" for English, by their names."""

    code: str
    texts: dict[str, str]

    def address(self, name: str) -> str:
        """Returns where a page stands, seen from one of this language."""
        return f"{name}.html" if name in self.texts else f"../{name}.html"

    def title(self, name: str) -> str:
        """Returns what a page is called in the list of pages."""
        if not self.code:
            return PAGES[name]
        title = TITLES[self.code][list(PAGES).index(name)]
        return title if name in self.texts else f"{title} ({ENGLISH[self.code]})"


def write_guide(target: Path, docs: Path = DOCS, readme: Path = README) -> None:
    """Writes the guide's pages and pictures into a folder, which is made."""
    pictures: set[str] = set()
    for language in _languages(docs, readme):
        folder = target / language.code
        folder.mkdir(parents=True, exist_ok=True)
        for name in language.texts:
            _write_page(language, name, folder, pictures)
    _write_signposts(target)
    for name in sorted(pictures):
        _write_picture(docs / "images" / f"{name}.png", target / "images" / f"{name}.jpg")


def _languages(docs: Path, readme: Path) -> Iterator[_Language]:
    texts = {name: docs / f"{name}.md" for name in PAGES if name != "start"}
    begin = _section(readme.read_text(encoding="utf-8"), PAGES["start"])
    yield _Language("", {"start": begin, **_read(texts)})
    for code in TITLES:
        paths = {name: docs / code / f"{name}.md" for name in PAGES}
        yield _Language(code, _read({name: path for name, path in paths.items() if path.exists()}))


def _read(paths: dict[str, Path]) -> dict[str, str]:
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items()}


def _section(text: str, title: str) -> str:
    """Returns a section of a page as a page of its own."""
    _, found, behind = text.partition(f"\n## {title}\n")
    if not found:
        raise ValueError(f"there is no section {title}")
    return f"# {title}\n{behind.partition(chr(10) + '## ')[0]}\n"


def _write_page(language: _Language, name: str, folder: Path, pictures: set[str]) -> None:
    tokens = _markdown().parse(language.texts[name])
    above = "../" if language.code else ""
    for token in _all(tokens):
        if token.type == "link_open":
            _set_link(token, _address(str(token.attrGet("href")), language))
        elif token.type == "image" and (found := _PICTURE.fullmatch(str(token.attrGet("src")))):
            pictures.add(found[1])
            token.attrSet("src", f"{above}images/{found[1]}.jpg")
    _name_headings(tokens)
    body = _markdown().renderer.render(tokens, _markdown().options, {})
    (folder / f"{name}.html").write_text(_page(language, name, body), encoding="utf-8")


def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _all(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or ())


def _address(href: str, language: _Language) -> str:
    """Returns where a link leads: to the guide's page, "" where that is not in the guide."""
    found = _LINK.fullmatch(href)
    if not found:
        return href
    return f"{language.address(found[1])}{found[2] or ''}" if found[1] in PAGES else ""


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


def _page(language: _Language, name: str, body: str) -> str:
    links = " ".join(
        f'<a href="{language.address(each)}">{html.escape(language.title(each))}</a>'
        for each in PAGES
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{language.code or "en"}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>Planetary ARD: {html.escape(language.title(name))}</title>\n"
        f"<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<nav>{links}</nav>\n{body}</body>\n</html>\n"
    )


def _write_signposts(folder: Path) -> None:
    for name, place in ALGORITHMS.items():
        if f"{name}.html" != place:
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
