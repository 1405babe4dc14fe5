"""What only the desktop has: actions, settings page, widgets, the finder."""
