"""Tests of the import of minutes, a file for each stage."""
