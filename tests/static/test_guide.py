"""The user guide in the package: whole, with its pictures, and read without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.support.qgis_process import ROOT
from tools.guide import ALGORITHMS, ENGLISH, PAGES, TITLES, write_guide

GUIDE = "ard_qgis_plugin/resources/guide"


class Page(HTMLParser):
    """What a page leads to, what can be led to in it, and its text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = set()
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.links += [values[name] for name in ("href", "src") if name in values]
        self.names.update(values.get("id", "").split())
        if values.get("http-equiv") == "refresh":
            self.links.append(values["content"].partition("url=")[2])

    def handle_data(self, data: str) -> None:
        self.text += data


def pages(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*.html"))


def broken(folder: Path) -> list[str]:
    """Returns the links of a guide that lead nowhere, or out of it."""
    read = {path: Page(path) for path in pages(folder)}
    found = []
    for path, page in read.items():
        for link in page.links:
            file, _, name = link.partition("#")
            there = (path.parent / file).resolve() if file else path
            if re.match(r"https?:", link):
                continue
            if not there.is_file() or (name and name not in read[there].names):
                found.append(f"{path.name}: {link}")
    return found


@pytest.fixture(scope="module")
def guide(unpacked: Path) -> Path:
    return unpacked / GUIDE


def test_every_page_is_there_with_its_pictures(guide):
    assert {f"{name}.html" for name in PAGES} <= {path.name for path in pages(guide)}
    assert broken(guide) == []
    for picture in (guide / "images").iterdir():
        assert picture.read_bytes().startswith(b"\xff\xd8\xff")


def test_every_algorithm_s_help_leads_to_what_is_said_of_it(guide):
    helps = {path.stem for path in (ROOT / "ard_qgis_plugin/resources/help").glob("*.md")}
    assert set(ALGORITHMS) == helps
    for name, place in ALGORITHMS.items():
        assert (guide / f"{name}.html").is_file()
        file, _, section = place.partition("#")
        assert not section or section in Page(guide / file).names


def test_what_the_sources_say_is_in_the_page(guide):
    page = Page(guide / "user-guide.html")
    assert "qgis_process run ard:search" in page.text
    assert "IAU_2015:30100" in page.text
    assert "**" not in page.text
    assert "|---" not in page.text


@pytest.mark.parametrize("language", TITLES)
def test_the_guide_begins_in_the_user_s_language(guide, language):
    page = Page(guide / language / "start.html")
    assert "qgis_process run ard:search" in page.text
    for name in PAGES:  # from each language the rest is a click away
        there = (guide / language / f"{name}.html").exists()
        assert (f"{name}.html" if there else f"../{name}.html") in page.links
    assert "../user-guide.html#the-image-finder" in page.links
    assert ENGLISH[language] in page.text
    english = Page(guide / "start.html")
    pictures = [{Path(one).name for one in each.links if "jpg" in one} for each in (page, english)]
    assert pictures[0] == pictures[1] != set()


@pytest.mark.parametrize("language", TITLES)
def test_what_is_pressed_is_called_as_in_the_plugin(guide, language):
    """Each name that the tutorial gives a button is in the translation of the plugin's texts."""
    tree = ET.parse(ROOT / f"ard_qgis_plugin/resources/i18n/{language}.ts")  # noqa: S314 (our own)
    said = {each.findtext("source"): each.findtext("translation") for each in tree.iter("message")}
    text = Page(guide / language / "start.html").text
    for name in ("Search", "Go to", "At a point", "Add to map", "Download…", "Manifest…"):
        assert said[name] in text
    assert said["Footprints"].lower() in text.lower()


def test_a_page_in_another_language_stands_in_its_folder(tmp_path):
    docs = tmp_path / "docs"
    (docs / "images").mkdir(parents=True)
    (docs / "fr").mkdir()
    (docs / "images" / "a.png").write_bytes((ROOT / "docs/images/view-180.png").read_bytes())
    for name in PAGES:
        (docs / f"{name}.md").write_text(f"# {name}\n\n## Search\n![a](images/a.png)\n")
    text = "# Guide\n[lumière](../light.md), [de plus](../x.md) ![a](../images/a.png)\n"
    (docs / "fr" / "user-guide.md").write_text(text)
    readme = tmp_path / "README.md"
    readme.write_text("# P\n\n## Five minutes with it\n![a](docs/images/a.png)\n\n## Rest\nno\n")
    write_guide(tmp_path / "guide", docs, readme)
    french = tmp_path / "guide" / "fr"
    assert {path.name for path in french.iterdir()} == {"user-guide.html"}
    page = Page(french / "user-guide.html")
    assert {"../light.html", "../images/a.jpg", "user-guide.html"} <= set(page.links)
    assert "de plus" in page.text
    first = Page(tmp_path / "guide" / "start.html")
    assert "images/a.jpg" in first.links
    assert "Rest" not in first.text


def test_nothing_at_run_time_depends_on_an_address_of_the_project(unpacked):
    """Homepage, tracker and repository stand in metadata.txt, to be set at publishing."""
    for path in (unpacked / "ard_qgis_plugin").rglob("*.py"):
        assert "github.com/planetary-ard" not in path.read_text(encoding="utf-8"), path
