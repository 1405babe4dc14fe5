"""The list of images: rows with thumbnails."""
