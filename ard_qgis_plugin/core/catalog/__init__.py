"""A search request to pages of a STAC API, and those to observations; citations."""
