"""Values of the core to the styled footprint layer, wherever it is written."""
