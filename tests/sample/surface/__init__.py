"""The surface of the sample planet: its relief, and how the sun lights it."""
