"""Parameters, canvas, layers and settings of QGIS to values of the core."""
