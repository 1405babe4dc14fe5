"""Images on the map: streaming, stretch, layers, VRTs."""
