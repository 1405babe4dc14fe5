"""Whether coordinates are longitude and latitude."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsUnitTypes


def is_in_degrees(crs: QgsCoordinateReferenceSystem) -> bool:
    """Says whether a CRS is in degrees."""
    # isGeographic() is False in QGIS 3.22 for a lon/lat CRS of the user's own.
    return crs.isGeographic() or QgsUnitTypes.encodeUnit(crs.mapUnits()) == "degrees"
