"""Addresses of files to rclone paths: manifest, configuration, scripts."""
