"""Coverage: what many images see of an area, cell by cell, and how few of them are enough."""
