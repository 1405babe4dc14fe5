"""What tells a layer of stereo pairs from others; the desktop loads it at its start."""

from __future__ import annotations

FOOTPRINTS = "ard/footprints"
"""Custom property of a pair layer: the source of the layer that its images are in."""


def is_pair_layer(names: list[str]) -> bool:
    """Says whether fields of these names make a layer of stereo pairs."""
    return {"id_a", "id_b", "collection_a", "collection_b"}.issubset(names)
