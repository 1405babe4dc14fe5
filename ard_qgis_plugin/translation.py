"""The language of the plugin's texts: that of QGIS where there is a translation, else English."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = "PlanetaryArd"
_FOLDER = Path(__file__).parent / "resources" / "i18n"


def tr(text: str) -> str:
    """Translates a text of the plugin; ids, parameter names and values never go through it."""
    return QCoreApplication.translate(CONTEXT, text)


def install_translator() -> QTranslator | None:
    """Has QGIS look up the plugin's texts in its language; returns what must be kept, if any."""
    path = _FOLDER / f"{QgsApplication.locale()[:2]}.qm"
    translator = QTranslator()
    if not path.is_file() or not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
