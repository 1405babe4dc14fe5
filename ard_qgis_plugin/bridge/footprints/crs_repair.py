"""The body's CRS, kept where files give it back without its authority.

GDAL writes IAU_2015:30100 into a GeoPackage or GeoJSON as IAU:30100, into others as bare WKT, and
QGIS finds neither among its CRSs: the layer is then on the Moon, but in a CRS without a name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsVectorLayer

from ...core.model.bodies import Body, body_named
from .layer import KEY_FIELDS, has_fields

_RESTORE = """
    UPDATE gpkg_spatial_ref_sys
    SET definition = replace(definition, 'AUTHORITY["IAU",', 'AUTHORITY["IAU_2015",')
    WHERE organization = 'IAU_2015' AND organization_coordsys_id = ?
"""


def restore_authority(path: Path, body: Body, synchronous: str = "FULL") -> None:
    """Writes the authority of the body's CRS into a GeoPackage; every QGIS then finds it.

    `synchronous` is what SQLite is to wait for. A file that can't be changed stays as it is.
    """
    try:
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(f"PRAGMA synchronous = {synchronous}")
            database.execute(_RESTORE, (body.iau_code,))
    except sqlite3.Error:
        return


def repair_crs(layers: Iterable[QgsMapLayer]) -> None:
    """Gives footprint layers whose CRS has lost its authority the CRS of their body again."""
    for layer in layers:
        if isinstance(layer, QgsVectorLayer) and has_fields(layer.fields().names(), KEY_FIELDS):
            crs = layer.crs()
            body = body_named(crs.celestialBodyName())
            is_lonlat = crs.toWkt().startswith("GEOGCS[")  # QGIS does not always know the unit
            if body and is_lonlat and not crs.authid().startswith("IAU_2015:"):
                layer.setCrs(QgsCoordinateReferenceSystem(body.crs))
