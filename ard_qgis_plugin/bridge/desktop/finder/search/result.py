"""Where a search's footprints go: one layer for each place that is searched."""

from __future__ import annotations

from typing import cast

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsProject, QgsVectorLayer

from ....footprints.place_in_project import footprint_group
from ..layer.layer_filter import LayerFilter
from ..layer.stored_choice import LEFT_OUT_KEY, LIMITS_KEY

_PLACE = "planetary_ard/place"
_OWNER = "planetary_ard/place_of"  # the layer's id: its copies have the place as well
_NAME = "planetary_ard/name"


def is_result(layer: QgsVectorLayer) -> bool:
    """Says whether a layer is of a search from the dock."""
    return bool(layer.customProperty(_PLACE))


def layer_of(place: str) -> QgsVectorLayer | None:
    """Returns the layer of a place that was searched before, if the project has it."""
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and _place_of(layer) == place:
            return layer
    return None


def put_result(layer: QgsVectorLayer, place: str) -> None:
    """Adds the footprints found to the project, instead of those found there before.

    A name and a filter that the user gave, the place in the tree, limits and ticks of the earlier
    layer go over to the new one. One that the user is editing, or has made permanent, stays.
    """
    project = QgsProject.instance()
    earlier = layer_of(place)
    if earlier is not None and _is_of_user(earlier):
        earlier.removeCustomProperty(_PLACE)
        earlier = None
    layer.setCustomProperty(_PLACE, place)
    layer.setCustomProperty(_OWNER, layer.id())
    layer.setCustomProperty(_NAME, layer.name())
    if earlier is None:
        project.addMapLayer(layer, False)
        _put_in_group(layer)
        return
    if earlier.name() != earlier.customProperty(_NAME):
        layer.setName(earlier.name())
    for key in (LIMITS_KEY, LEFT_OUT_KEY):
        if (value := earlier.customProperty(key)) is not None:
            layer.setCustomProperty(key, value)
    layer.setSubsetString(LayerFilter(earlier).own)
    node = project.layerTreeRoot().findLayer(earlier.id())
    project.addMapLayer(layer, False)
    if node is None:
        _put_in_group(layer)
    else:
        _put_beside(node, layer)
    project.removeMapLayer(earlier.id())


def _place_of(layer: QgsVectorLayer) -> object:
    """Returns the place that was searched into a layer; a copy, or its pasted style, has none."""
    return layer.customProperty(_PLACE) if layer.customProperty(_OWNER) == layer.id() else None


def _is_of_user(layer: QgsVectorLayer) -> bool:
    """Says whether there is more in a layer than a search gives anew."""
    return bool(layer.isEditable()) or layer.providerType() != "memory"


def _put_in_group(layer: QgsVectorLayer) -> None:
    group = footprint_group(QgsProject.instance(), layer.crs().celestialBodyName())
    group.insertLayer(0, layer)


def _put_beside(node: QgsLayerTreeLayer, layer: QgsVectorLayer) -> None:
    parent = cast("QgsLayerTreeGroup", node.parent())
    new = parent.insertLayer(parent.children().index(node), layer)
    if new is not None:
        new.setItemVisibilityChecked(node.itemVisibilityChecked())
        new.setExpanded(node.isExpanded())
