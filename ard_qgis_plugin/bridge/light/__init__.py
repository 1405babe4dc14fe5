"""Light: footprint layers -> the core's columns, and what is found -> layers and maps."""
