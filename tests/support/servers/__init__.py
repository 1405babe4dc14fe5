"""Servers on loopback for tests: real ones, and ones that misbehave as told."""
