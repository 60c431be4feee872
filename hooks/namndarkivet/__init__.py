"""Nämndarkivet: the public archive of what Swedish municipal committees decided.

Content flows one way: source → model → load (with checks) → index → pages → render → publish.
"""

__version__ = "0.1.0"
