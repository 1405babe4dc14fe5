"""What the finder does on the map: points, highlights, one image after the other."""
