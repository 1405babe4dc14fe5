"""Planetary ARD: analysis ready planetary images on the QGIS canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import Plugin


def classFactory(iface: QgisInterface | None) -> Plugin:  # noqa: N802  (QGIS asks for this name)
    """Returns the plugin; `iface` is None where there is no desktop, as in qgis_process."""
    from .plugin import Plugin  # noqa: PLC0415  (importing the package alone costs nothing)

    return Plugin(iface)
