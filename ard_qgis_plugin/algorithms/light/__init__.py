"""Light: algorithms that choose images by the light they were taken in."""
