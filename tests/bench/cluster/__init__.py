"""A cluster, measured: jobs in parts, by how many tasks there are at a time."""
