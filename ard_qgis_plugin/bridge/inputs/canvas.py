"""Extents as Processing writes them; that of the map is the default of the search."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

from ...core.model.bodies import body_named


def canvas_extent() -> str | None:
    """Returns the canvas extent as Processing writes it, or None where there is no canvas."""
    from qgis.utils import iface  # noqa: PLC0415 (set only once the desktop is up)

    canvas = iface.mapCanvas() if iface else None
    if canvas is None or canvas.extent().isEmpty():
        return None
    return extent_text(canvas.extent(), canvas.mapSettings().destinationCrs())


def map_body() -> str:
    """Returns the name of the body that the map shows, "" where there is none, or the Earth's."""
    from qgis.utils import iface  # noqa: PLC0415

    canvas = iface.mapCanvas() if iface else None
    if canvas is None:
        return ""
    body = body_named(canvas.mapSettings().destinationCrs().celestialBodyName())
    return body.name if body else ""


def extent_text(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> str:
    """Writes an extent as Processing reads it: west, east, south, north and the CRS, if any."""
    numbers = (extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum())
    text = ",".join(f"{number:.12g}" for number in numbers)
    if not crs.isValid():
        return text
    return f"{text} [{crs.authid() or 'PROJ:' + crs.toProj()}]"
