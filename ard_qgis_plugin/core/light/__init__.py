"""What the angles mean: at a place, for a pair of images, for many at once."""
