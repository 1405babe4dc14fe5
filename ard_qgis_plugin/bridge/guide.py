"""The user guide, which came with the plugin: its pages, in QGIS's language where there is one."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication

_FOLDER = Path(__file__).parents[1] / "resources" / "guide"


def guide_url(name: str = "start") -> str:
    """Returns the address of a page of the guide; "" in sources, where it is not made yet."""
    language = QgsApplication.locale()[:2]
    for folder in (_FOLDER / language, _FOLDER):
        path = folder / f"{name}.html"
        if path.is_file():
            return path.absolute().as_uri()
    return ""
