"""Runs make targets in other versions of QGIS, each in a Debian release of its own."""
