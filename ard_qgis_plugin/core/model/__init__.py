"""What everything passes along: observations, angles, bodies, known collections, errors."""
