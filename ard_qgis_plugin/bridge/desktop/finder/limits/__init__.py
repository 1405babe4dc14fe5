"""Histograms with a range: what narrows the list."""
