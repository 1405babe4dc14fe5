"""Actions on footprints: in the layer's context menu, the attribute table, the identify results."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from qgis.core import QgsFeature, QgsMapLayer, QgsMapLayerType, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction

from ...settings import load_settings
from ...translation import tr
from ..inputs.footprint_source import is_footprint_layer
from .feature_actions import FeatureActions, OpenDialog, is_suited, source_of
from .partners_selection import PartnersSelection

_MENU = "Planetary ARD"


class FootprintActions:
    """The actions on footprints in QGIS; `remove` takes them out again."""

    def __init__(self, iface: QgisInterface, icon: QIcon, open_dialog: OpenDialog) -> None:
        self._iface = iface
        self._open_dialog = open_dialog
        self._partners = PartnersSelection(iface)
        self._on_feature = FeatureActions(
            iface,
            icon,
            is_footprint_layer,
            (
                (tr("Add this image to the map"), self._add_one),
                (tr("Download this image"), self._download_one),
                (tr("Stereo partners of this image"), self._partners.select),
                (tr("Open its page in the catalogue"), _open_page),
                (tr("Show its thumbnail"), _show_thumbnail),
            ),
        )
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
        self._partners.stop()
        self._on_feature.remove()
        for entry in self._on_layer:
            self._iface.removeCustomActionForLayerType(entry)
            entry.deleteLater()

    def _layer_action(self, title: str, icon: QIcon, algorithm: str) -> QAction:
        action = QAction(icon, title, self._iface.mainWindow())
        action.triggered.connect(lambda: self._open_for_active(algorithm))
        kind = QgsMapLayerType.VectorLayer
        self._iface.addCustomActionForLayerType(action, _MENU, kind, False)
        return action

    def _offer(self, layers: Iterable[QgsMapLayer]) -> None:
        """Shows the actions in the context menus of those layers that have footprints."""
        for layer in (each for each in layers if is_suited(each, is_footprint_layer)):
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
        chosen = source_of(layer, selected=layer.selectedFeatureCount() > 0)
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
