"""Light: what the angles of labels mean — at a place, for a pair of images, for many at once."""
