"""The search against the tutorial's way, the bare network and pvl."""
