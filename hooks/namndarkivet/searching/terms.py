"""Terms: what the index has entries for. A term is a word or a number, with a sign before it that says what kind it is.

`docs/assets/sok/terms.js` has the same signs. No word of `words` has any of them, so that terms of two kinds are never one.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a term is, by the sign before it."""

    WORD = ""
    """A word's stem, or that of a part of it."""
    GROUP = "="
    """Words that mean the same (docs/synonymer.yml), by the group's key."""
    FOLDED = "~"
    """Words that are one when å, ä and ö are written without their marks."""
    REGISTRY = "#"
    """A registry number, with and without its letters."""
    PARAGRAPH = "§"
    """A §."""
    CIRCULAR = "@"
    """The number of a circular."""


SIGNS = frozenset(kind.value for kind in Kind if kind.value)
"""What stands before terms that are no words."""
