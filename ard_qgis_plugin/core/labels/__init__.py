"""The text of a label to angles, and the cache of what was read."""
