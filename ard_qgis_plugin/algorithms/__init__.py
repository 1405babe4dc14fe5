"""What the Processing Toolbox shows."""
