"""The Toolbox group "Download": what begins with footprints and ends with files."""
