"""A request to a stream of observations with their angles, in order."""
