"""The Toolbox group "Search"."""
