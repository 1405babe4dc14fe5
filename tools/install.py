"""Installs the staged plugin into the user's QGIS profile."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path


def profile_plugins() -> Path:
    """Returns the plugin folder of the user's default QGIS profile."""
    data = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return data / "QGIS" / "QGIS3" / "profiles" / "default" / "python" / "plugins"


def main() -> None:
    """Copies the staged plugin, replacing an earlier one only when the copy is whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", type=Path)
    stage = parser.parse_args().stage
    target = profile_plugins() / stage.name
    fresh = target.with_name(f".{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(stage, fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    print(
        f"Installed: {target}\n"
        "In QGIS tick “Planetary ARD” in Plugins › Manage and install plugins; for qgis_process:\n"
        f"qgis_process plugins enable {target.name}    (on Debian 12 qgis_process.bin)"
    )


if __name__ == "__main__":
    main()
