"""Where core meets QGIS, one concern a file."""
