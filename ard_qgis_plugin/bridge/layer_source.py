"""A layer as it is now, its unsaved edits included, for a thread beside the interface."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsVectorLayer, QgsVectorLayerFeatureSource


def source_of(layer: QgsVectorLayer) -> QgsVectorLayerFeatureSource:
    """Returns what another thread can read a layer from; called on the main thread.

    QGIS from 3.38 on looks up the project's variables where the filter of a layer in memory is used
    for the first time, and crashes where that is not the thread that changes them.
    """
    source = QgsVectorLayerFeatureSource(layer)
    if layer.subsetString() and layer.providerType() == "memory":
        source.getFeatures(QgsFeatureRequest()).close()
    return source
