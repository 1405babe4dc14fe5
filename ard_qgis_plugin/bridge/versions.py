"""What differs between the versions of QGIS that the plugin runs in: all of it stands here."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsApplication, QgsField, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType, QThreadPool, QVariant

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


def keep_worker_threads() -> None:
    """Has the threads of QGIS's tasks wait for further work as long as QGIS runs, not for 30 s.

    A CRS loses its PROJ object with the thread that was the first to make it, in all places that
    share it, QGIS's cache among them: its WKT is empty then, layers with it can't be transformed
    any more, and the next dialog of Processing can end QGIS 3.22. Up to 3.22 the tasks' threads
    are Qt's own, later the task manager's.
    """
    manager = QgsApplication.taskManager()
    for pool in (QThreadPool.globalInstance(), *manager.findChildren(QThreadPool)):
        pool.setExpiryTimeout(-1)
