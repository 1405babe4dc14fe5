"""The folder of downloads: the last one, or else a folder of that name among the user's own."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingUtils, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from ...settings import GROUP

_KEY = f"{GROUP}/download_folder"
_NAME = "planetary-ard"


def download_folder() -> str:
    """Returns where a download goes that names no folder; it need not be there yet."""
    if last := str(QgsSettings().value(_KEY, "", str)):
        return last
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(documents or Path.home(), _NAME))


def remember_download_folder(folder: Path) -> None:
    """Keeps a folder for the next time; one that QGIS deletes at its end is not kept."""
    if Path(QgsProcessingUtils.tempFolder()) not in folder.parents:
        QgsSettings().setValue(_KEY, str(folder.absolute()))


def images_folder() -> str | None:
    """Returns where downloaded images are, None where nothing was ever downloaded."""
    folder = download_folder()
    return folder if Path(folder).is_dir() else None
