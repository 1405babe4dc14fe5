"""An index read in parts, by many tasks of a cluster, and put together."""
