"""What differs between the versions of QGIS that the plugin runs in: all of it stands here."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsField, QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType, QVariant

_META_TYPES = Qgis.QGIS_VERSION_INT >= 33800  # noqa: PLR2004 (3.38 takes QMetaType in fields)
_TYPES: Any = (
    QMetaType.Type if _META_TYPES else QVariant.Type  # type: ignore[attr-defined, unused-ignore]  # Qt 6 has none
)


def text_field(name: str) -> QgsField:
    """Makes a text field."""
    return QgsField(name, _TYPES.QString if _META_TYPES else _TYPES.String)


def number_field(name: str) -> QgsField:
    """Makes a field for doubles."""
    return QgsField(name, _TYPES.Double)


def time_field(name: str) -> QgsField:
    """Makes a field for date and time."""
    return QgsField(name, _TYPES.QDateTime if _META_TYPES else _TYPES.DateTime)


def count_field(name: str) -> QgsField:
    """Makes a field for whole numbers of 64 bits."""
    return QgsField(name, _TYPES.LongLong)


def save_default_style(layer: QgsVectorLayer, name: str) -> None:
    """Stores the layer's style as the default one in the database that the layer comes from.

    One of the same name is taken out before, for QGIS would open a dialog to ask, in any thread.
    """
    own, identifiers, names, *_ = layer.listStylesInDatabase()
    # those of other layers come behind the layer's own
    for identifier, stored in zip(identifiers[:own], names[:own], strict=True):
        if stored == name:
            layer.deleteStyleFromDatabase(identifier)
    if hasattr(layer, "saveStyleToDatabaseV2"):  # late 3.44 and on
        layer.saveStyleToDatabaseV2(name, "", True, "")
    else:
        layer.saveStyleToDatabase(name, "", True, "")


def share_crs(codes: Iterable[str]) -> None:
    """Makes CRSs in the main thread, so that what other threads make of the same codes lasts.

    In QGIS 3.22 a CRS loses its PROJ object with the thread that was the first to make it: layers
    with it can't be transformed any more, and the next dialog of Processing ends QGIS.
    """
    for code in codes:
        QgsCoordinateReferenceSystem(code)


def own_crs(layer: QgsMapLayer) -> None:
    """Makes a layer's CRS the main thread's own, where another thread may have made it.

    Whatever the version, a CRS loses its PROJ object with the thread that made it, half a minute
    after that thread was last in use. The layer is then drawn at the map's origin, and the next
    error of PROJ ends QGIS. A change of the CRS makes it anew, in the thread that changes it.
    """
    crs = QgsCoordinateReferenceSystem(layer.crs())
    epoch = crs.coordinateEpoch()
    crs.setCoordinateEpoch(0.0 if math.isnan(epoch) else math.nan)
    crs.setCoordinateEpoch(epoch)
    layer.setCrs(crs)
