"""Puts a complete plugin, with its dependencies in extlibs/, where QGIS can load it."""

from __future__ import annotations

import argparse
import configparser
import re
import shutil
import subprocess
from pathlib import Path

from .guide import write_guide
from .libraries import ROOT, install_libraries

SOURCE = ROOT / "ard_qgis_plugin"
TRANSLATIONS = SOURCE / "resources" / "i18n"
_LRELEASE = "/usr/lib/qt5/bin/lrelease"  # of Debian's qttools5-dev-tools
_TOP_FILES = ("LICENSE", "CHANGELOG.md", "README.md")
_NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.pyc", "*.ts", "extlibs")


def version() -> str:
    """Returns the plugin's version from metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def copy_plugin(target: Path, *, offline: bool = False) -> None:
    """Copies the plugin's own files into `target`, which must not exist yet.

    `offline` leaves out what sends QGIS to the internet: the plugin that installs the libraries.
    """
    shutil.copytree(SOURCE, target, ignore=_NOT_SHIPPED)
    for name in _TOP_FILES:
        shutil.copy2(ROOT / name, target / name)
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        compile_translation(source, target / "resources" / "i18n" / f"{source.stem}.qm")
    write_guide(target / "resources" / "guide")
    metadata = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    changes = changelog((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    if offline:
        metadata = metadata.replace("plugin_dependencies=qpip\n", "")
    (target / "metadata.txt").write_text(f"{metadata}changelog={changes}\n", encoding="utf-8")


def compile_translation(source: Path, target: Path) -> None:
    """Turns a .ts file into what Qt loads; a text without a translation stays English."""
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([_LRELEASE, "-silent", source, "-qm", target], check=True)


def changelog(text: str) -> str:
    """Turns CHANGELOG.md into a metadata value: plain text, its further lines set in.

    What is not released yet stands under the version that metadata.txt already has.
    """
    _, _, versions = text.partition("\n## ")
    plain = versions.replace("[Unreleased]", version()).replace("`", "").replace("%", "%%")
    plain = re.sub(r"^#+ ", "", plain, flags=re.MULTILINE)
    plain = re.sub(r"^\[([^\]]+)\]", r"\1", plain, flags=re.MULTILINE)
    return "\n ".join(line for line in plain.splitlines() if line.strip())


def stage(target: Path) -> None:
    """Makes `target` the complete plugin; the libraries are kept while their list is the same."""
    fresh = target.with_name(f".{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    copy_plugin(fresh)
    libraries = target.parent.with_name("extlibs")
    install_libraries(libraries)
    shutil.copytree(libraries, fresh / "extlibs")
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def main() -> None:
    """Stages the plugin at the path that the command line gives."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    target = parser.parse_args().target
    target.parent.mkdir(parents=True, exist_ok=True)
    stage(target)
    print(f"Staged: {target}")


if __name__ == "__main__":
    main()
