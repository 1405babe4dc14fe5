"""What the map canvas shows, for the default of the search's extent."""

from __future__ import annotations


def canvas_extent() -> str | None:
    """Returns the canvas extent as Processing writes it, or None where there is no canvas."""
    from qgis.utils import iface  # noqa: PLC0415 (set only once the desktop is up)

    canvas = iface.mapCanvas() if iface else None
    if canvas is None or canvas.extent().isEmpty():
        return None
    extent, crs = canvas.extent(), canvas.mapSettings().destinationCrs()
    numbers = (extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum())
    text = ",".join(f"{number:.9f}" for number in numbers)
    if not crs.isValid():
        return text
    return f"{text} [{crs.authid() or 'PROJ:' + crs.toProj()}]"
