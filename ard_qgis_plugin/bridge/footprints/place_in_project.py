"""Where footprints stand in the project: on top of their body's group."""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject

from .layer_name import group_name

BODY = "planetary_ard/body"
"""The property of a group whose layers are of one body."""
_HIDDEN = "planetary_ard/hidden"


def show_body_alone(project: QgsProject, body: str) -> None:
    """Hides the groups of other bodies, whose layers QGIS would draw on this one's map."""
    for group in project.layerTreeRoot().findGroups():
        of = group.customProperty(BODY)
        if of and of != body and group.itemVisibilityChecked():
            group.setItemVisibilityChecked(False)
            group.setCustomProperty(_HIDDEN, True)
        elif of == body and group.customProperty(_HIDDEN):
            group.setItemVisibilityChecked(True)
            group.removeCustomProperty(_HIDDEN)


def footprint_group(project: QgsProject, body: str) -> QgsLayerTreeGroup:
    """Returns the group of a body's footprints, which is made on top where there is none."""
    root, name = project.layerTreeRoot(), group_name(body)
    group = root.findGroup(name)
    if group is None:
        group = root.insertGroup(0, name)
    group.setCustomProperty(BODY, body)
    return group


def put_into_group(layer: QgsMapLayer, project: QgsProject) -> None:
    """Moves a layer that QGIS has just added to the top of its body's group."""
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is None:
        return
    parent, group = node.parent(), footprint_group(project, layer.crs().celestialBodyName())
    if isinstance(parent, QgsLayerTreeGroup) and parent != group:
        group.insertChildNode(0, node.clone())
        parent.removeChildNode(node)
