"""Where footprints stand in the project: on top of their body's group."""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject

from .layer_name import group_name


def footprint_group(project: QgsProject, body: str) -> QgsLayerTreeGroup:
    """Returns the group of a body's footprints, which is made on top where there is none."""
    root, name = project.layerTreeRoot(), group_name(body)
    found = root.findGroup(name)
    return found if found is not None else root.insertGroup(0, name)


def put_into_group(layer: QgsMapLayer, project: QgsProject) -> None:
    """Moves a layer that QGIS has just added to the top of its body's group."""
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is None:
        return
    parent, group = node.parent(), footprint_group(project, layer.crs().celestialBodyName())
    if isinstance(parent, QgsLayerTreeGroup) and parent != group:
        group.insertChildNode(0, node.clone())
        parent.removeChildNode(node)
