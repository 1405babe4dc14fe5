"""What indices need of QGIS and GDAL: their look, files that SQLite can't open, GeoParquet."""
