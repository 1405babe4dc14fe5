"""Writes the plugin's zip: one top folder, the same bytes from the same files."""

from __future__ import annotations

import argparse
import configparser
import shutil
import tempfile
import zipfile
from pathlib import Path

from .stage import ROOT, copy_plugin

_EPOCH = (1980, 1, 1, 0, 0, 0)


def version() -> str:
    """Returns the plugin's version from metadata.txt."""
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def package(folder: Path, libraries: Path | None) -> Path:
    """Writes the zip into `folder`, with `libraries` as extlibs/ where given; returns its path."""
    kind = "-offline" if libraries else ""
    target = folder / f"ard_qgis_plugin-{version()}{kind}.zip"
    with tempfile.TemporaryDirectory() as temporary:
        plugin = Path(temporary) / "ard_qgis_plugin"
        copy_plugin(plugin)
        if libraries:
            shutil.copytree(libraries, plugin / "extlibs")
        _zip(plugin, target)
    return target


def _zip(plugin: Path, target: Path) -> None:
    unfinished = target.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(plugin.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(str(path.relative_to(plugin.parent)), _EPOCH)
                entry.external_attr = (path.stat().st_mode & 0o777) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    unfinished.replace(target)


def main() -> None:
    """Writes the zip that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--with-libraries", type=Path)
    arguments = parser.parse_args()
    print(f"Packaged: {package(arguments.folder, arguments.with_libraries)}")


if __name__ == "__main__":
    main()
