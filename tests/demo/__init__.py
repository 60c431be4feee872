"""An invented archive of all 290 municipalities, for `make demo`: plainly invented people, answers and sources.

asked ─▶ plot (who answered what, when and how) ─▶ minutes (each step as a document) ─▶ archive ─▶ files
"""
