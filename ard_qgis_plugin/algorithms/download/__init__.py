"""The Toolbox group "Download": footprints to manifests and files."""
