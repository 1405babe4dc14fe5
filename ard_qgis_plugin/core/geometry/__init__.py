"""Areas, views, outlines and footprints on a sphere."""
