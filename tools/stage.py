"""Puts a complete plugin, with its dependencies in extlibs/, where QGIS can load it."""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "ard_qgis_plugin"
_TOP_FILES = ("metadata.txt", "LICENSE", "CHANGELOG.md", "README.md")
_NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.pyc", "extlibs")


def copy_plugin(target: Path) -> None:
    """Copies the plugin's own files into `target`, which must not exist yet."""
    shutil.copytree(SOURCE, target, ignore=_NOT_SHIPPED)
    for name in _TOP_FILES:
        shutil.copy2(ROOT / name, target / name)


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


def install_libraries(folder: Path) -> None:
    """Installs the plugin's requirements into `folder`, unless they are there already."""
    requirements = SOURCE / "requirements.txt"
    key = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    stamp = folder / ".requirements"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == key:
        return
    print("Installing the plugin's libraries for staging")
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"]
    subprocess.run([*command, "--target", str(folder), "-r", str(requirements)], check=True)
    stamp.write_text(key, encoding="utf-8")


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
