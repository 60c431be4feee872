"""Snowball's algorithm for Swedish, as its release 3.1 has it: an inflected word without its endings.

The algorithm is Martin Porter's (https://snowballstem.org/algorithms/swedish/stemmer.html); release 3 made it leave «-et» on
words where it is no ending (kvalitet, beslutsunderlagets), and cut «-ets». Written out here, for no package of it runs both
where the site is built and in the reader's browser with the same result: `docs/assets/sok/words.js` is its twin. Tests hold
this one to the package `snowballstemmer`, and the twin to this one.
"""

from __future__ import annotations

VOWELS = frozenset("aeiouyäåö")
BEFORE_S = frozenset("bcdfghjklmnoprtvy")
"""Letters that an ending «s» may follow."""
BEFORE_OST = frozenset("iklnprtuv")
"""Letters that «öst» is an ending after (arbetslöst)."""
NO_ET = (
    *("fab", "h", "pak", "rak", "stak", "kom", "iet", "cit", "dit", "alit", "ilit", "mit", "nit", "pit", "rit", "sit"),
    *("tit", "uit", "ivit", "kvit", "xit"),
)
"""What «et» belongs to the word after (alfabet, paket, kvalitet)."""
ENDINGS = frozenset(
    [
        "a",
        "arna",
        "erna",
        "heterna",
        "orna",
        "ad",
        "e",
        "ade",
        "ande",
        "arne",
        "are",
        "aste",
        "en",
        "anden",
        "aren",
        "heten",
        "ern",
        "ar",
        "er",
        "heter",
        "or",
        "s",
        "as",
        "arnas",
        "ernas",
        "ornas",
        "es",
        "ades",
        "andes",
        "ens",
        "arens",
        "hetens",
        "erns",
        "at",
        "et",
        "andet",
        "het",
        "ast",
    ]
)
LONGEST = max(map(len, ENDINGS))
PAIRS = frozenset({"dd", "gd", "nn", "dt", "gt", "kt", "tt"})


def snowball(word: str) -> str:
    """The stem of a word in lower case.

    >>> [snowball(word) for word in ("kommunernas", "kommuner", "beslutet")]
    ['kommun', 'kommun', 'beslut']
    """
    start = _region(word)
    if start is None:
        return word
    word = _without_inflection(word, start)
    if len(word) - start >= 2 and word[-2:] in PAIRS:  # noqa: PLR2004 - a pair
        word = word[:-1]
    return _without_suffix(word, start)


def _region(word: str) -> int | None:
    """Where endings may begin: after the first consonant that follows a vowel, and not before the fourth letter. None
    where there is no such place.
    """
    at, length = 0, len(word)
    while at < length and word[at] not in VOWELS:
        at += 1
    while at < length and word[at] in VOWELS:
        at += 1
    return max(at + 1, 3) if at < length else None


def _without_inflection(word: str, start: int) -> str:
    """The word without the longest of the endings that stands at its end, where that is one."""
    for size in range(min(LONGEST, len(word) - start), 0, -1):
        ending = word[-size:]
        if ending not in ENDINGS:
            continue
        if ending == "et":
            return word[:-2] if _takes_et(word[:-2]) else word
        if ending != "s":
            return word[:-size]
        if word.endswith("ets") and _takes_et(word[:-3]):
            return word[:-3]
        return word[:-1] if word[-2] in BEFORE_S else word
    return word


def _takes_et(rest: str) -> bool:
    """Whether «et» is an ending after this: after a syllable that is not the word's first letters alone."""
    return (
        len(rest) > 2  # noqa: PLR2004 - a vowel, a consonant, and something before them
        and rest[-1] not in VOWELS
        and rest[-2] in VOWELS
        and not rest.endswith(NO_ET)
    )


def _without_suffix(word: str, start: int) -> str:
    """The word without a suffix that makes one word of another: -ig, -lig, -else."""
    region = word[start:]
    if region.endswith(("lig", "els")):
        return word[:-3]
    if region.endswith("ig"):
        return word[:-2]
    if region.endswith("fullt"):
        return word[:-1]
    if region.endswith("öst") and word[-4] in BEFORE_OST:
        return word[:-1]
    return word
