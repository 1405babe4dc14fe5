"""The Processing provider: what the Toolbox lists under “Planetary ARD”."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .translation import tr

ICON_PATH = Path(__file__).parent / "resources" / "icon.svg"


class ArdProvider(QgsProcessingProvider):
    """Lists the algorithms; loads without the libraries that QGIS does not bring."""

    def id(self) -> str:
        """Returns the first half of each algorithm's id."""
        return "ard"

    def name(self) -> str:
        """Returns the name in the Toolbox; a proper name, the same in every language."""
        return "Planetary ARD"

    def longName(self) -> str:
        """Returns the name in full, for where there is room."""
        return tr("Planetary ARD (analysis ready data of the Moon and planets)")

    def icon(self) -> QIcon:
        """Returns the plugin's icon."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Returns the path of the plugin's icon."""
        return str(ICON_PATH)

    def loadAlgorithms(self) -> None:
        """Adds the algorithms as declared; what works is imported when one is to run."""
        from .algorithms.addimages_declaration import AddImagesDeclaration  # noqa: PLC0415
        from .algorithms.download_declaration import DownloadDeclaration  # noqa: PLC0415
        from .algorithms.manifest_declaration import ManifestDeclaration  # noqa: PLC0415
        from .algorithms.search_declaration import SearchDeclaration  # noqa: PLC0415

        for algorithm in (
            SearchDeclaration,
            ManifestDeclaration,
            DownloadDeclaration,
            AddImagesDeclaration,
        ):
            self.addAlgorithm(algorithm())
