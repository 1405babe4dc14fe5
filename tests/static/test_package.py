"""The zip against what the QGIS plugin repository asks of an upload and scans it for.

The repository refuses an upload over its form (validator) and blocks a version over any finding of
bandit or detect-secrets and over some kinds of files; flake8 it only reports.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest

from tests.support.qgis_process import ROOT
from tools.package import package
from tools.stage import changelog, version

NAME = "ard_qgis_plugin"
REQUIRED = (
    *("name", "description", "about", "version", "qgisMinimumVersion", "author", "email"),
    *("tracker", "repository", "homepage", "tags", "category", "icon", "changelog", "license"),
)
FORBIDDEN_PARTS = {"__MACOSX", ".git", "__pycache__", "tests", "extlibs", "..", ""}
FORBIDDEN_ENDINGS = {
    *(".pyc", ".pyo", ".pyd", ".so", ".dll", ".dylib", ".exe", ".bat", ".cmd", ".sh", ".ps1"),
    *(".zip", ".whl", ".jar", ".qrc", ".ui"),
}


def scan(*command, folder):
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def entries(zip_path):
    with zipfile.ZipFile(zip_path) as archive:
        assert archive.testzip() is None
        return archive.infolist()


def test_it_is_small(zip_path):
    assert zip_path.stat().st_size < 2_000_000  # bytes; a tenth of what the repository takes


def test_it_is_named_after_plugin_and_version(zip_path, metadata):
    assert zip_path.name == f"{NAME}-{metadata['version']}.zip"


def test_it_has_one_folder_that_python_can_import(entries):
    tops = {entry.filename.partition("/")[0] for entry in entries}
    assert tops == {NAME}
    assert NAME.isidentifier()


@pytest.mark.parametrize("name", ["__init__.py", "metadata.txt", "LICENSE", "requirements.txt"])
def test_it_has_what_every_plugin_needs(name, unpacked):
    assert (unpacked / NAME / name).read_text(encoding="utf-8").strip()


def test_it_has_nothing_that_is_refused(entries):
    for entry in entries:
        path = PurePosixPath(entry.filename)
        assert not FORBIDDEN_PARTS.intersection(path.parts), path
        assert path.suffix.lower() not in FORBIDDEN_ENDINGS, path
        assert not any(part.startswith(".") for part in path.parts), path
        assert "\\" not in entry.filename
        assert entry.filename.isascii()


def test_nothing_in_it_can_be_executed_or_is_a_link(entries):
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}


def test_it_is_all_text_but_for_compiled_translations_and_the_guide_s_pictures(unpacked):
    for path in unpacked.rglob("*"):
        if path.is_file() and path.suffix not in {".qm", ".jpg"}:
            assert "\0" not in path.read_text(encoding="utf-8"), path


def test_the_same_files_give_the_same_bytes(zip_path, tmp_path):
    assert package(tmp_path).read_bytes() == zip_path.read_bytes()


def test_the_metadata_are_complete(metadata):
    assert [key for key in REQUIRED if not metadata.get(key, "").strip()] == []
    assert metadata["hasProcessingProvider"] == "yes"
    assert "supportsQt6" not in metadata
    for key in ("server", "experimental", "deprecated"):
        assert metadata[key] in {"True", "False"}


def test_the_name_and_texts_are_fit_to_be_listed(metadata):
    assert "plugin" not in metadata["name"].lower()
    assert "\n" not in metadata["description"]
    assert len(metadata["description"]) <= 200
    assert metadata["about"] != metadata["description"]
    assert "/" not in metadata["author"]
    assert re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]+", metadata["email"])
    tags = metadata["tags"].split(",")
    assert tags == [tag.strip().lower() for tag in tags]
    assert len(tags) == len(set(tags))


def test_versions_have_the_form_that_sorts(metadata):
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    least, most = (
        tuple(int(part) for part in metadata[key].split("."))
        for key in ("qgisMinimumVersion", "qgisMaximumVersion")
    )
    assert least == (3, 22)
    assert most == (4, 99)


@pytest.mark.parametrize("key", ["homepage", "repository", "tracker"])
def test_addresses_look_as_if_they_can_be_reached(key, metadata):
    address = urlsplit(metadata[key])
    assert address.scheme == "https"
    assert re.fullmatch(r"([a-z0-9-]+\.)+[a-z]{2,}", address.hostname)
    assert "example" not in address.hostname
    assert address.path.strip("/")


def test_the_icon_is_inside(metadata, unpacked):
    assert (unpacked / NAME / metadata["icon"]).is_file()


def test_the_changelog_comes_from_the_file(metadata):
    lines = metadata["changelog"].splitlines()
    assert lines[0].startswith(metadata["version"])
    bullets = re.findall(r"^- (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert len([line for line in lines if line.startswith("- ")]) == len(bullets) > 0
    assert "#" not in metadata["changelog"]


def test_a_changelog_with_every_trouble_can_still_be_read():
    said = changelog(
        "# Changelog\nIntro\n\n## [Unreleased]\n- 50 % `x`\n\n## [0.0.1] - 2026-01-02\n"
    )
    assert said == f"{version()}\n - 50 %% x\n 0.0.1 - 2026-01-02"


def test_bandit_finds_nothing(unpacked):
    done = scan("bandit", "-r", ".", "-f", "json", "--quiet", folder=unpacked)
    report = json.loads(done.stdout)
    assert report["errors"] == []
    found = [
        f"{one['filename']}:{one['line_number']} {one['test_id']}" for one in report["results"]
    ]
    assert found == []


def test_no_secret_is_inside(unpacked):
    report = json.loads(scan("detect_secrets", "scan", "--all-files", ".", folder=unpacked).stdout)
    assert len(report["plugins_used"]) > 20
    assert report["results"] == {}


def test_flake8_finds_nothing(unpacked):
    # E203: the formatter sets blanks around a slice's colon, as PEP 8 wants
    options = ("--isolated", "--max-line-length=120", "--extend-ignore=E203")
    done = scan("flake8", *options, ".", folder=unpacked)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
