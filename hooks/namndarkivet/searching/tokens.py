"""Terms as Pagefind gets them: words of a–z that it neither splits, folds nor stems.

Pagefind has opinions of its own on what a word is: it takes accents off, cuts at digits and hyphens, and finds every word
that begins like the one asked for. So each term is spelled with the letters a–z alone, with q as the sign that something
else follows, and ends in a sign of what kind of term it is: a search for a whole term finds that term only, and one for
a term without its end finds all words that begin so. `docs/assets/sok/tokens.js` spells in the same way.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

_SPELLED = str.maketrans(
    {"q": "qq", "å": "qr", "ä": "qs", "ö": "qt", "-": "qk"}
    | {str(digit): "q" + "abcdefghij"[digit] for digit in range(10)}
)


class Kind(StrEnum):
    """What a term is, by the sign at its end."""

    WORD = "qx"
    """A word's stem, or that of a part of it."""
    GROUP = "qy"
    """Words that mean the same (docs/synonymer.yml), by the group's key."""
    FOLDED = "qz"
    """Words that are one when å, ä and ö are written without their marks."""
    REGISTRY = "ql"
    """A registry number, with and without its letters."""
    PARAGRAPH = "qm"
    """A §."""
    CIRCULAR = "qn"
    """The number of a circular."""


@lru_cache(maxsize=1 << 17)
def token(term: str, kind: Kind = Kind.WORD) -> str:
    """A term of [a-zåäö0-9-] as Pagefind gets it.

    >>> token("stöd"), token("sn-2016-103", Kind.REGISTRY)
    ('stqtdqx', 'snqkqcqaqbqgqkqbqaqdql')
    """
    return term.translate(_SPELLED) + kind
