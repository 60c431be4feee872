"""Tests of what is sent in through an issue, a file for each stage."""
