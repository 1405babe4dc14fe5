"""Indices in QGIS: where they are, how they are read, how their layer looks."""
