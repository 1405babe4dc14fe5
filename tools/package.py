"""Writes the plugin's zip: one top folder, the same bytes from the same files."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import zipfile
from pathlib import Path

from .libraries import install_everywhere
from .stage import SOURCE, copy_plugin, version

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16  # the repository frowns on anything that can be executed


def package(folder: Path, *, offline: bool = False) -> Path:
    """Writes the zip into `folder`, with the libraries inside if `offline`; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{SOURCE.name}-{version()}{'-offline' if offline else ''}.zip"
    with tempfile.TemporaryDirectory() as temporary:
        plugin = Path(temporary) / SOURCE.name
        copy_plugin(plugin, offline=offline)
        if offline:
            libraries = folder / "extlibs-offline"
            install_everywhere(libraries)
            hidden = shutil.ignore_patterns(".*")
            shutil.copytree(libraries, plugin / "extlibs", ignore=hidden)
        _zip(plugin, target)
    return target


def _zip(plugin: Path, target: Path) -> None:
    unfinished = target.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(plugin.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(plugin.parent).as_posix(), _EPOCH)
                entry.external_attr = _PLAIN_FILE
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes(), compresslevel=9)
    unfinished.replace(target)


def main() -> None:
    """Writes the zip that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--offline", action="store_true")
    arguments = parser.parse_args()
    print(f"Packaged: {package(arguments.folder, offline=arguments.offline)}")


if __name__ == "__main__":
    main()
