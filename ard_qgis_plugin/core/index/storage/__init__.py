"""The file that an index is: a GeoPackage, its tables, and observations as rows of them."""
