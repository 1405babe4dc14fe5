"""The Toolbox group "Search": collections to footprints, and to an index."""
