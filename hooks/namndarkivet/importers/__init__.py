"""Minutes become drafts: a file's lines → without page furniture → paragraphs (§) → sections → fields.

Formats differ only in the first stage (`readers`). Nothing here writes, and nothing is filled in that the text does not say.
"""
