"""The picture of the package's wings: `python -m tools.wings` renews it from the code's imports."""
