"""The plain Python core: no QGIS, no Qt."""
