"""How the layer of an index looks."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ...core.index.reading import LayerStyle
from ..footprints.style import STYLE_NAME, style_footprints


def index_style() -> LayerStyle:
    """Returns the style of footprints, as a file keeps it."""
    layer = QgsVectorLayer("MultiPolygon?field=incidence_angle:double", STYLE_NAME, "memory")
    style_footprints(layer)
    document = QDomDocument()
    layer.exportNamedStyle(document)
    return LayerStyle(STYLE_NAME, document.toString())
