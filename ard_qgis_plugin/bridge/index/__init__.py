"""Indices in QGIS: where they are, how they are read there, how their layer looks."""
