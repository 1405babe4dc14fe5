"""Pages of a search: what is asked for, what comes, and whether it is all."""
