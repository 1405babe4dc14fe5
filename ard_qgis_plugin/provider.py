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
        """Adds the algorithms; they are imported here so that starting QGIS does not wait."""
        from .algorithms.addimages import AddImagesAlgorithm  # noqa: PLC0415
        from .algorithms.download import DownloadAlgorithm  # noqa: PLC0415
        from .algorithms.manifest import ManifestAlgorithm  # noqa: PLC0415
        from .algorithms.search import SearchAlgorithm  # noqa: PLC0415

        for algorithm in (
            SearchAlgorithm,
            ManifestAlgorithm,
            DownloadAlgorithm,
            AddImagesAlgorithm,
        ):
            self.addAlgorithm(algorithm())
