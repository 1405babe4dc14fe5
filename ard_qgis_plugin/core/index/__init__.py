"""Whole collections kept in a file, searched instead of the API."""
