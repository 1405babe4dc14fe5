"""Footprints in PostGIS, in the body's CRS.

QGIS 3.22 to 3.44 number a CRS in a new table by a list of their own, in which those of the IAU have
numbers that PostGIS refuses. So the table is made without a CRS and gets it when it is filled.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsException,
    QgsProviderConnectionException,
    QgsProviderRegistry,
)

from ...core.model.bodies import Body
from ...core.model.errors import OutputError
from .layer import footprint_crs

_REFUSED = (QgsException, QgsProviderConnectionException)  # which one differs by version
_SCHEMES = ("postgis:", "postgres:")
_KNOWN = "SELECT srid FROM spatial_ref_sys WHERE auth_name = 'IAU_2015' AND auth_srid = {code}"
_FREE = "SELECT greatest(max(srid) + 1, 900000) FROM spatial_ref_sys WHERE srid < 998999"
_ADD = """
    INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
    VALUES ({srid}, 'IAU_2015', {code}, {wkt}, {proj})
"""
_SET = "SELECT UpdateGeometrySRID({schema}, {table}, {column}, {srid})"
_COLUMNS = """
    SELECT column_name FROM information_schema.columns
    WHERE table_schema = {schema} AND table_name = {table}
"""
_DROP_STYLE = """
    DELETE FROM layer_styles
    WHERE f_table_schema = {schema} AND f_table_name = {table} AND stylename = {name}
"""


def postgis_table(destination: Any) -> QgsDataSourceUri | None:
    """Returns the table that an output parameter's value names, None where it is no such output."""
    sink = getattr(destination, "sink", None)
    text = sink.staticValue() if sink is not None else destination
    if not isinstance(text, str) or not text.lower().startswith(_SCHEMES):
        return None
    return QgsDataSourceUri(text.partition(":")[2])


def columns_of(table: QgsDataSourceUri) -> list[str]:
    """Returns the columns of a table; none where there is no table, or no database."""
    with suppress(*_REFUSED):
        return [
            str(name) for (name,) in _connection(table).executeSql(_COLUMNS.format(**_place(table)))
        ]
    return []


def drop_style(table: QgsDataSourceUri, name: str) -> None:
    """Removes a table's style of an earlier run; where there is one, QGIS would open a dialog."""
    place = _place(table)
    postgres = _connection(table)
    with suppress(*_REFUSED):  # no table of styles yet, so no style
        postgres.executeSql(_DROP_STYLE.format(**place, name=_quoted(name)))


def drop_table(table: QgsDataSourceUri) -> None:
    """Removes a table that was not filled to its end."""
    with suppress(*_REFUSED):
        _connection(table).dropVectorTable(table.schema() or "public", table.table())


def set_body_crs(table: QgsDataSourceUri, body: Body) -> None:
    """Gives a filled table the body's CRS, which is added to the database if it is not there.

    Raises OutputError where the database does not let that be done.
    """
    connection = _connection(table)
    try:
        connection.executeSql(_SET.format(**_place(table), srid=_srid(connection, body)))
    except _REFUSED as error:
        raise OutputError(
            f"The footprints are in the table {table.table()}, but it can't be given the CRS "
            f"{body.crs} ({' '.join(str(error).split())}): ask the database's owner for the right "
            "to add to spatial_ref_sys."
        ) from error


def _connection(table: QgsDataSourceUri) -> Any:
    postgres: Any = QgsProviderRegistry.instance().providerMetadata("postgres")
    return postgres.createConnection(table.connectionInfo(expandAuthConfig=True), {})


def _place(table: QgsDataSourceUri) -> dict[str, str]:
    """Returns schema, table and column as SQL texts."""
    column = table.geometryColumn() or "geom"
    place = {"schema": table.schema() or "public", "table": table.table(), "column": column}
    return {name: _quoted(value) for name, value in place.items()}


def _srid(connection: Any, body: Body) -> int:
    """Returns the number of the body's CRS in a database."""
    if known := connection.executeSql(_KNOWN.format(code=body.iau_code)):
        return int(known[0][0])
    ((srid,),) = connection.executeSql(_FREE)
    crs = footprint_crs(body)
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT1_GDAL)
    wkt = wkt.replace('AUTHORITY["IAU",', 'AUTHORITY["IAU_2015",')  # what PROJ and QGIS call it
    texts = {"wkt": _quoted(wkt), "proj": _quoted(crs.toProj())}
    connection.executeSql(_ADD.format(srid=int(srid), code=body.iau_code, **texts))
    return int(srid)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
