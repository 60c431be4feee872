"""Tests of the search: its language, its index and its page."""
