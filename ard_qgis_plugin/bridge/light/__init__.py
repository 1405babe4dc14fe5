"""Footprint layers to the core's columns, and what is found to layers and maps."""
