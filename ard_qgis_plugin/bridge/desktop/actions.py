"""Actions on footprints: in the layer's context menu, the attribute table, the identify results."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from qgis.core import (
    QgsFeature,
    QgsMapLayer,
    QgsMapLayerType,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface, QgsGui, QgsMapLayerAction
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction

from ...settings import load_settings
from ...translation import tr
from ..inputs.footprint_source import is_footprint_layer

_MENU = "Planetary ARD"

OpenDialog = Callable[[str, dict[str, Any]], Any]
"""Opens the dialog of an algorithm with some of its parameters."""


class _FeatureAction(QgsMapLayerAction):
    """An action on one footprint; other layers don't have it."""

    def __init__(self, title: str, icon: QIcon, parent: Any) -> None:
        kind, target = QgsMapLayerType.VectorLayer, QgsMapLayerAction.Target.SingleFeature
        super().__init__(title, parent, kind, target, icon)

    def canRunUsingLayer(self, layer: QgsMapLayer, *_context: Any) -> bool:
        """Says whether the layer has footprints."""
        return _has_footprints(layer)


class FootprintActions:
    """The actions on footprints in QGIS; `remove` takes them out again."""

    def __init__(self, iface: QgisInterface, icon: QIcon, open_dialog: OpenDialog) -> None:
        self._iface = iface
        self._open_dialog = open_dialog
        self._on_feature = [
            self._feature_action(title, icon, slot)
            for title, slot in (
                (tr("Add this image to the map"), self._add_one),
                (tr("Download this image"), self._download_one),
                (tr("Open its page in the catalogue"), _open_page),
                (tr("Show its thumbnail"), _show_thumbnail),
            )
        ]
        self._on_layer = [
            self._layer_action(title, icon, algorithm)
            for title, algorithm in (
                (tr("Add images to the map"), "ard:addimages"),
                (tr("Download images"), "ard:download"),
                (tr("Write rclone manifest"), "ard:manifest"),
            )
        ]
        self._offer(QgsProject.instance().mapLayers().values())
        QgsProject.instance().layersAdded.connect(self._offer)

    def remove(self) -> None:
        """Takes the actions out of QGIS."""
        QgsProject.instance().layersAdded.disconnect(self._offer)
        for action in self._on_feature:
            QgsGui.mapLayerActionRegistry().removeMapLayerAction(action)
            action.deleteLater()
        for entry in self._on_layer:
            self._iface.removeCustomActionForLayerType(entry)
            entry.deleteLater()

    def _feature_action(
        self, title: str, icon: QIcon, slot: Callable[[QgsVectorLayer, QgsFeature], None]
    ) -> _FeatureAction:
        action = _FeatureAction(title, icon, self._iface.mainWindow())
        action.triggeredForFeature.connect(slot)
        QgsGui.mapLayerActionRegistry().addMapLayerAction(action)
        return action

    def _layer_action(self, title: str, icon: QIcon, algorithm: str) -> QAction:
        action = QAction(icon, title, self._iface.mainWindow())
        action.triggered.connect(lambda: self._open_for_active(algorithm))
        kind = QgsMapLayerType.VectorLayer
        self._iface.addCustomActionForLayerType(action, _MENU, kind, False)
        return action

    def _offer(self, layers: Iterable[QgsMapLayer]) -> None:
        """Shows the actions in the context menus of those layers that have footprints."""
        for layer in filter(_has_footprints, layers):
            for action in self._on_layer:
                self._iface.addCustomActionForLayer(action, layer)

    def _add_one(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        layer.selectByIds([feature.id()])
        self._open_for("ard:addimages", layer)

    def _download_one(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        layer.selectByIds([feature.id()])
        self._open_for("ard:download", layer)

    def _open_for_active(self, algorithm: str) -> None:
        layer = self._iface.activeLayer()
        if isinstance(layer, QgsVectorLayer):
            self._open_for(algorithm, layer)

    def _open_for(self, algorithm: str, layer: QgsVectorLayer) -> None:
        """Opens an algorithm's dialog for the selected features, or for all if none is."""
        chosen = QgsProcessingFeatureSourceDefinition(
            layer.id(), selectedFeaturesOnly=layer.selectedFeatureCount() > 0
        )
        self._open_dialog(algorithm, {"INPUT": chosen})


def page_of(feature: QgsFeature) -> QUrl:
    """Returns the address of a footprint's item in the catalogue."""
    from ...core.catalog.api_url import url_below  # noqa: PLC0415 (not for QGIS's start)

    collection, item = (quote(str(feature[name]), safe="") for name in ("collection", "id"))
    return QUrl(url_below(load_settings().api_url, f"collections/{collection}/items/{item}"))


def _open_page(layer: QgsVectorLayer, feature: QgsFeature) -> None:  # noqa: ARG001
    QDesktopServices.openUrl(page_of(feature))


def _show_thumbnail(layer: QgsVectorLayer, feature: QgsFeature) -> None:  # noqa: ARG001
    url = QUrl(str(feature["thumbnail_url"]))
    if url.scheme() in ("http", "https"):  # a layer from elsewhere can't have a program started
        QDesktopServices.openUrl(url)


def _has_footprints(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsVectorLayer) and is_footprint_layer(layer.fields().names())
