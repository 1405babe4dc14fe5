"""Files with layers of a user's own, as GDAL writes them."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal, ogr

DRIVERS = {
    "gpkg": "GPKG",
    "sqlite": "SQLite",
    "shp": "ESRI Shapefile",
    "geojson": "GeoJSON",
    "fgb": "FlatGeobuf",
    "csv": "CSV",
    "gml": "GML",
    "kml": "KML",
    "tab": "MapInfo File",
    "xlsx": "XLSX",
}


def write(path: Path, fields=("depth",), *names: str, rows: int = 1) -> Path:
    """Writes layers of points to a file of its own, or adds them to the one that is there."""
    driver = ogr.GetDriverByName(DRIVERS[path.suffix[1:]])
    data = gdal.OpenEx(str(path), gdal.OF_UPDATE) if path.exists() else None
    data = data or driver.CreateDataSource(str(path))
    for name in names or (path.stem,):
        layer = data.CreateLayer(name, geom_type=ogr.wkbPoint)
        for field in fields:
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTReal))
        for _ in range(rows):
            feature = ogr.Feature(layer.GetLayerDefn())
            if layer.GetLayerDefn().GetGeomFieldCount():  # a table has none
                feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
            for number in range(len(fields)):
                feature.SetField(number, 1.5)
            layer.CreateFeature(feature)
    return path
