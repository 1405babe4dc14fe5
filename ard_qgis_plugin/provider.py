"""The Processing provider: what the Toolbox lists under “Planetary ARD”."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .translation import tr

if TYPE_CHECKING:
    from .algorithms.base import ArdAlgorithm

# Where each algorithm is declared, which is all that QGIS loads at its start; below `algorithms`.
# What does its work is the class XAlgorithm in the file beside that of XDeclaration.
_DECLARATIONS = (
    "search.search:Search",
    "search.index:Index",
    "light.stereopairs:StereoPairs",
    "light.looks:Looks",
    "light.cover:Cover",
    "light.coverage:Coverage",
    "light.lightgroups:LightGroups",
    "download.manifest:Manifest",
    "download.download:Download",
    "download.addimages:AddImages",
)

ICON_PATH = Path(__file__).parent / "resources" / "icon.svg"


class ArdProvider(QgsProcessingProvider):
    """The list of algorithms; loads without the libraries that QGIS does not bring."""

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
        for place in _DECLARATIONS:
            module, _, name = place.partition(":")
            declaration = _loaded(f"{module}_declaration", f"{name}Declaration")
            self.addAlgorithm(declaration(partial(_loaded, module, f"{name}Algorithm")))


def _loaded(module: str, name: str) -> type[ArdAlgorithm]:
    """Imports a class from a module below `algorithms`, as the import statement does.

    QGIS notes what that brings, and lets go of it with the plugin: an update while QGIS runs would
    else have the algorithms of before.
    """
    found: type[ArdAlgorithm] = getattr(
        __import__(f"algorithms.{module}", globals(), None, [name], 1), name
    )
    return found
