"""Checks the types: `python -m tools.typecheck`."""
