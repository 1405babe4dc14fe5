"""What the Makefile runs: staging, packaging, installing."""
