"""Parameters that several algorithms have alike."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..settings import load_settings
from ..translation import tr
from .base import advanced, explained


def footprint_input(name: str) -> QgsProcessingParameterDefinition:
    """Declares the footprint layer."""
    kinds = [QgsProcessing.SourceType.TypeVector]
    return explained(
        QgsProcessingParameterFeatureSource(name, tr("Footprints"), kinds),
        tr("A layer made by “Search analysis ready data”; all features or the selected."),
    )


def area_input(name: str, text: str) -> QgsProcessingParameterDefinition:
    """Declares polygons, which can be left out."""
    kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
    title = tr("Area (polygons)")
    return explained(QgsProcessingParameterFeatureSource(name, title, kinds, optional=True), text)


def labels_input(name: str, text: str) -> QgsProcessingParameterDefinition:
    """Declares whether labels are read."""
    title = tr("Read the angles from each observation's label")
    return explained(QgsProcessingParameterBoolean(name, title, True), text)


def refresh_input(name: str, text: str) -> QgsProcessingParameterDefinition:
    """Declares whether labels are read that are known."""
    title = tr("Read every label again")
    return explained(advanced(QgsProcessingParameterBoolean(name, title, False)), text)


def api_input(name: str, text: str = "") -> QgsProcessingParameterDefinition:
    """Declares the API that is asked, by default that of the settings."""
    title, url = tr("Root of the STAC API"), load_settings().api_url
    return explained(
        advanced(QgsProcessingParameterString(name, title, url)),
        text or tr("Any STAC API with item search; by default that of USGS Astrogeology."),
    )


def manifest_output(name: str, text: str) -> QgsProcessingParameterDefinition:
    """Declares the manifest, which is not written unless asked for."""
    return file_output(name, tr("rclone manifest"), tr("rclone manifest (*.txt)"), text)


def file_output(name: str, title: str, kind: str, text: str) -> QgsProcessingParameterDefinition:
    """Declares a file that is not written unless asked for; `kind` is what a file dialog shows."""
    file = QgsProcessingParameterFileDestination
    return explained(file(name, title, kind, optional=True, createByDefault=False), text)
