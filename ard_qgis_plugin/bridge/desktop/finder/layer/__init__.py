"""The footprint layer that the dock is about: read, filtered, watched."""
