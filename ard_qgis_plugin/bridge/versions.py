"""What differs between the versions of QGIS that the plugin runs in: all of it stands here."""

from __future__ import annotations

from qgis.core import Qgis, QgsField
from qgis.PyQt.QtCore import QMetaType, QVariant

_META_TYPES = Qgis.QGIS_VERSION_INT >= 33800  # noqa: PLR2004 (3.38 takes QMetaType in fields)


def text_field(name: str) -> QgsField:
    """Makes a text field."""
    return QgsField(name, QMetaType.Type.QString if _META_TYPES else QVariant.Type.String)


def number_field(name: str) -> QgsField:
    """Makes a field for doubles."""
    return QgsField(name, QMetaType.Type.Double if _META_TYPES else QVariant.Type.Double)


def time_field(name: str) -> QgsField:
    """Makes a field for date and time."""
    return QgsField(name, QMetaType.Type.QDateTime if _META_TYPES else QVariant.Type.DateTime)
