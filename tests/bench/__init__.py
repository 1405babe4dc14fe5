"""`make bench`: the whole job against the tutorial's way and against the bare network."""
