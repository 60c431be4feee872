"""The first stage, one module for each format: bytes in, lines out."""
