"""Tests of the plugin; a package, so that tests can import the sample planet."""
