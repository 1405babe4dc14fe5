"""The dock in which one chooses images by light."""
