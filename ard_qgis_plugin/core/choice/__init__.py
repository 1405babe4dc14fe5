"""Which images of a layer are chosen: limits, histograms, order, filters."""
