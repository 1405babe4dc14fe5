"""Downloads, measured."""
