"""Readable names of the fields of footprints, their decimals and their width in a table."""

from __future__ import annotations

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ...translation import tr

_SHAPEFILE_NAME = 10  # characters
_KEYS = ("fid", "ogc_fid")
_DECIMALS = 2
_MORE_DECIMALS = {"coverage": 4}
_TIMES = ("datetime", "start_datetime", "end_datetime")
_LETTERS = dict.fromkeys(("id", *_TIMES), 27)  # of their values
_LETTER, _MARGIN = 7, 24  # pixels, as in QGIS's own font


def title_fields(layer: QgsVectorLayer) -> None:
    """Gives the fields of a footprint layer readable names, and its numbers few decimals.

    The number that a database gives each row is hidden: it would stand before the incidence.
    """
    titles = _titles()
    cut = {name[:_SHAPEFILE_NAME]: name for name in reversed(titles)}
    for index, field in enumerate(layer.fields().toList()):
        name = field.name() if field.name() in titles else cut.get(field.name(), "")
        if field.name().lower() in _KEYS:
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
        if name not in titles:
            continue
        layer.setFieldAlias(index, titles[name])
        if field.isNumeric():
            decimals = {"Precision": _MORE_DECIMALS.get(name, _DECIMALS)}
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Range", decimals))
    _widen_columns(layer)


def _widen_columns(layer: QgsVectorLayer) -> None:
    """Gives the columns of the attribute table the width of their titles, or of their values."""
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    columns = config.columns()
    for column in columns:
        at = layer.fields().indexOf(column.name)
        letters = max(len(layer.attributeDisplayName(at)), _LETTERS.get(column.name, 0))
        column.width = _LETTER * letters + _MARGIN if at >= 0 else column.width
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)


def _titles() -> dict[str, str]:
    return {
        "incidence_angle": tr("Incidence (°)"),
        "id": tr("Id"),
        "collection": tr("Collection"),
        "body": tr("Body"),
        "title": tr("Title"),
        "datetime": tr("Acquired (UTC)"),
        "start_datetime": tr("Acquired from (UTC)"),
        "end_datetime": tr("Acquired until (UTC)"),
        "emission_angle": tr("Emission (°)"),
        "phase_angle": tr("Phase (°)"),
        "subsolar_azimuth": tr("Sub-solar azimuth (°)"),
        "local_time": tr("Local time (h)"),
        "solar_longitude": tr("Solar longitude (°)"),
        "pixel_resolution": tr("Pixel size (m)"),
        "north_azimuth": tr("North azimuth (°)"),
        "subspacecraft_azimuth": tr("Sub-spacecraft azimuth (°)"),
        "subsolar_longitude": tr("Sub-solar longitude (°)"),
        "subsolar_latitude": tr("Sub-solar latitude (°)"),
        "slant_distance": tr("Slant distance (km)"),
        "gsd": tr("Pixel size in the catalogue (m)"),
        "coverage": tr("Part of what was searched"),
        "incidence_min": tr("Least incidence (°)"),
        "incidence_max": tr("Largest incidence (°)"),
        "label_status": tr("Label"),
        "label_note": tr("Note on the label"),
        "image_url": tr("Image"),
        "label_url": tr("Label file"),
        "thumbnail_url": tr("Thumbnail"),
        "rclone_path": tr("rclone path"),
    }
