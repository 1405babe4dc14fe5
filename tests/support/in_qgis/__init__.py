"""Helpers of tests that run in QGIS, and oracles of what a map shows."""
