"""Other systems for tests: a cluster, and a Windows."""
