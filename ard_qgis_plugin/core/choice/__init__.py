"""Which images of a footprint layer are chosen: columns, limits, histograms, order, expressions."""
