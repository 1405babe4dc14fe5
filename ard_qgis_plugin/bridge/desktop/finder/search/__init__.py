"""The search in the dock: what to search, the run, where the result goes."""
