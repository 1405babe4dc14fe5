"""Actions on single features: in the attribute table, the identify results and the map."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from qgis.core import (
    QgsFeature,
    QgsMapLayer,
    QgsMapLayerType,
    QgsProcessingFeatureSourceDefinition,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface, QgsGui, QgsMapLayerAction
from qgis.PyQt.QtGui import QIcon

OpenDialog: TypeAlias = Callable[[str, dict[str, Any]], Any]
"""Opens the dialog of an algorithm with some of its parameters."""

Suits: TypeAlias = Callable[[list[str]], bool]
"""Says by the names of a layer's fields whether actions are for its features."""

Slot: TypeAlias = Callable[[QgsVectorLayer, QgsFeature], None]


class _FeatureAction(QgsMapLayerAction):
    """An action on one feature; layers that it doesn't suit don't have it."""

    def __init__(self, title: str, icon: QIcon, parent: Any, suits: Suits) -> None:
        kind, target = QgsMapLayerType.VectorLayer, QgsMapLayerAction.Target.SingleFeature
        super().__init__(title, parent, kind, target, icon)
        self._suits = suits

    def canRunUsingLayer(self, layer: QgsMapLayer, *_context: Any) -> bool:
        """Says whether the layer has such features."""
        return is_suited(layer, self._suits)


class FeatureActions:
    """Some actions on features of one kind; `remove` takes them out of QGIS again."""

    def __init__(
        self, iface: QgisInterface, icon: QIcon, suits: Suits, slots: Iterable[tuple[str, Slot]]
    ) -> None:
        self._actions = []
        for title, slot in slots:
            action = _FeatureAction(title, icon, iface.mainWindow(), suits)
            action.triggeredForFeature.connect(slot)
            QgsGui.mapLayerActionRegistry().addMapLayerAction(action)
            self._actions.append(action)

    def remove(self) -> None:
        """Takes the actions out of QGIS."""
        for action in self._actions:
            QgsGui.mapLayerActionRegistry().removeMapLayerAction(action)
            action.deleteLater()


def is_suited(layer: QgsMapLayer, suits: Suits) -> bool:
    """Says whether a layer has features whose fields suit."""
    return isinstance(layer, QgsVectorLayer) and suits(layer.fields().names())


def source_of(layer: QgsVectorLayer, *, selected: bool) -> QgsProcessingFeatureSourceDefinition:
    """Returns a layer, or its selection alone, as an algorithm takes it."""
    return QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=selected)
