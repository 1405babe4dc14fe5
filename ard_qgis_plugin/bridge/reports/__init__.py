"""What the user reads of a run: progress, warnings, tables."""
