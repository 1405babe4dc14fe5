"""The Toolbox group "Light": images chosen by the light they were taken in."""
