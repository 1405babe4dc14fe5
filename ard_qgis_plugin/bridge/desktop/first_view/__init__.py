"""A way from nothing to a first map: a body's grid and named places, and where to begin."""
