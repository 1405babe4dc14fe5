"""Stereo: pairs of images that see the same ground from two sides in like light."""
